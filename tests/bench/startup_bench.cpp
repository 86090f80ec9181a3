// What it costs to start the program, and that it loads no library that it does not use.
#include <regex>
#include <set>

#include "bench/folder.h"
#include "bench/process.h"
#include "bench/table.h"
#include "bench/turns.h"

namespace ugoda::bench {

namespace {

/// Each of these brings a tail of libraries that costs more than all of ours.
const std::regex unwanted("opencv_(imgcodecs|objdetect|dnn)|gdal|libarchive|podofo");

/// Names of the libraries that are initialised when it runs, linked or opened later.
std::set<std::string> loaded_by(const Command& command) {
    const Folder folder;
    const std::filesystem::path log = folder / "libraries";
    (void)run_well(command, {{"LD_DEBUG=files"}, {}, log});
    const std::string text = contents_of(log);
    const std::regex line("calling init: (\\S+)");
    std::set<std::string> names;
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
        names.insert(std::filesystem::path(at->str(1)).filename());
    return names;
}

void hold_to_what_is_used(Table& table) {
    const std::set<std::string> loaded = loaded_by({UGODA_PROGRAM, "--version"});
    std::string found;
    for (const std::string& name : loaded)
        if (std::regex_search(name, unwanted)) found += (found.empty() ? "" : " ") + name;
    table.holds("no imgcodecs, objdetect, dnn, GDAL, libarchive, PoDoFo",
                found.empty() ? std::to_string(loaded.size()) + " loaded" : found,
                found.empty() && !loaded.empty());
}

int measure(int turns) {
    Table table;
    const auto costs = in_turns(turns, {[] {
                                            return run_well({UGODA_PROGRAM, "--version"});
                                        },
                                        [] {
                                            return run_well({"qpdf", "--version"});
                                        }});
    table.at_most_times("ugoda --version / qpdf --version", wall_ms(costs[0]), wall_ms(costs[1]),
                        "ms", ratio(costs[0], costs[1]), 4);
    hold_to_what_is_used(table);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 10 : 200, ugoda::bench::measure);
}
