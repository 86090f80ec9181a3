// `ugoda verify DOSSIER`; the verb `verify` itself is of the vault, too.
#pragma once

#include <string>

#include "cli/session.h"

namespace ugoda {

/// A zip or folder, and a file with a checkpoint typed from paper, or none.
[[nodiscard]] ExitCode run_verify_dossier(const std::string& dossier, const std::string& witness,
                                          const Session& session);

}  // namespace ugoda
