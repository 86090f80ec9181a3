// What verifying a vault costs, part by part, and what the same bytes cost at least.
#pragma once

#include <filesystem>

#include "bench/table.h"
#include "bench/vault_growth.h"

namespace ugoda::bench {

struct VerifyCost {
    double pass_s = 0;   ///< headers, payloads and tree
    double whole_s = 0;  ///< with SQLite's own check, derived tables, signatures, objects
};
/// Throws when the vault is not intact.
[[nodiscard]] VerifyCost verify_cost(const GrowingVault& growing);

/// Reads every header and payload through SQLite and hashes them, and the tree over them, in
/// memory; checks nothing. Returns seconds.
[[nodiscard]] double pass_floor(const std::filesystem::path& vault);

void measure_verify(const GrowingVault& growing, int turns, Table& table);
void measure_signatures(const GrowingVault& growing, int turns, Table& table);

}  // namespace ugoda::bench
