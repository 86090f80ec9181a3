// What it costs to be told what is due: 20 000 items of 10 000 open cases, half of them deadlines
// of the law, half promises of records.
#include "base/files.h"
#include "bench/folder.h"
#include "bench/process.h"
#include "bench/table.h"
#include "bench/turns.h"
#include "vault/vault.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

constexpr int cases = 10'000, cases_at_once = 500;
constexpr double budget_ms = 100;
constexpr const char* staff = "s-1";

Json deadline(const char* id, const std::string& due) {
    return {{"id", id},
            {"what", "reply to the complaint"},
            {"due", due},
            {"basis", "art. 7a ust. 1-2 ustawy z 30.05.2014 o prawach konsumenta"},
            {"certainty", "high"},
            {"silence", "no reply in time: the complaint counts as accepted (how far for damages is debated)"},
            {"counts_from", "intake.received_at"}};
}

/// Some day of 2026, another for each case.
std::string some_day(int number) {
    const int month = number % 12 + 1, day = number % 28 + 1;
    return "2026-" + std::string(month < 10 ? "0" : "") + std::to_string(month) +
           (day < 10 ? "-0" : "-") + std::to_string(day);
}

void open_case(Writer& writer, const Json& sections, int number) {
    const std::string id = writer.next_case_number(2026);
    writer.append({"case.opened", id, {{"sections", sections}}, {}, staff});
    writer.append({"deadlines.set",
                   id,
                   {{"deadlines", {deadline("acknowledgement", some_day(number) + "T09:20:00+01:00"),
                                   deadline("reply", some_day(number + 40))}}},
                   {},
                   staff});
    if (number % 2 == 0) return;
    const std::string record = writer.next_record_id("SET", 2026);
    writer.append({"record.fixed",
                   id,
                   {{"record", record}, {"form", "settlement"}, {"version", 1}, {"content_hash", to_hex(sha256(record))}},
                   {},
                   staff});
    const auto promise = [&](const char* name, int days) {
        return Json{{"id", name},
                    {"what", "Toner and a correction of the strands at the face, free of charge"},
                    {"who", "Tekla Nierzeczywista"},
                    {"until", some_day(number + days)}};
    };
    writer.append({"record.issued",
                   id,
                   {{"record", record},
                    {"version", 1},
                    {"promises", {promise("redo", 3), promise("refund", 70)}},
                    {"meets", {"acknowledgement", "reply"}}},
                   {},
                   staff});
}

void make_vault(const fs::path& folder) {
    const ugoda::Surroundings surroundings{folder / "state/ugoda"};
    Vault::create(folder / "vault", {{"time_zone", "Europe/Warsaw"}, {"salon", {{"name", "Studio Jasmin"}}}},
                  staff, surroundings);
    Vault vault(folder / "vault", Access::write, surroundings);
    const Json sample = parse_json(
        read_file(fs::path(UGODA_SOURCE_DIR) / "samples/en-refund.json", 1u << 20, Fault::input), "en-refund.json");
    const Json sections = {{"client", sample.at("client")}, {"intake", sample.at("intake")}};
    for (int number = 0; number < cases;)
        vault.write([&](Writer& writer) {
            for (int i = 0; i < cases_at_once; ++i) open_case(writer, sections, number++);
        });
}

int measure(int turns) {
    Table table;
    const Folder folder;
    make_vault(folder.path());
    const std::vector<std::string> variables = {"UGODA_VAULT=" + (folder / "vault").string(),
                                                "XDG_STATE_HOME=" + (folder / "state").string()};
    const auto ms = [&](Command words) {
        words.insert(words.begin(), UGODA_PROGRAM);
        Costs costs;
        for (int turn = 0; turn < turns; ++turn)
            costs.push_back(run_well(words, {variables, folder / "told", {}}, 1));
        return wall_ms(costs);
    };
    table.at_most("due: 20 000 open items of 10 000 cases", ms({"due"}), "ms", budget_ms);
    table.at_most("due --within 7 among them", ms({"due", "--within", "7"}), "ms", budget_ms);
    table.told("due --ics of them", ms({"due", "--ics", folder / "due.ics"}), "ms");
    table.told("due --json of them", ms({"due", "--json"}), "ms");
    table.at_most("due of one case among them", ms({"due", "2026-5000"}), "ms", budget_ms);
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) { return ugoda::bench::reported(count > 1 ? 5 : 25, ugoda::bench::measure); }
