// What is asked of all cases at once, in a vault of ten thousand: whole processes, in memory.
#include "bench/folder.h"
#include "bench/process.h"
#include "bench/table.h"
#include "bench/turns.h"
#include "bench/vault_growth.h"

namespace ugoda::bench {

namespace {

constexpr std::uint64_t cases = 10'000;
constexpr double budget_ms = 100;

double process_ms(const GrowingVault& growing, int turns, Command words) {
    words.insert(words.begin(), UGODA_PROGRAM);
    const std::vector<std::string> variables{"UGODA_VAULT=" + growing.folder().string(),
                                             "XDG_STATE_HOME=" + (growing.state().parent_path() / "xdg").string()};
    Costs costs;
    for (int turn = 0; turn < turns; ++turn) costs.push_back(run_well(words, {variables, {}, {}}));
    return wall_ms(costs);
}

int measure(int turns) {
    Table table;
    const Folder folder;
    GrowingVault growing(folder.path());
    growing.grow_to(1 + cases * events_of_a_case);
    const auto line = [&](const std::string& what, const Command& words) {
        table.at_most(what + " among 10 000 cases", process_ms(growing, turns, words), "ms", budget_ms);
    };
    line("case list", {"case", "list"});
    line("case list --json", {"case", "list", "--json"});
    line("client list", {"client", "list"});
    line("client show, of 4 complaints,", {"client", "show", growing.some_client()});
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 5 : 25, ugoda::bench::measure);
}
