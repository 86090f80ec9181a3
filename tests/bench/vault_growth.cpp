#include "bench/vault_growth.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdio>

#include "base/files.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

constexpr int year = 2026;
constexpr int cases_at_once = 100;
constexpr int cases_of_a_client = 4;
constexpr const char* staff = "s-1";

Vault new_vault(const fs::path& folder) {
    const Surroundings surroundings{folder / "state"};
    const Json settings = {{"time_zone", "Europe/London"}, {"salon", {{"name", "Studio Jasmin"}}}};
    Vault::create(folder / "vault", settings, staff, surroundings);
    return Vault(folder / "vault", Access::write, surroundings);
}

Json photo_facts(int number) {
    return {{"bytes", 3184903 + number},
            {"camera", "Imaginary Phone 7"},
            {"has_gps_position", false},
            {"height", 3024},
            {"media_type", "image/jpeg"},
            {"orientation", 6},
            {"times", {{"camera", "2026-03-02T13:52:10"}, {"camera_offset", "+00:00"}}},
            {"width", 4032}};
}

/// What is read back must be what it is.
std::string bytes_of(const std::string& role) {
    if (role == "rendition") return read_file(fs::path(UGODA_SOURCE_DIR) / "samples/photographs/before-1.jpg", 1u << 20, Fault::input);
    return role == "answers" ? R"({"answers":{"variant":"B_refund"}})" : "the bytes of " + role;
}

Json clauses(int count) {
    Json list = Json::array();
    for (int i = 1; i <= count; ++i)
        list.push_back({{"id", "EN-C-" + std::to_string(10 + i)}, {"tag", "STD"}});
    return list;
}

}  // namespace

GrowingVault::GrowingVault(const fs::path& folder)
    : folder_(folder),
      sample_(parse_json(
          read_file(fs::path(UGODA_SOURCE_DIR) / "samples/en-refund.json", 1u << 20, Fault::input),
          "en-refund.json")),
      vault_(new_vault(folder)) {
    for (const char* role : {"original", "rendition", "answers", "template", "form", "locale",
                             "copy 1", "layout 1", "copy 2", "layout 2"})
        objects_.push_back(vault_.put(bytes_of(role), role));
}

void GrowingVault::grow_to(std::uint64_t events) {
    while (vault_.size() + events_of_a_case <= events) {
        renew_checkpoints();
        const std::uint64_t missing = (events - vault_.size()) / events_of_a_case;
        vault_.write([&](Writer& writer) {
            std::vector<std::string> numbers;
            for (std::uint64_t i = 0; i < std::min<std::uint64_t>(missing, cases_at_once); ++i)
                numbers.push_back(open_case(writer));
            for (const std::string& number : numbers) take_down(writer, number);
            for (const std::string& number : numbers) settle(writer, number);
        });
    }
}

/// Two for each case of the next transaction: as different as those that leave a salon.
void GrowingVault::renew_checkpoints() {
    const std::uint64_t size = vault_.size();
    checkpoints_.clear();
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(size, 2 * cases_at_once); ++i)
        checkpoints_.push_back(vault_.signed_checkpoint(size - i));
}

std::string GrowingVault::some_case() const {
    char number[16];
    std::snprintf(number, sizeof number, "%d-%04d", year, std::max(1, cases_ / 2));
    return number;
}

/// A client comes back with every fourth case.
Json GrowingVault::next_client() const {
    Json client = sample_.at("client");
    const int person = cases_ / cases_of_a_client;
    client["client_id"] = "C-" + std::to_string(1000 + person);
    client["client_name"] = text_at(client, "client_name") + " " + std::to_string(person);
    return client;
}

std::string GrowingVault::some_client() const {
    return "C-" + std::to_string(1000 + cases_ / 2 / cases_of_a_client);
}

std::string GrowingVault::open_case(Writer& writer) {
    std::string number = writer.next_case_number(year);
    const Json client = next_client();
    ++cases_;
    writer.append(
        {"case.opened",
         number,
         {{"title", "Refund"},
          {"language", "en"},
          {"jurisdiction", "GB"},
          {"sections", {{"client", client}, {"intake", sample_.at("intake")}}}},
         {},
         staff});
    add_photographs(writer, number);
    writer.append({"attachment.added",
                   number,
                   {{"number", 1}, {"attachment_kind", "receipt"}, {"name", "receipt.pdf"}},
                   {objects_[0]},
                   staff});
    return number;
}

void GrowingVault::take_down(Writer& writer, const std::string& number) {
    writer.append({"case.added",
                   number,
                   {{"sections", {{"settlement", sample_.at("settlement")}}}},
                   {},
                   staff});
    add_record(writer, number, "INT");
}

void GrowingVault::settle(Writer& writer, const std::string& number) {
    add_record(writer, number, "SET");
    writer.append({"case.closed", number, {{"why", "performed"}}, {}, staff});
}

void GrowingVault::add_photographs(Writer& writer, const std::string& number) {
    for (int photo = 1; photo <= 4; ++photo)
        writer.append({"photo.added",
                       number,
                       {{"number", photo},
                        {"phase", photo < 3 ? "before" : "after"},
                        {"name", "IMG_" + std::to_string(2000 + photo) + ".jpg"},
                        {"facts", photo_facts(photo)},
                        {"rendition_size", {1600, 1200}},
                        {"findings", Json::array()},
                        {"taken_by", "Tekla Nierzeczywista"}},
                       {objects_[0], objects_[1]},
                       staff});
}

void GrowingVault::add_record(Writer& writer, const std::string& number, const char* prefix) {
    const std::string id = writer.next_record_id(prefix, year);
    writer.append({"record.fixed",
                   number,
                   {{"record", id},
                    {"form", prefix == std::string("SET") ? "settlement" : "intake"},
                    {"version", 1},
                    {"locale", "en-GB"},
                    {"content_hash", to_hex(sha256(id))},
                    {"copies", 2}},
                   {objects_[2], objects_[3], objects_[4], objects_[5]},
                   staff});
    const std::string& checkpoint =
        checkpoints_[static_cast<std::size_t>(2 * cases_ + (*prefix == 'S')) % checkpoints_.size()];
    writer.append({"record.issued",
                   number,
                   {{"record", id},
                    {"version", 1},
                    {"checkpoint", checkpoint},
                    {"clauses", clauses(14)},
                    {"copies", {{{"copy", 1}, {"pages", 4}}, {{"copy", 2}, {"pages", 4}}}}},
                   {objects_[6], objects_[7], objects_[8], objects_[9]},
                   staff});
}

Content content_of(const fs::path& vault) {
    const SQLite::Database database((vault / "index.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(database,
                          "SELECT count(*), sum(length(header)) + (SELECT sum(length(bytes)) FROM "
                          "payload) FROM event");
    row.executeStep();
    return {static_cast<std::uint64_t>(row.getColumn(0).getInt64()),
            static_cast<std::uint64_t>(row.getColumn(1).getInt64()),
            fs::file_size(vault / "index.db")};
}

}  // namespace ugoda::bench
