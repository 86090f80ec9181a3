// What a settlement in two copies with four photographs costs, from the vault and from the
// camera's files, against Typst setting the same pages with the same files.
#include <fstream>
#include <iostream>

#include "bench/issue_twin.h"
#include "bench/issue_typst.h"
#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> photos{"before-1.jpg", "before-2.jpg", "after-1.jpg", "after-2.jpg"};

/// A salon with a complaint that has four 12-megapixel photographs; kept as "empty" before it
/// is opened and as "opened" behind that.
struct Complaint {
    Salon salon;
    fs::path file = salon.folder() / "pl-hair.json";
    std::string number;

    Complaint() {
        fs::copy_file(fs::path(UGODA_SOURCE_DIR) / "samples/pl-hair.json", file);
        fs::create_directory(salon.folder() / "photographs");
        int seed = 0;
        for (const std::string& photo : photos)
            draw_photograph(salon.folder() / "photographs" / photo, 4000, 3000, ++seed);
        salon.keep("empty");
        (void)salon.run({"case", "open", file});
        number = salon.last_case();
        salon.keep("opened");
    }

    [[nodiscard]] Cost open() const {
        salon.restore("empty");
        return salon.run({"case", "open", file});
    }
    /// In the vault as it is; into a new folder.
    [[nodiscard]] Cost issue() const {
        return salon.run({"issue", "settlement", number, "--out", salon.fresh_folder("papers")});
    }
    [[nodiscard]] std::vector<fs::path> papers() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(salon.folder() / "papers"))
            found.push_back(entry.path());
        return found;
    }
};

Cost issue_from_vault(const Complaint& complaint) {
    complaint.salon.restore("opened");
    return complaint.issue();
}

Cost from_files(const Complaint& complaint) {
    const Cost opened = complaint.open(), issued = complaint.issue();
    return {opened.wall_ms + issued.wall_ms, opened.cpu_ms + issued.cpu_ms,
            std::max(opened.peak_mb, issued.peak_mb), 0};
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream out(file);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

/// A twin of each paper, in the largest letters in which it needs no more pages than ours.
Typst twins_of(const Complaint& complaint, const fs::path& workspace) {
    for (const std::string& photo : photos)
        fs::copy_file(complaint.salon.folder() / "photographs" / photo, workspace / photo);
    std::vector<std::string> names;
    std::vector<int> pages;
    for (const fs::path& paper : complaint.papers()) {
        names.push_back(paper.stem());
        pages.push_back(page_count(paper));
    }
    Typst typst(workspace, names);
    for (double size_pt = 10; size_pt >= 6; size_pt -= 0.5) {
        for (const fs::path& paper : complaint.papers())
            write(workspace / (paper.stem().string() + ".typ"), twin_of(paper, photos, size_pt));
        (void)typst.run();
        if (typst.pages() == pages) return typst;
    }
    throw std::runtime_error("the twin does not come to the same number of pages");
}

void compare(Table& table, const Complaint& complaint, int turns) {
    const fs::path workspace = complaint.salon.fresh_folder("twin");
    Typst typst = twins_of(complaint, workspace);
    std::vector<double> inner;
    const auto costs = in_turns(
        turns, {[&] { return issue_from_vault(complaint); }, [&] { return from_files(complaint); },
                [&] {
                    const Cost cost = typst.run();
                    inner.push_back(typst.inner_ms());
                    return cost;
                }});
    const Costs &issued = costs[0], &all = costs[1], &peer = costs[2];
    table.at_most_times("issue two copies, photographs in the vault / Typst", wall_ms(issued),
                        wall_ms(peer), "ms", ratio(issued, peer), 0.1);
    table.at_most("  peak memory", peak_mb(issued), "MB", 120);
    table.at_most_times("photograph files to two copies (open, issue) / Typst", wall_ms(all),
                        wall_ms(peer), "ms", ratio(all, peer), 0.5);
    table.told("  peak memory", peak_mb(all), "MB");
    table.told("Typst without starting node: compile and write", median(inner), "ms");
    table.told("  peak memory of the whole", peak_mb(peer), "MB");
    table.told("  pages of its two documents", typst.pages().at(0) + typst.pages().at(1), "");
}

void without_peer(Table& table, const Complaint& complaint, int turns) {
    const auto costs = in_turns(turns, {[&] { return issue_from_vault(complaint); },
                                        [&] { return from_files(complaint); }});
    table.told("issue two copies, photographs in the vault", wall_ms(costs[0]), "ms");
    table.at_most("  peak memory", peak_mb(costs[0]), "MB", 120);
    table.told("photograph files to two copies (open, issue)", wall_ms(costs[1]), "ms");
    table.missing("  against Typst", "install npm");
}

int measure(int turns) {
    const Complaint complaint;
    (void)complaint.issue();
    Table table;
    double largest = 0;
    for (const fs::path& paper : complaint.papers())
        largest = std::max(largest, double(fs::file_size(paper)) / 1e6);
    table.at_most("settlement PDF with four photographs at 300 dpi", largest, "MB", 1.5);
    if (Typst::is_installed())
        compare(table, complaint, turns);
    else
        without_peer(table, complaint, turns);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 3 : 11, ugoda::bench::measure);
}
