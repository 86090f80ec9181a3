#include "vault/seal_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/json_values.h"
#include "vault/case_events.h"

namespace ugoda {

namespace {

/// `copy 2` is 2, what is no copy 0.
int copy_number(const std::string& role) {
    constexpr std::string_view copy = "copy ";
    return role.starts_with(copy) ? std::atoi(role.c_str() + copy.size()) : 0;
}

std::optional<CopyEntry> copy_in(const EventOutline& event, const Digest& pdf) {
    if (!event.payload) return std::nullopt;
    const auto& objects = event.payload->objects;
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const ObjectRef& object) {
        return object.sha256 == pdf && copy_number(object.role) > 0;
    });
    if (found == objects.end()) return std::nullopt;
    const Json content = Json::parse(event.payload->content);
    return CopyEntry{text_at(content, "record"), static_cast<int>(number_at(content, "version")),
                     copy_number(found->role), event.header.seq, to_rfc3339(event.header.time)};
}

}  // namespace

std::vector<SealEntry> read_seals(SQLite::Database& database) {
    Statements statements(database);
    const Prepared row = statements.use("SELECT seq FROM seal ORDER BY seq");
    const LogStore log(database);
    std::vector<SealEntry> seals;
    while (Statements::step(*row)) {
        const EventEntry entry = log.entry(count_in(*row, 0));
        if (entry.header.kind != "seal.set") throw does_not_fit(entry.header.seq);
        if (entry.payload && !entry.payload->objects.empty())
            seals.push_back({entry.header.seq, to_rfc3339(entry.header.time), entry.payload->content,
                             entry.payload->objects.front()});
    }
    return seals;
}

std::optional<CopyEntry> read_copy_with(SQLite::Database& database, const Digest& pdf) {
    Statements statements(database);
    // Every record that was issued has its checkpoint there.
    const Prepared row = statements.use("SELECT seq FROM checkpoint ORDER BY seq DESC");
    const LogStore log(database);
    std::optional<CopyEntry> found;
    while (!found && Statements::step(*row))
        log.read(count_in(*row, 0), [&](const EventOutline& event) { found = copy_in(event, pdf); });
    return found;
}

}  // namespace ugoda
