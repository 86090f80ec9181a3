// What lies beside the log, held against it: vault.toml, the key, permissions, the marks, and
// the checkpoints that were printed.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "audit/checkpoint.h"
#include "vault/identity.h"
#include "vault/verify_log.h"

namespace ugoda {

class SignatureCheck;

/// A high-water mark as it was read before the log was.
struct MarkCopy {
    std::filesystem::path file;
    std::optional<Checkpoint> mark;
};

/// vault.toml against vault.created and against the text accepted last.
void verify_settings(const std::optional<Settings>& settings, const LogFacts& facts, Report& report);

/// vault.toml against vault.created and against the text accepted last; the key against both.
void verify_identity(const VaultFiles& files, const std::optional<Settings>& settings,
                     const LogFacts& facts, Report& report);

/// The seal's files against the event that logged it. Whether key and certificate fit is not seen here.
void verify_seal(const VaultFiles& files, const LogFacts& facts, Report& report);

/// Nobody else may read the vault or its keys.
void verify_permissions(const VaultFiles& files, Report& report);

void verify_marks(const std::vector<MarkCopy>& marks, const LogFacts& facts, const NodeReader& node,
                  Report& report);

/// What an epoch says it began with is what the log has.
void verify_epochs(const LogFacts& facts, const NodeReader& node, Report& report);

/// Every checkpoint that an event says was printed: signed by this vault, over no more events
/// than there were, and what the log still says of its beginning. No `signatures`: the log names
/// no key.
void verify_printed(const LogFacts& facts, const NodeReader& node, SignatureCheck* signatures,
                    Report& report);

}  // namespace ugoda
