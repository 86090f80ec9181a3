#include "vault/derived.h"

#include <map>

#include "base/error.h"
#include "vault/in_storage.h"
#include "vault/meaning.h"
#include "vault/schema.h"

namespace ugoda {

namespace {

Meaning meaning_of(const std::string& kind) {
    static const std::map<std::string, Meaning> meanings = {
        {"vault.created", settings_named},      {"settings.changed", settings_named},
        {"case.opened", case_opened},           {"visit.opened", visit_opened},
        {"case.added", case_added},             {"case.closed", case_closed},
        {"photo.added", photo_added},           {"attachment.added", attachment_added},
        {"record.fixed", record_fixed},         {"record.issued", record_issued},
        {"record.printed", record_happened},    {"record.signed", record_happened},
        {"record.handed_over", record_handed_over}, {"record.performed", record_performed},
        {"record.void", record_void},           {"clause.approved", clause_approved},
        {"timestamp.token", token_taken},
        {"seal.set", seal_set},
        {"deadlines.set", deadlines_set},       {"deadline.met", deadline_met},
        {"backup.made", landmark_set},          {"epoch.begun", landmark_set},
        {"key.rotated", landmark_set},          {"key.lost", landmark_set},
        {"key.revoked", landmark_set},          {"erased", payloads_erased}};
    const auto found = meanings.find(kind);
    return found == meanings.end() ? nullptr : found->second;
}

Error contradicts(const EventOutline& event, const std::string& why) {
    return Error(Fault::integrity, event_name(event.header.seq), why, "run `ugoda verify`");
}

}  // namespace

/// Notes that the event is its case's last one, and returns the seq that opened the case.
std::optional<std::uint64_t> Derivation::place_in_case(const EventOutline& event) {
    if (!event.header.in_case) {
        statements_.run("INSERT INTO own_event VALUES (?)", event.header.seq);
        return std::nullopt;
    }
    std::uint64_t opened = event.header.seq;
    if (const auto& previous = event.header.in_case->previous) {
        const auto end = ends_.extract(*previous);
        if (end.empty()) throw contradicts(event, "does not follow the last event of a case");
        opened = end.mapped();
    }
    ends_.emplace(event.header_hash, opened);
    if (statements_.run("UPDATE case_event SET events = events + 1 WHERE opened = ? AND "
                        "first + events = ?",
                        opened, event.header.seq) == 0)
        statements_.run("INSERT INTO case_event VALUES (?, ?, 1)", opened, event.header.seq);
    const std::string says = event.payload ? event.payload->text("case") : std::string();
    if (const auto other = opening_of(statements_, says); other && other != opened)
        throw contradicts(event,
                          "says it is of case '" + says + "' but follows an event of another");
    return opened;
}

void Derivation::add(const EventOutline& event) {
    in_storage(event_name(event.header.seq), [&] {
        const auto opened = place_in_case(event);
        if (!event.payload) {
            add_erased(event.header, opened);
            return;
        }
        if (const Meaning meaning = meaning_of(event.header.kind))
            meaning({statements_, event.header, *event.payload, opened, is_record_lost_});
    });
}

void Derivation::add_erased(const Header& header, std::optional<std::uint64_t> opened) {
    if (is_opening(header.kind)) erased_opening(statements_, header);
    if (header.kind == "case.closed" && opened) summarise_closing(statements_, *opened, header);
    if (header.kind == "record.fixed") is_record_lost_ = true;
}

std::optional<CaseLink> Derivation::next_link(const std::string& case_number) {
    const auto opened = opening_of(statements_, case_number);
    if (!opened) return std::nullopt;
    const Prepared last =
        statements_.use("SELECT sum(events), max(first + events) - 1 FROM case_event "
                        "WHERE opened = ?",
                        *opened);
    Statements::step(*last);
    std::optional<CaseLink> link;
    log_.read(count_in(*last, 1), [&](const EventOutline& event) {
        // The table may be damaged; the link it leads to is for ever.
        if (!event.header.in_case || event.header.in_case->seq != count_in(*last, 0) ||
            (event.payload && event.payload->text("case") != case_number))
            return;
        ends_[event.header_hash] = *opened;
        link = CaseLink{event.header.in_case->seq + 1, event.header_hash};
    });
    if (!link)
        throw Error(Fault::integrity, "case " + case_number,
                    "the list of its events does not fit the log", "run `ugoda reindex`");
    return link;
}

int Derivation::next_case_ordinal(bool is_visit, int year) {
    return next_case(statements_, is_visit, year);
}

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
        derivation.add(outline(stored));
        if (++done % 1000 == 0 || done == total) tell(progress, "events", done, total);
    });
}

}  // namespace ugoda
