// `ugoda erase`: what the vault holds of a client goes, as far as it may. Headers, log and numbers
// stay whole, and what statistics need; `verify` says by which event the rest was erased.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "workflow/erasure_plan.h"

namespace ugoda {

struct EraseOptions {
    std::string why, by;         ///< of the request or duty, and who decided; both are kept
    bool even_retained = false;  ///< also what a retention term keeps; never what a hold or a legal duty does
    std::filesystem::path out{};  ///< folder for the certificate; empty: none is made
};

struct Erased {
    ErasurePlan plan;       ///< before
    std::vector<HeldItem> gone, staying;
    std::size_t events = 0, files = 0;
    std::vector<std::filesystem::path> files_written;  ///< the certificate, one copy for each party
    std::string on;         ///< RFC 3339; empty: nothing was erased, see findings
    Findings findings;
};

/// Changes nothing.
[[nodiscard]] ErasurePlan show_erasure(const Workplace& workplace, const std::string& client);

/// Throws Error(Fault::usage) without reason or name, or when the reason names the client: it stays
/// when the client is gone.
[[nodiscard]] Erased erase_client(const Workplace& workplace, const std::string& client, const EraseOptions& options);

}  // namespace ugoda
