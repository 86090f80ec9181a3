#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "audit/checkpoint.h"
#include "audit/merkle_verify.h"
#include "audit/typed_note.h"
#include "vault/database.h"
#include "vault/identity.h"
#include "vault/in_storage.h"
#include "vault/key_history.h"
#include "vault/log_store.h"
#include "vault/verify.h"
#include "vault/verify_report.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr const char* paper = "the paper's checkpoint";

/// The paper's checkpoint, if it is one of this vault and signed by a key that was its key then.
std::optional<Checkpoint> read_paper(const std::string& note, const KeyHistory& keys,
                                     Report& report) {
    const auto checkpoint = parse_checkpoint(note);
    if (!checkpoint) {
        report.damage(paper,
                      "is not a checkpoint: three lines, a blank one, and a line with a signature",
                      "compare what was typed with the paper, character by character");
    } else if (const auto objection = keys.objection(note)) {
        report.damage(paper, objection->what, objection->remedy);
    } else {
        return checkpoint;
    }
    return std::nullopt;
}

/// The tree of the events as they are now, and of the first `before` of them; from the
/// events' bytes, not from the stored nodes.
struct Recomputed {
    TreeHead before, now;
};

Recomputed recompute(const LogStore& log, std::uint64_t before) {
    Frontier frontier;
    Recomputed heads;
    log.for_each([&](const StoredEvent& event) {
        frontier.append(leaf_hash(bytes_of(sha256(event.header))));
        if (frontier.size() == before) heads.before = {before, frontier.root()};
    });
    heads.now = {frontier.size(), frontier.root()};
    return heads;
}

void compare(const Checkpoint& checkpoint, const LogStore& log, Report& report) {
    const Recomputed heads = recompute(log, checkpoint.size);
    if (checkpoint.size > heads.now.size) {
        report.damage(paper, "covers " + std::to_string(checkpoint.size) +
                                 " events, but the log has only " + std::to_string(heads.now.size) +
                                 ": events were cut off, or this is an old backup");
    } else if (checkpoint.size == 0) {
        report.damage(paper, "covers no events, so it proves nothing", "use another paper");
    } else if (heads.before.root != checkpoint.root) {
        report.damage(paper,
                      "does not fit the log: its first " + std::to_string(checkpoint.size) +
                          " events are not those the paper was printed from",
                      "history was rewritten; keep the paper and this folder for an expert");
    } else if (!verify_consistency(
                   {checkpoint.size, checkpoint.root}, heads.now,
                   consistency_proof(checkpoint.size, heads.now.size, log.nodes()))) {
        report.damage(paper, "fits the events, but the log's stored tree does not prove it",
                      "run `ugoda verify`");
    }
}

}  // namespace

Findings verify_witness(const fs::path& folder, const Surroundings&, std::string_view note) {
    const VaultFiles files{folder};
    Report report;
    report.run("vault", [&] {
        in_storage("index.db", [&] {
            const Settings settings = read_settings(files);
            const DatabaseHandle database = open_database(files.index(), Access::read);
            const SQLite::Transaction snapshot(*database, SQLite::TransactionBehavior::DEFERRED);
            const EventEntry first = LogStore(*database).entry(0);
            if (const auto why = contradiction(settings.identity, first.payload ? first.payload->content : Json()))
                throw Error(Fault::integrity, "vault.toml", *why, "put that line back as it was");
            const auto checkpoint = read_paper(as_note(note), read_key_history(*database), report);
            if (!checkpoint) return;
            compare(*checkpoint, LogStore(*database), report);
        });
    });
    return report.take();
}

}  // namespace ugoda
