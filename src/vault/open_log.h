// The log of one vault, open, with all that one transaction takes: the machine's clock and
// randomness, the marks before it and after it.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <string>

#include "vault/database.h"
#include "vault/identity.h"
#include "vault/key_history.h"
#include "vault/vault.h"
#include "vault/vault_files.h"

namespace ugoda {

struct OpenLog {
    VaultFiles files;
    Identity identity;
    std::string time_zone;
    Surroundings surroundings;
    DatabaseHandle database;
    KeyHistory keys;
    /// Going on in the background since the last commit; waited for before the next, and at the end.
    std::future<void> settling{};

    /// Where the second copy of the high-water mark lies.
    [[nodiscard]] std::filesystem::path second_mark() const;

    /// Throws Error(Fault::integrity) when the log does not reach one of its marks, or the mark
    /// in the vault is missing.
    void require_reaches_marks() const;

    /// Removes what an erasure that is final left to be removed, if there is any.
    void finish_erasing();

    /// Runs `work` in one transaction, commits and puts both marks in place. Nothing happens when
    /// `work` appends nothing. Does not look at the old marks.
    void commit(const std::function<void(Writer&)>& work);
};

}  // namespace ugoda
