#include "vault/verify_log.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/canonical_json.h"
#include "vault/landmarks.h"
#include "vault/outlined_events.h"
#include "vault/verify_cases.h"
#include "vault/verify_derived.h"
#include "vault/verify_tree.h"

namespace ugoda {

namespace {

/// Of a key event, in a line.
std::string what_happened(const std::string& kind, const Json& content) {
    if (kind == "epoch.begun") return describe_epoch(content);
    const std::string why = ", because: " + text_at(content, "why");
    if (kind == "key.lost") return "the log's key was lost, and replaced without its signature" + why;
    if (kind == "key.revoked") return "the log's key was reported stolen, and replaced" + why;
    return "the log's key was replaced by another; both signed";
}

class LogCheck {
  public:
    LogCheck(SQLite::Database& database, Report& report)
        : report_(report), tree_(database, report), chains_(report) {}

    void event(const OutlinedEvent& outlined);
    LogFacts finish();

  private:
    void check_order(const Header& header);
    void gather(const EventOutline& event);
    void gather_key(const EventOutline& event);
    void gather_erased(const EventOutline& event);

    Report& report_;
    TreeCheck tree_;
    CaseChains chains_;
    LogFacts facts_;
    std::vector<std::uint64_t> without_payload_;
    std::optional<Instant> previous_;
};

void LogCheck::event(const OutlinedEvent& outlined) {
    const StoredEvent& stored = outlined.stored;
    const auto& event = outlined.event;
    if (!event) report_.run(event_name(stored.seq), [&] { std::rethrow_exception(outlined.damage); });
    tree_.event(stored.seq, event ? event->header_hash : sha256(stored.header));
    if (!event) {
        facts_.is_readable = false;
        return;
    }
    if (!event->payload) without_payload_.push_back(stored.seq);
    check_order(event->header);
    chains_.event(*event);
    if (event->payload) gather(*event);
}

void LogCheck::check_order(const Header& header) {
    const bool is_behind = previous_ && header.time.seconds < previous_->seconds;
    if (is_behind != header.behind)
        report_.damage(event_name(header.seq), "its note about the clock does not fit its time");
    if (is_behind)
        report_.note(event_name(header.seq),
                     "the computer's clock showed an earlier time (" + to_rfc3339(header.time) +
                         ") than at the event before (" + to_rfc3339(*previous_) + ")",
                     "set the computer's clock; the order of the events is certain all the same");
    if ((header.kind == "vault.created") != (header.seq == 0))
        report_.damage(event_name(header.seq),
                       "a vault is created by its first event and no other");
    previous_ = header.time;
}

void LogCheck::gather(const EventOutline& event) {
    const std::uint64_t seq = event.header.seq;
    const PayloadOutline& payload = *event.payload;
    for (const ObjectRef& object : payload.objects) {
        const auto [known, is_new] =
            facts_.objects.try_emplace(object.sha256, Reference{object.bytes, seq});
        if (!is_new && known->second.bytes != object.bytes)
            report_.damage(event_name(seq), "names object " + to_hex(object.sha256) +
                                                " with another size than " +
                                                event_name(known->second.seq));
        if (object.role == "settings") facts_.accepted_settings = object.sha256;
        if (event.header.kind == "seal.set" && object.role == "certificate") facts_.seal = object.sha256;
    }
    const std::string& kind = event.header.kind;
    if (seq == 0) {
        facts_.created = Json::parse(payload.content);
        report_.run(event_name(seq), [&] { facts_.keys.emplace(facts_.created); });
    }
    if (is_key_event(kind)) gather_key(event);
    if ((kind == "record.issued" || kind == "timestamp.token") && !member_of(payload.content, "checkpoint").empty())
        facts_.printed.push_back({seq, payload.text("checkpoint")});
    if (event.header.kind == "erased") gather_erased(event);
}

void LogCheck::gather_key(const EventOutline& event) {
    const std::uint64_t seq = event.header.seq;
    const Json content = Json::parse(event.payload->content);
    report_.run(event_name(seq), [&] {
        if (facts_.keys) facts_.keys->add(seq, event.header.kind, content);
    });
    if (event.header.kind != "epoch.begun") facts_.printed.push_back({seq, text_at(content, "checkpoint")});
    report_.note(event_name(seq), what_happened(event.header.kind, content));
}

void LogCheck::gather_erased(const EventOutline& event) {
    const Json content = Json::parse(event.payload->content);
    const auto list = [&](const char* key) {
        const auto found = content.find(key);
        return found != content.end() && found->is_array() ? *found : Json::array();
    };
    for (const Json& seq : list("events"))
        if (seq.is_number_unsigned())
            facts_.erased_events[seq.get<std::uint64_t>()] = event.header.seq;
    for (const Json& object : list("objects")) {
        const auto name =
            object.is_string() ? digest_from_hex(object.get<std::string>()) : std::nullopt;
        if (name) facts_.erased_objects[*name] = event.header.seq;
    }
}

LogFacts LogCheck::finish() {
    facts_.head = tree_.finish();
    if (facts_.head.size == 0)
        report_.damage("index.db", "the log is empty: not even the vault's creation is in it");
    for (const std::uint64_t seq : without_payload_) {
        const auto erased = facts_.erased_events.find(seq);
        if (erased == facts_.erased_events.end())
            report_.damage(event_name(seq), "its payload is missing and no event erased it");
        else
            report_.note(event_name(seq),
                         "its payload was erased, by event " + std::to_string(erased->second));
    }
    return std::move(facts_);
}

/// What SQLite itself can tell: pages, indexes, payloads without an event.
void check_database(SQLite::Database& database, Report& report) {
    for (const char* pragma : {"PRAGMA integrity_check(10)", "PRAGMA foreign_key_check"}) {
        SQLite::Statement row(database, pragma);
        while (row.executeStep()) {
            const std::string says = row.getColumn(0).getText();
            if (says != "ok") report.damage("index.db", "the file is damaged inside: " + says);
        }
    }
}

/// Shows every event to `visit`, and tells how far it is.
void pass(const LogStore& log, std::string_view what, const Progress& progress,
          const std::function<void(const OutlinedEvent&)>& visit) {
    const std::uint64_t total = log.size();
    std::uint64_t done = 0;
    tell(progress, what, done, total);
    for_each_outlined(log, [&](const OutlinedEvent& event) {
        visit(event);
        if (++done % 1000 == 0) tell(progress, what, done, total);
    });
    tell(progress, what, done, total);
}

}  // namespace

LogFacts verify_log(SQLite::Database& database, Report& report, const Progress& progress) {
    check_database(database, report);
    LogCheck check(database, report);
    pass(LogStore(database), "events", progress,
         [&](const OutlinedEvent& event) { check.event(event); });
    return check.finish();
}

void verify_index(SQLite::Database& database, const LogFacts& facts, Report& report,
                  const Progress& progress) {
    DerivedCheck derived(report);
    if (facts.is_readable)
        pass(LogStore(database), "index entries", progress,
             [&](const OutlinedEvent& event) { derived.event(event.event.value()); });
    else
        derived.give_up();
    derived.compare(database);
}

}  // namespace ugoda
