// What stands on every page of a copy: whose it is, which record and version, both parties.
#pragma once

#include "document/compose.h"

namespace ugoda {

[[nodiscard]] PageFrame frame_of(const Composition& what, const Locale& locale);

/// "Ugoda SET-2026-0007, wersja 1, egzemplarz 1 z 2": unlike for every copy.
[[nodiscard]] std::string document_title(const Composition& what, const Locale& locale);

}  // namespace ugoda
