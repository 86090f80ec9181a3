#include "vault/derived.h"

#include <map>

#include "base/error.h"
#include "vault/in_storage.h"
#include "vault/log_store.h"
#include "vault/meaning.h"
#include "vault/schema.h"

namespace ugoda {

namespace {

Meaning meaning_of(const std::string& kind) {
    static const std::map<std::string, Meaning> meanings = {
        {"vault.created", settings_named},      {"settings.changed", settings_named},
        {"case.opened", case_opened},           {"case.added", case_added},
        {"case.closed", case_closed},           {"photo.added", photo_added},
        {"attachment.added", attachment_added}, {"record.fixed", record_fixed},
        {"record.issued", record_issued}};
    const auto found = meanings.find(kind);
    return found == meanings.end() ? nullptr : found->second;
}

/// The case of the header that was followed; empty when that header is in none we know.
std::string followed_case(Statements& statements, const Digest& previous) {
    const Prepared row =
        statements.use("SELECT case_number FROM case_event WHERE header_hash = ?", previous);
    return Statements::step(*row) ? text_in(*row, 0) : std::string();
}

/// The case of an event: that of the header it follows, or the one it opens. Empty when the
/// event is about the vault itself, or its payload is gone and nothing else says.
std::string place_in_case(Statements& statements, const EventEntry& event) {
    if (!event.header.in_case) return {};
    const CaseLink& link = *event.header.in_case;
    const std::string says =
        event.payload ? text_at(event.payload->content, "case") : std::string();
    const std::string number = link.previous ? followed_case(statements, *link.previous) : says;
    if (event.payload && says != number)
        throw Error(Fault::integrity, "event " + std::to_string(event.header.seq),
                    "says it is of case '" + says + "' but follows an event of '" + number + "'",
                    "run `ugoda verify`");
    if (!number.empty())
        statements.run("INSERT INTO case_event VALUES (?, ?, ?, ?)", number, link.seq,
                       event.header.seq, event.header_hash);
    return number;
}

}  // namespace

void Derivation::add(const EventEntry& event) {
    in_storage("event " + std::to_string(event.header.seq), [&] {
        const std::string case_number = place_in_case(statements_, event);
        const Meaning meaning = meaning_of(event.header.kind);
        if (event.payload && meaning != nullptr)
            meaning({statements_, event.header, *event.payload, case_number});
    });
}

int Derivation::next_case_ordinal(int year) { return next_case(statements_, year); }

int Derivation::next_record_ordinal(const std::string& prefix, int year) {
    return next_record(statements_, prefix, year);
}

void rebuild(SQLite::Database& database, const LogStore& log, const Progress& progress) {
    drop_derived_tables(database);
    create_derived_tables(database);
    Derivation derivation(database);
    const std::uint64_t total = log.size();
    std::uint64_t done = 0;
    log.for_each([&](const StoredEvent& stored) {
        derivation.add(to_entry(stored));
        if (++done % 1000 == 0 || done == total) tell(progress, "events", done, total);
    });
}

}  // namespace ugoda
