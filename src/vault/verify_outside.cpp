#include "vault/verify_outside.h"

#include "base/files.h"
#include "vault/high_water.h"
#include "vault/log_key.h"
#include "vault/verify_signatures.h"

namespace ugoda {

namespace fs = std::filesystem;

void verify_settings(const std::optional<Settings>& settings, const LogFacts& facts, Report& report) {
    if (!settings) return;
    if (const auto why = contradiction(settings->identity, facts.created))
        report.damage("vault.toml", *why, "put that line back as it was");
    if (facts.accepted_settings != sha256(settings->text))
        report.damage("vault.toml", "was edited since its text was last accepted",
                      "run `ugoda settings accept` if the edit is right");
}

void verify_identity(const VaultFiles& files, const std::optional<Settings>& settings,
                     const LogFacts& facts, Report& report) {
    verify_settings(settings, facts, report);
    report.run("keys/log.key", [&] {
        const SigningKey key = load_log_key(files.log_key());
        if (!facts.keys || parse_verifier_key(facts.keys->present().public_key)->public_bytes != key.public_bytes())
            report.damage("keys/log.key", "is not the key that the log names",
                          "put the file back from the newest backup");
    });
}

void verify_seal(const VaultFiles& files, const LogFacts& facts, Report& report) {
    if (!facts.seal) return;
    constexpr const char* remedy = "put keys/seal.key and keys/seal.crt back from the newest backup, or run `ugoda seal new`";
    report.run("keys/seal.crt", [&] {
        constexpr std::uintmax_t largest = 256u << 10;
        if (sha256(read_file(files.seal_certificates(), largest, Fault::storage)) != facts.seal)
            report.damage("keys/seal.crt", "is not the seal that was logged last", remedy);
    });
    if (!is_there(files.seal_key())) report.damage("keys/seal.key", "is missing", remedy);
}

void verify_permissions(const VaultFiles& files, Report& report) {
    std::error_code ignored;
    std::vector<fs::path> paths{files.folder};
    for (fs::directory_iterator at(files.keys(), ignored), end; !ignored && at != end;
         at.increment(ignored))
        // log.key and its folder are told by whoever loads the key.
        if (at->path() != files.log_key()) paths.push_back(at->path());
    for (const fs::path& path : paths)
        if (open_to_others(path) != 0)
            report.damage(path.string(), "other users of this computer can read it",
                          "run `chmod go= '" + path.string() + "'`");
}

void verify_marks(const std::vector<MarkCopy>& marks, const LogFacts& facts, const NodeReader& node,
                  Report& report) {
    for (const MarkCopy& copy : marks) {
        if (!copy.mark || !facts.keys) continue;
        if (is_strange(*copy.mark, *facts.keys))
            report.damage(copy.file.string(),
                          "belongs to another vault (" + copy.mark->origin + ")");
        else if (const auto why = falls_behind(*copy.mark, *facts.keys, {facts.head.size, node}))
            report.damage(copy.file.string(), *why);
        else if (copy.mark->size < facts.head.size || copy.mark->origin != facts.keys->origin())
            report.note(copy.file.string(),
                        "is behind the log: a change was interrupted after it was made",
                        "nothing needs to be done, the next change moves it");
    }
}

void verify_epochs(const LogFacts& facts, const NodeReader& node, Report& report) {
    if (!facts.keys) return;
    for (const Epoch& epoch : facts.keys->epochs())
        if (root_of(epoch.before.size, node) != epoch.before.root)
            report.damage(event_name(epoch.seq), "begins an epoch after other events than those before it");
}

void verify_printed(const LogFacts& facts, const NodeReader& node, SignatureCheck* signatures,
                    Report& report) {
    const std::vector<std::optional<Objection>> none(facts.printed.size());
    const auto& objections = signatures != nullptr ? signatures->finish() : none;
    for (std::size_t i = 0; i < facts.printed.size(); ++i) {
        const Printed& printed = facts.printed[i];
        const std::string where = event_name(printed.seq);
        const auto checkpoint = parse_checkpoint(printed.note);
        if (!checkpoint || !facts.keys)
            report.damage(where, "the checkpoint printed with it is none of this vault");
        else if (objections[i])
            report.damage(where, "the checkpoint printed with it " + objections[i]->what, objections[i]->remedy);
        else if (checkpoint->size > printed.seq)
            report.damage(where, "the checkpoint printed with it covers events that came after it");
        else if (checkpoint->size > facts.head.size ||
                 root_of(checkpoint->size, node) != checkpoint->root)
            report.damage(where,
                          "the checkpoint printed with it does not fit the log: events before it "
                          "were changed");
    }
}

}  // namespace ugoda
