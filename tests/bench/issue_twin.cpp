#include "bench/issue_twin.h"

#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "bench/process.h"

namespace ugoda::bench {

namespace {

/// Cells of a table come as lines of their own; set like that they would need more pages.
constexpr std::size_t short_text = 60;

struct Picture {
    double width_mm = 0;
};

/// Pictures by page, from 1. `pdfimages -list` has a line each: page, number, type, width,
/// height, colour, components, bits, encoding, interpolation, object, generation, x-ppi…
std::map<int, std::vector<Picture>> pictures_in(const std::filesystem::path& pdf) {
    std::istringstream lines(output_of({"pdfimages", "-list", pdf}));
    std::map<int, std::vector<Picture>> pictures;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream columns(line);
        std::vector<std::string> words;
        for (std::string word; columns >> word;) words.push_back(word);
        if (words.size() > 12 && words[2] == "image")
            pictures[std::stoi(words[0])].push_back(
                {std::stod(words[3]) / std::stod(words[12]) * 25.4});
    }
    return pictures;
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at; (at = text.find(separator, from)) != std::string::npos;
         from = at + separator.size())
        parts.push_back(text.substr(from, at - from));
    parts.push_back(text.substr(from));
    return parts;
}

std::vector<std::string> paragraphs_of(const std::string& page) {
    std::vector<std::string> paragraphs;
    bool is_open = false;
    for (std::string& part : split(page, "\n\n")) {
        for (char& c : part)
            if (c == '\n') c = ' ';
        if (part.find_first_not_of(' ') == std::string::npos) continue;
        if (is_open && part.size() < short_text)
            paragraphs.back() += " · " + part;
        else
            paragraphs.push_back(part);
        is_open = paragraphs.back().size() < 3 * short_text && part.size() < short_text;
    }
    return paragraphs;
}

/// A paragraph of plain text, whatever stands in it.
std::string paragraph(const std::string& text) {
    std::string quoted;
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return "#par[#\"" + quoted + "\"]\n";
}

std::string number(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string head(double size_pt) {
    return "#set page(paper: \"a4\", margin: 18mm)\n"
           "#set text(font: (\"Noto Serif\", \"DejaVu Sans\"), lang: \"pl\", size: " +
           number(size_pt) + "pt)\n#set par(justify: true, leading: 0.5em, spacing: 0.6em)\n";
}

}  // namespace

std::string twin_of(const std::filesystem::path& pdf, const std::vector<std::string>& photos,
                    double size_pt) {
    const auto pictures = pictures_in(pdf);
    std::vector<std::string> pages = split(output_of({"pdftotext", pdf, "-"}), "\f");
    if (!pages.empty() && pages.back().empty()) pages.pop_back();
    std::string source = head(size_pt);
    std::size_t next = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) source += "#pagebreak()\n";
        if (const auto found = pictures.find(int(page) + 1); found != pictures.end())
            for (const Picture& picture : found->second)
                source += "#box(image(\"" + photos.at(next++) +
                          "\", width: " + number(picture.width_mm) + "mm))\n";
        for (const std::string& text : paragraphs_of(pages[page])) source += paragraph(text);
    }
    if (next != photos.size()) throw std::runtime_error("the PDF shows other photographs");
    return source;
}

int page_count(const std::filesystem::path& pdf) {
    const std::string told = output_of({"pdfinfo", pdf});
    std::smatch match;
    if (!std::regex_search(told, match, std::regex("Pages: +(\\d+)")))
        throw std::runtime_error(pdf.string() + " has no pages");
    return std::stoi(match.str(1));
}

}  // namespace ugoda::bench
