// Every record of one case, one after the other in one process, as a desk would: each sealed, in its
// copies, logged and stored. The vault is in memory.
#include <chrono>

#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"
#include "workflow/issue_record.h"
#include "workflow/record_wording.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

/// A complaint told to its end, with every record.
constexpr const char* story = "/samples/pl-story.json";

struct Made {
    double seconds = 0;
    std::size_t records = 0, copies = 0;
};

Made all_records(const Salon& salon, const std::string& number) {
    salon.restore("opened");
    const Workplace place{salon.folder() / "now/vault", {salon.folder() / "now/state/ugoda", nullptr, nullptr}, find_resources(), ""};
    const fs::path out = salon.fresh_folder("papers");
    Made made;
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string& form : form_names(place.resources)) {
        const Issued issued = issue_record(place, {form, number, Json::object(), ""}, {out, false, "measured", "Nobody"});
        made.records += !issued.record.empty();
        made.copies += issued.files.size();
    }
    made.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return made;
}

int measure(int turns) {
    Salon salon;
    (void)salon.run({"case", "open", std::string(UGODA_SOURCE_DIR) + story});
    const std::string number = salon.last_case();
    salon.keep("opened");
    std::vector<double> seconds;
    Made made;
    for (int turn = 0; turn < turns; ++turn) {
        made = all_records(salon, number);
        seconds.push_back(made.seconds);
    }
    Table table;
    table.at_most("all " + std::to_string(made.records) + " records of a case, " + std::to_string(made.copies) +
                      " copies, one process",
                  median(seconds), "s", 1);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) { return ugoda::bench::reported(count > 1 ? 5 : 15, ugoda::bench::measure); }
