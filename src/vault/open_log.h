// The log of one vault, open, with all that one transaction takes: the machine's clock and
// randomness, the marks before it and after it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "vault/database.h"
#include "vault/identity.h"
#include "vault/vault.h"
#include "vault/vault_files.h"

namespace ugoda {

struct OpenLog {
    VaultFiles files;
    Identity identity;
    std::string time_zone;
    Surroundings surroundings;
    DatabaseHandle database;

    /// Where the second copy of the high-water mark lies.
    [[nodiscard]] std::filesystem::path second_mark() const;

    /// Throws Error(Fault::integrity) when the log does not reach one of its marks, or the mark
    /// in the vault is missing.
    void require_reaches_marks() const;

    /// Runs `work` in one transaction and commits; both marks are on the disk before, and in
    /// place after. Nothing happens when `work` appends nothing. Does not look at the old marks.
    void commit(const std::function<void(Writer&)>& work) const;
};

}  // namespace ugoda
