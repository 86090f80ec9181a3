#include "vault/key_change.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "audit/signed_note.h"
#include "base/error.h"
#include "base/files.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/lock.h"
#include "vault/log_key.h"
#include "vault/log_store.h"
#include "vault/open_log.h"
#include "vault/vault_open.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// Signed by both, the old one's line first; by `next` alone when there is no `old`.
std::string signed_text(const std::string& text, const std::string& name, const SigningKey* old, const SigningKey& next) {
    std::string note = text + "\n";
    for (const SigningKey* key : {old, &next})
        if (key != nullptr)
            note += signature_line({name, key_id(name, key->public_bytes()), key->sign(text)});
    return note;
}

/// How many events the log had when the first came that is not from before the theft.
std::uint64_t events_before(const LogStore& log, Instant theft) {
    std::uint64_t count = 0;
    bool is_before = true;
    log.for_each([&](const StoredEvent& stored) {
        is_before = is_before && outline(stored).header.time.seconds < theft.seconds;
        if (is_before) ++count;
    });
    return count;
}

/// Nothing when there is no key that fits the log, so that it is lost indeed.
std::optional<SigningKey> try_load(const OpenLog& log) {
    try {
        return load_matching_key(log.files, log.keys.present());
    } catch (const Error&) {
        return std::nullopt;
    }
}

NewEvent key_event(const OpenLog& log, const KeyChange& change, const SigningKey* old, const SigningKey& next) {
    const LogStore store(*log.database);
    const std::string origin = log.keys.origin(), present = log.keys.present().public_key,
                      following = verifier_key(origin, next.public_bytes());
    const Checkpoint before{origin, store.size(), root_of(store.size(), store.nodes())};
    const SigningKey* witness = change.kind == "key.rotated" ? old : nullptr;
    Json content = {{"old", present},
                    {"new", following},
                    {"why", change.why},
                    {"checkpoint", signed_text(to_text(before), origin, witness, next)},
                    {"statement", signed_text(key_statement(change.kind, before, present, following), origin, witness, next)}};
    if (change.kind == "key.revoked") {
        content["since"] = to_rfc3339(change.since.value());
        content["good_until"] = events_before(store, *change.since);
    }
    return {change.kind, std::nullopt, content, {}, change.staff};
}

OpenLog open_without_key(const fs::path& folder, const Surroundings& surroundings) {
    const VaultFiles files{folder};
    const Settings settings = read_settings(files);
    DatabaseHandle database = open_database(files.index(), Access::write);
    KeyHistory keys = in_storage(files.index().string(), [&] { return read_key_history(*database); });
    const std::string zone = text_at(settings.values, "time_zone");
    OpenLog log{files, settings.identity, zone.empty() ? "UTC" : zone, surroundings, std::move(database), std::move(keys)};
    in_storage(files.index().string(), [&] { require_same_log(log); });
    return log;
}

}  // namespace

std::string change_key(const fs::path& folder, const Surroundings& surroundings, const KeyChange& change) {
    require_whole({folder});
    const VaultLock lock(folder);
    OpenLog log = open_without_key(folder, surroundings);
    make_private_folder(log.files.keys());
    make_mark_folder(log.second_mark());
    std::optional<SigningKey> old = try_load(log);
    if (change.kind == "key.rotated") old = load_matching_key(log.files, log.keys.present());
    if (change.kind == "key.lost" && old)
        throw Error(Fault::input, log.files.log_key().string(), "is there and is the log's key",
                    "replace it with `ugoda key rotate`, or `ugoda key revoke` if it was stolen");
    const SigningKey next = SigningKey::generate();
    const std::string following = verifier_key(log.keys.origin(), next.public_bytes());
    // Whoever opens the vault next finds it there should we not come to put it in place.
    const fs::path waiting = next_log_key(log.files, following);
    write_file_durably(waiting, next.pem(), 0600);
    try {
        log.commit([&](Writer& writer) {
            log.require_reaches_marks();
            writer.append(key_event(log, change, old ? &*old : nullptr, next));
        });
    } catch (const Error& e) {
        // A full disk leaves open whether it is logged; then the file must stay.
        if (e.fault() != Fault::storage) fs::remove(waiting);
        throw;
    }
    log.settling.get();
    take_waiting_key(log.files, following);
    return following;
}

}  // namespace ugoda
