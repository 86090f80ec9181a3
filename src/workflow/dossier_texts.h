// What a dossier holds besides the case itself: the words for its reader, and the checkers.
#pragma once

#include <string>

#include "dossier/bag_writer.h"
#include "workflow/workplace.h"

namespace ugoda {

/// The locale in which the reader is addressed, pl-PL: that of the case's language, if there is one, else
/// the vault's.
[[nodiscard]] std::string language_of(const Vault& vault, const CaseEntry& entry);

/// Everything in the program's folder `dossier`, verify.sh and verify.html, and a README.txt.
[[nodiscard]] BagExtras extras_of(const Vault& vault, const Contents& contents, const Workplace& workplace);

}  // namespace ugoda
