// The vault: what is asked of a large one, what an event costs, and how cost grows with their
// number. Events are made in batches, by the vault itself.
#include <chrono>
#include <cstdio>
#include <fstream>

#include "bench/folder.h"
#include "bench/process.h"
#include "bench/turns.h"
#include "bench/vault_growth.h"
#include "bench/vault_one_event.h"
#include "bench/vault_verify.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t many = 100'000;
constexpr double budget_trail_ms = 30, budget_bytes = 150;

/// The program, in that vault: the whole process.
Cost in_vault(const GrowingVault& growing, Command words) {
    words.insert(words.begin(), UGODA_PROGRAM);
    return run_well(words,
                    {{"UGODA_VAULT=" + growing.folder().string(),
                      "XDG_STATE_HOME=" + (growing.state().parent_path() / "xdg").string()},
                     {},
                     {}},
                    1);
}

double process_ms(const GrowingVault& growing, int turns, const Command& words) {
    Costs costs;
    for (int turn = 0; turn < turns; ++turn) costs.push_back(in_vault(growing, words));
    return wall_ms(costs);
}

/// A sample that any salon may open.
void write_case_file(const fs::path& file) {
    Json sample = parse_json(contents_of(fs::path(UGODA_SOURCE_DIR) / "samples/en-refund.json"),
                             "en-refund.json");
    for (const char* section : {"salon", "photo_sheet", "evidence"}) sample.erase(section);
    std::ofstream(file) << sample.dump();
}

double reindex_s(GrowingVault& growing) {
    const auto begin = std::chrono::steady_clock::now();
    growing.vault().reindex();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void measure_large(int turns, Table& table) {
    const Folder folder;
    GrowingVault growing(folder.path());
    growing.grow_to(many);
    measure_verify(growing, turns, table);
    measure_signatures(growing, turns, table);
    table.at_most("trail of a case of 12 events among 100 000",
                  process_ms(growing, 3 * turns, {"trail", growing.some_case()}), "ms",
                  budget_trail_ms);
    table.at_most("index beyond header and payload, for each event",
                  content_of(growing.folder()).more_per_event(), "B", budget_bytes);
    table.told("case list of 8 333 cases", process_ms(growing, turns, {"case", "list"}), "ms");
    write_case_file(folder / "case.json");
    table.told("case open among them",
               process_ms(growing, turns, {"case", "open", folder / "case.json"}), "ms");
    table.told("reindex", reindex_s(growing), "s");
}

void line_of_sizes(std::uint64_t events) {
    const Folder folder;
    GrowingVault growing(folder.path());
    growing.grow_to(events);
    const Content content = content_of(growing.folder());
    const VerifyCost verify = verify_cost(growing);
    const double trail = process_ms(growing, 3, {"trail", growing.some_case()});
    const double list = process_ms(growing, 1, {"case", "list"});
    std::printf("%8llu %12s %10s %12s %12s %12s %12s %12s\n",
                static_cast<unsigned long long>(content.events),
                figure(static_cast<double>(content.file_bytes) / 1e6, "MB").c_str(),
                figure(content.more_per_event(), "B").c_str(),
                figure(verify.pass_s * 1e3, "ms").c_str(),
                figure(verify.whole_s * 1e3, "ms").c_str(), figure(trail, "ms").c_str(),
                figure(list, "ms").c_str(), figure(reindex_s(growing) * 1e3, "ms").c_str());
    std::fflush(stdout);
}

void print_sizes(std::uint64_t most) {
    std::printf("\n%8s %12s %10s %12s %12s %12s %12s %12s\n", "events", "index.db", "more each",
                "events pass", "verify", "trail", "case list", "reindex");
    for (std::uint64_t events = 100; events <= most; events *= 10) line_of_sizes(events);
}

int measure(int turns) {
    Table table;
    measure_large(turns, table);
    measure_one_event(UGODA_BINARY_DIR, table);
    print_sizes(turns == 1 ? many : 10 * many);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 1 : 5, ugoda::bench::measure);
}
