#include "vault/key_history.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "audit/signed_note.h"
#include "base/base64.h"
#include "base/error.h"
#include "base/json_values.h"
#include "vault/landmarks.h"
#include "vault/log_store.h"

namespace ugoda {

namespace {

Error contradicts(std::uint64_t seq, const std::string& why) {
    return {Fault::integrity, event_name(seq), why, "run `ugoda verify`"};
}

std::optional<Checkpoint> checkpoint_in(const Json& value) {
    const auto root = digest_from_hex(text_at(value, "root"));
    const auto size = value.is_object() ? value.find("size") : value.end();
    if (!root || size == value.end() || !size->is_number_unsigned()) return std::nullopt;
    return Checkpoint{text_at(value, "origin"), size->get<std::uint64_t>(), *root};
}

Json member(const Json& content, const char* name) {
    const auto found = content.find(name);
    return found == content.end() ? Json() : *found;
}

std::string plural(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " event" : " events");
}

Objection past_its_end(const LogKey& key, std::uint64_t size) {
    const std::string by = " (" + event_name(key.ended_by) + ")";
    if (key.ended == "epoch.begun")
        return {"covers " + plural(size) + ", of which only the first " + std::to_string(*key.until) +
                    " are here: the rest was lost before a backup was put back" + by,
                "the paper is good evidence of what is missing; keep it"};
    if (key.ended == "key.revoked")
        return {"is signed by a key that was reported stolen" + by + ": it vouches for the first " +
                    plural(*key.until) + " and no more",
                "it counts only if something else proves that it is older than the theft"};
    return {"is signed by a key that the vault had given up by then" + by,
            "it was forged with an old key; keep it for an expert"};
}

}  // namespace

KeyHistory::KeyHistory(const Json& created) {
    const std::string key = text_at(created, "public_key");
    if (!parse_verifier_key(key)) throw contradicts(0, "names no key");
    keys_.push_back({key, 0, std::nullopt, "", 0});
}

std::string KeyHistory::origin() const { return parse_verifier_key(present().public_key)->name; }

std::string KeyHistory::next_origin() const {
    return parse_verifier_key(keys_.front().public_key)->name + "/epoch-" +
           std::to_string(epochs_.size() + 2);
}

void KeyHistory::add(std::uint64_t seq, std::string_view kind, const Json& content) {
    if (kind == "epoch.begun")
        begin_epoch(seq, content);
    else
        change_key(seq, kind, content);
}

void KeyHistory::end_present(std::uint64_t seq, std::uint64_t until, std::string_view kind) {
    LogKey& key = keys_.back();
    key.until = until;
    key.ended = kind;
    key.ended_by = seq;
}

void KeyHistory::begin_epoch(std::uint64_t seq, const Json& content) {
    const auto before = checkpoint_in(member(content, "before"));
    const auto key = parse_verifier_key(text_at(content, "public_key"));
    if (!before || before->origin != origin() || before->size != seq || !key ||
        key->name != next_origin() ||
        key->public_bytes != parse_verifier_key(present().public_key)->public_bytes)
        throw contradicts(seq, "begins an epoch that does not follow on what is before it");
    // Of one origin, the checkpoints after what was restored are of the log that was lost.
    for (LogKey& old : keys_)
        if (parse_verifier_key(old.public_key)->name == origin() && old.until.value_or(seq) > seq)
            old.until = seq;
    epochs_.push_back({seq, *before, checkpoint_in(member(content, "known"))});
    end_present(seq, seq, "epoch.begun");
    keys_.push_back({text_at(content, "public_key"), seq, std::nullopt, "", 0});
}

void KeyHistory::change_key(std::uint64_t seq, std::string_view kind, const Json& content) {
    const std::string next = text_at(content, "new"), note = text_at(content, "checkpoint"),
                      statement = text_at(content, "statement");
    const auto key = parse_verifier_key(next), old = parse_verifier_key(present().public_key);
    const auto before = parse_checkpoint(note);
    if (text_at(content, "old") != present().public_key || !key || key->name != old->name ||
        !before || before->origin != old->name || before->size != seq)
        throw contradicts(seq, "replaces a key that was not the log's");
    const auto parsed = parse_signed_note(statement);
    const bool needs_old = kind == "key.rotated";
    for (const std::string& signed_by : {note, statement})
        if (!is_signed_by(signed_by, *key) || (needs_old && !is_signed_by(signed_by, *old)))
            throw contradicts(seq, "replaces the log's key but is not signed as it must be");
    if (!parsed || parsed->text != key_statement(kind, *before, present().public_key, next))
        throw contradicts(seq, "replaces the log's key and signs something else");
    const std::uint64_t until =
        kind == "key.revoked" ? static_cast<std::uint64_t>(number_at(content, "good_until")) : seq;
    end_present(seq, std::min(until, seq), kind);
    keys_.push_back({next, seq, std::nullopt, "", 0});
}

std::optional<Objection> KeyHistory::objection(std::string_view note,
                                               std::optional<std::uint64_t> logged) const {
    const auto checkpoint = parse_checkpoint(note);
    if (!checkpoint) return Objection{"is not a checkpoint", "compare it with the paper"};
    std::optional<Objection> found;
    bool is_ours = false;
    for (auto key = keys_.rbegin(); key != keys_.rend(); ++key) {
        const auto verifier = parse_verifier_key(key->public_key);
        if (verifier->name != checkpoint->origin) continue;
        is_ours = true;
        if (!is_signed_by(note, *verifier)) continue;
        if (!key->until || checkpoint->size <= *key->until) return std::nullopt;
        if (logged && key->ended == "key.revoked" && *logged < key->ended_by) return std::nullopt;
        found = past_its_end(*key, checkpoint->size);
    }
    if (found) return found;
    if (!is_ours)
        return Objection{"is of another vault (" + checkpoint->origin + ", this one is " + origin() + ")",
                         "hold it against the vault it came from"};
    return Objection{"is not signed by this vault's key: it was mistyped or forged, or the vault's key was changed",
                     "compare what was typed with the paper; if it is the same, keep both for an expert"};
}

KeyHistory read_key_history(SQLite::Database& database) {
    const EventEntry first = LogStore(database).entry(0);
    if (first.header.kind != "vault.created" || !first.payload)
        throw Error(Fault::integrity, "event 0", "is not the creation of a vault",
                    "run `ugoda verify`");
    KeyHistory history(first.payload->content);
    for (const EventEntry& event : read_key_events(database)) {
        if (!event.payload) throw contradicts(event.header.seq, "says nothing of the log's key: its payload is missing");
        history.add(event.header.seq, event.header.kind, event.payload->content);
    }
    return history;
}

std::string describe_epoch(const Json& content) {
    const Json missing = member(content, "missing");
    const auto number = [&](const char* name) {
        return missing.is_object() && missing.contains(name) ? std::to_string(number_at(missing, name)) : std::string("not known");
    };
    return "epoch " + std::to_string(number_at(content, "epoch")) +
           " began after a backup was put back; missing of the log before it: events " + number("from") + " to " +
           number("to") + "; because: " + text_at(content, "why");
}

std::string key_statement(std::string_view kind, const Checkpoint& before,
                          const std::string& old_key, const std::string& new_key) {
    return "ugoda/" + std::string(kind) + "@v1\n" + to_text(before) + old_key + "\n" + new_key + "\n";
}

}  // namespace ugoda
