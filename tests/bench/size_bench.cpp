// How cost grows with the size of a settlement: its text, and its photographs. No budgets; one
// reads here whether anything grows faster than what it is made of.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "bench/issue_twin.h"
#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

/// Long texts of a settlement, each within the form's limit.
constexpr std::size_t most_letters = 49'000;
constexpr const char* long_texts[] = {"event_description",  "client_position",
                                      "salon_position",     "reciprocal_concessions",
                                      "known_consequences", "individually_negotiated_notes"};

Json sample() {
    std::ifstream in(fs::path(UGODA_SOURCE_DIR) / "samples/pl-hair.json");
    Json file = Json::parse(in);
    file["photo_sheet"]["photos"] = Json::array();
    file["evidence"] = Json::array();
    file["settlement"].erase("attachments");
    file["settlement"].erase("medical_attachment_no");
    return file;
}

/// About so many pages, at some 3 600 letters a page; five at least.
Json with_text(int pages) {
    Json file = sample();
    for (const char* name : long_texts) {
        const std::string sentence =
            file["settlement"].value(name,
                                     file["settlement"]["event_description"].get<std::string>()) +
            " ";
        std::string text = sentence;
        const auto letters =
            std::min(most_letters, std::size_t(pages) * 3600 / std::size(long_texts));
        while (text.size() + sentence.size() < letters) text += sentence;
        file["settlement"][name] = text;
    }
    return file;
}

/// The same picture in other bytes: a comment with its number behind the start of the file.
void number_photograph(const fs::path& drawn, const fs::path& file, int number) {
    const std::string jpeg = contents_of(drawn);
    std::ofstream out(file, std::ios::binary);
    out << jpeg.substr(0, 2) << "\xFF\xFE" << '\0' << '\4' << char(number >> 8) << char(number)
        << jpeg.substr(2);
}

Json with_photographs(int count, const fs::path& folder) {
    Json file = sample();
    for (int i = 1; i <= count; ++i) {
        const std::string name = std::to_string(i) + ".jpg";
        number_photograph(folder / "drawn.jpg", folder / name, i);
        file["photo_sheet"]["photos"].push_back(
            {{"phase", i % 2 == 1 ? "before" : "after"}, {"file", name}, {"attachment_no", i}});
    }
    return file;
}

struct Size {
    int photographs = 0;
    Json file;
};

void measure_size(const Salon& salon, const Size& size, int turns) {
    std::ofstream(salon.folder() / "case.json") << size.file.dump();
    Costs opened, issued;
    for (int turn = 0; turn < turns; ++turn) {
        salon.restore("empty");
        opened.push_back(salon.run({"case", "open", salon.folder() / "case.json"}));
        const std::string number = salon.last_case();
        issued.push_back(
            salon.run({"issue", "settlement", number, "--out", salon.fresh_folder("papers")}));
    }
    const fs::path paper = fs::directory_iterator(salon.folder() / "papers")->path();
    char line[160];
    std::snprintf(line, sizeof line, "%6d %12d %12s %12s %12s %12s %12s", page_count(paper),
                  size.photographs, figure(wall_ms(opened), "ms").c_str(),
                  figure(peak_mb(opened), "MB").c_str(), figure(wall_ms(issued), "ms").c_str(),
                  figure(peak_mb(issued), "MB").c_str(),
                  figure(double(fs::file_size(paper)) / 1e6, "MB").c_str());
    std::cout << line << std::endl;
}

int measure(int turns) {
    const Salon salon;
    salon.keep("empty");
    draw_photograph(salon.folder() / "drawn.jpg", 4000, 3000, 1);
    std::cout << "\n pages  photographs    case open      memory        issue       memory"
                 "     one PDF"
              << std::endl;
    for (const int pages : {0, 4, 11, 27, 43, 59})
        measure_size(salon, {0, with_text(pages)}, turns);
    for (const int count : {1, 2, 4, 8, 16, 32, 64})
        measure_size(salon, {count, with_photographs(count, salon.folder())}, turns);
    return 0;
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 1 : 5, ugoda::bench::measure);
}
