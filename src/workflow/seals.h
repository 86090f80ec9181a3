// `ugoda seal`: with what the salon's papers are sealed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "seal/certificate.h"
#include "seal/seal.h"
#include "vault/seal_files.h"
#include "workflow/workplace.h"

namespace ugoda {

/// A seal that the log names.
struct SealInfo {
    SealEntry entry;
    std::vector<CertificateFacts> certificates;  ///< its own, then of who issued each
};
[[nodiscard]] Json to_json(const SealInfo& seal);

/// A seal made by the program for that salon.
[[nodiscard]] NewSeal made_seal(const std::string& salon, Instant now);

/// All that the vault ever had, oldest first; the last is in use.
[[nodiscard]] std::vector<SealInfo> list_seals(const Workplace& workplace);

/// Puts one made by the program in place of the present one.
[[nodiscard]] SealInfo renew_seal(const Workplace& workplace);

/// Puts the salon's own, from a PKCS #12 file, in place of the present one. No passphrase file: an
/// empty passphrase.
[[nodiscard]] SealInfo import_seal(const Workplace& workplace, const std::filesystem::path& file,
                                   const std::filesystem::path& passphrase_file);

/// What seals the papers of that moment. Throws Error(Fault::storage), naming `ugoda seal new`, when
/// the vault has no seal or its certificate is not in force any more.
[[nodiscard]] Seal load_seal(const Vault& vault, const std::string& moment);

/// Whether what lies in keys/ can seal.
[[nodiscard]] Findings check_seal(const Vault& vault, Instant now);

}  // namespace ugoda
