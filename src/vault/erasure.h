// Erasing: which objects go with payloads, and what is left to do once the log says that they are
// gone. What an `erased` event says, and in which order all this happens, is in FORMAT.md.
#pragma once

#include <vector>

#include "vault/log_store.h"
#include "vault/vault.h"
#include "vault/vault_files.h"

namespace ugoda {

/// What goes with the payloads of one erasure.
struct Going {
    std::vector<Digest> objects;  ///< that no payload which stays names
    Json records = Json::array(); ///< {record, version}: numbers that stay taken
};

/// One for each erasure. Throws Error(Fault::internal) for an event that is not of that case, or
/// tells of an erasure itself.
[[nodiscard]] std::vector<Going> what_goes(const LogStore& log, const std::vector<Erasure>& erasures);

/// In the transaction that is open.
void delete_payloads(SQLite::Database& database, const std::vector<Erasure>& erasures);

/// There, and durable, from before an erasure is final until nothing of it is left.
void mark_erasing(const VaultFiles& files);
[[nodiscard]] bool is_erasing(const VaultFiles& files);

/// Outside a transaction, under the vault's lock: unlinks every object that the log says was erased
/// and no payload names, what killed writers left, and the old pages of index.db; then the mark.
void finish_erasing(SQLite::Database& database, const VaultFiles& files);

}  // namespace ugoda
