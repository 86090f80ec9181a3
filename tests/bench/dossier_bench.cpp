// What it costs to hand out a case: with photographs against reading, hashing and storing the same
// files with sha256sum and zip, without any in a large vault; and to check it.
#include <fstream>

#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"
#include "bench/vault_growth.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

constexpr int photographs = 16;  // of 3.7 MB
constexpr double most_memory_mb = 150, most_ms = 150;
/// 0.6 times the speed of the floor.
constexpr double most_times_floor = 1 / 0.6;

/// The same picture in other bytes: a comment with its number behind the start of the file.
void write_photographs(const fs::path& folder) {
    draw_photograph(folder / "drawn.jpg", 4000, 3000, 1);
    const std::string jpeg = contents_of(folder / "drawn.jpg");
    for (int i = 0; i < photographs; ++i)
        std::ofstream(folder / ("photo-" + std::to_string(i) + ".jpg"), std::ios::binary)
            << jpeg.substr(0, 2) << "\xFF\xFE" << '\0' << '\4' << '\0' << static_cast<char>(i) << jpeg.substr(2);
}

Command photo_add(const Salon& salon, const std::string& number) {
    Command words = {"photo", "add", number};
    for (int i = 0; i < photographs; ++i)
        words.insert(words.end(),
                     {i % 2 == 0 ? "--before" : "--after", salon.folder() / ("photo-" + std::to_string(i) + ".jpg")});
    return words;
}

/// Hashes and stores the same files, durably: a dossier is synced, too.
Cost floor_of(const fs::path& unpacked, const fs::path& zip) {
    fs::remove(zip);
    return run_well({"sh", "-c",
                     "cd \"$0\" && find . -type f -exec sha256sum {} + >../sums && zip -0 -q -r \"$1\" . && sync \"$1\"", unpacked,
                     zip});
}

void measure_photographs(int turns, Table& table) {
    const Salon salon;
    (void)salon.run({"case", "open", fs::path(UGODA_SOURCE_DIR) / "samples/pl-nails.json"});
    const std::string number = salon.last_case();
    write_photographs(salon.folder());
    (void)salon.run(photo_add(salon, number));
    const fs::path ours = salon.folder() / "dossier.zip", unpacked = salon.fresh_folder("unpacked");
    (void)salon.run({"dossier", number, "--out", ours});
    (void)run_well({"unzip", "-q", ours, "-d", unpacked});
    table.told("a dossier with 16 photographs", double(fs::file_size(ours)) / 1e6, "MB");
    const auto costs = in_turns(turns, {[&] {
                                            fs::remove(ours);
                                            return salon.run({"dossier", number, "--out", ours});
                                        },
                                        [&] { return floor_of(unpacked, salon.folder() / "floor.zip"); },
                                        [&] {
                                            return salon.run({"verify", ours});
                                        },
                                        [&] {
                                            return run_well({"sh", unpacked / ("dossier-" + number) / "verify.sh"});
                                        }});
    table.at_most_times("making it / sha256sum and zip -0 of its files", wall_ms(costs[0]), wall_ms(costs[1]), "ms",
                        ratio(costs[0], costs[1]), most_times_floor);
    table.at_most("  peak memory", peak_mb(costs[0]), "MB", most_memory_mb);
    table.told("ugoda verify of it", wall_ms(costs[2]), "ms");
    table.at_most("  peak memory", peak_mb(costs[2]), "MB", most_memory_mb);
    table.told("verify.sh of it", wall_ms(costs[3]), "ms");
}

void measure_large_vault(std::uint64_t events, int turns, Table& table) {
    const Folder folder;
    GrowingVault growing(folder.path());
    growing.grow_to(events);
    Costs costs;
    for (int turn = 0; turn < 3 * turns; ++turn) {
        const fs::path out = folder / "dossier.zip";
        fs::remove(out);
        costs.push_back(run_well(
            {UGODA_PROGRAM, "dossier", growing.some_case(), "--out", out},
            {{"UGODA_VAULT=" + growing.folder().string(), "XDG_STATE_HOME=" + (folder / "xdg").string()}, {}, {}}));
    }
    table.at_most("dossier of a case of 12 events among " + std::to_string(events), wall_ms(costs), "ms", most_ms);
}

int measure(int turns) {
    Table table;
    measure_photographs(turns, table);
    measure_large_vault(turns == 1 ? 100'000 : 1'000'000, turns, table);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) { return ugoda::bench::reported(count > 1 ? 1 : 7, ugoda::bench::measure); }
