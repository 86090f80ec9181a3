// The certificate of an erasure, as PDF: one copy for the salon, without the name, and one for the
// client. Written where the user says; the vault keeps neither.
#pragma once

#include <filesystem>
#include <vector>

#include "workflow/erase_client.h"

namespace ugoda {

/// Before anything is erased: throws Error(Fault::input) when `out` is no folder.
void prepare_certificate(const std::filesystem::path& out);

/// `erased` has happened. In the vault's locale.
[[nodiscard]] std::vector<std::filesystem::path> write_certificate(const Vault& vault, const Workplace& workplace, const Erased& erased,
                                                                   const std::filesystem::path& out);

}  // namespace ugoda
