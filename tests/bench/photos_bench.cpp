// What it costs to take in one photograph, against a program that does only what cannot be
// left out (photos_floor.cpp), and the memory that a very large one takes.
#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

/// Long side of a rendition, as src/workflow/arrivals.cpp has it.
const std::string rendition_px = "1200";

Cost take_in(const Salon& salon, const std::string& case_number, const fs::path& photo) {
    salon.restore("opened");
    return salon.run({"photo", "add", case_number, "--after", photo});
}

Cost floor_of(const Salon& salon, const fs::path& photo) {
    const fs::path folder = salon.fresh_folder("floor");
    return run_well({fs::path(UGODA_BINARY_DIR) / "photo_floor", photo, folder, rendition_px});
}

void compare_heic(Table& table, const Salon& salon, const std::string& number, const fs::path& jpeg,
                  int turns) {
    const std::string program = fs::path(UGODA_BINARY_DIR) / "heic_floor";
    const fs::path heic = salon.folder() / "usual.heic";
    (void)run_well({program, "make", jpeg, heic});
    const auto costs = in_turns(turns, {[&] { return take_in(salon, number, heic); },
                                        [&] {
                                            return run_well({program, "decode", heic});
                                        }});
    table.at_most_times("take in a 12-megapixel HEIC / libheif's decode", wall_ms(costs[0]),
                        wall_ms(costs[1]), "ms", ratio(costs[0], costs[1]), 1.15);
}

int measure(int turns) {
    const Salon salon;
    (void)salon.run({"case", "open", fs::path(UGODA_SOURCE_DIR) / "samples/pl-nails.json"});
    const std::string number = salon.last_case();
    salon.keep("opened");
    const fs::path usual = salon.folder() / "usual.jpg", large = salon.folder() / "large.jpg";
    draw_photograph(usual, 4000, 3000, 1);
    draw_photograph(large, 8000, 6000, 2);

    Table table;
    const auto costs = in_turns(turns, {[&] { return take_in(salon, number, usual); },
                                        [&] { return floor_of(salon, usual); }});
    table.told("a 12-megapixel JPEG", double(fs::file_size(usual)) / 1e6, "MB");
    table.at_most_times("take in a 12-megapixel JPEG / floor", wall_ms(costs[0]), wall_ms(costs[1]),
                        "ms", ratio(costs[0], costs[1]), 1.4);
    table.told("  peak memory", peak_mb(costs[0]), "MB");
    compare_heic(table, salon, number, usual, turns / 2 + 1);
    const Cost cost = take_in(salon, number, large);
    table.told("take in a 48-megapixel JPEG", cost.wall_ms, "ms");
    table.at_most("  peak memory", cost.peak_mb, "MB", 300);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 3 : 21, ugoda::bench::measure);
}
