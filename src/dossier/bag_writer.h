// Writes a dossier: a BagIt 1.0 bag (RFC 8493) in a zip, one file after another, each hashed as it
// goes, so that no more than a piece of it is ever in memory. FORMAT.md says what lies where.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "dossier/contents.h"

namespace ugoda {

/// Paths and bytes.
using BagFiles = std::map<std::string, std::string>;

struct BagExtras {
    BagFiles top;   ///< README.txt, verify.sh…: beside the manifests
    BagFiles data;  ///< below data/, besides what the contents are: trail.pdf, keys/seal-1.pem…
    std::string organization;
    /// What stands beside the statement for that tag manifest: a timestamp, its authority's
    /// certificates. Empty: nothing does.
    std::function<BagFiles(std::string_view tagmanifest)> witnesses;
    Progress progress{};  ///< of "files"
};

/// Writes the zip to `file`, in place of what is there, and makes it durable. Returns its SHA-256.
/// Throws Error(Fault::storage); half a file may be left.
[[nodiscard]] Digest write_dossier(const std::filesystem::path& file, const Contents& contents, const Vault& vault,
                                   const BagExtras& extras);

/// As the folder of an event and a size are called: `000000000012`.
[[nodiscard]] std::string twelve_digits(std::uint64_t number);
/// `dossier-2026-0001`
[[nodiscard]] std::string bag_name(const std::string& case_number);

}  // namespace ugoda
