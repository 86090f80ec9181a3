// Proofs as they leave the house, as texts: a C2SP tlog-proof (c2sp.org/tlog-proof@v1) that one
// event stands in the log, and, in the same manner, that the log of one checkpoint is the beginning
// of another's. Nothing is verified here; merkle_verify.h does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/merkle.h"

namespace ugoda {

struct TlogProof {
    std::uint64_t index = 0;
    Proof path;              ///< RFC 6962 §2.1.1
    std::string checkpoint;  ///< the signed note that it leads to, exact bytes
    bool operator==(const TlogProof&) const = default;
};

[[nodiscard]] std::string to_text(const TlogProof& proof);
/// Nothing unless `to_text` would write exactly `text`. A proof with an `extra` line is none of ours.
[[nodiscard]] std::optional<TlogProof> parse_tlog_proof(std::string_view text);

struct ConsistencyText {
    std::uint64_t before = 0, now = 0;  ///< sizes
    Proof path;                         ///< RFC 6962 §2.1.2
    bool operator==(const ConsistencyText&) const = default;
};

/// `ugoda/consistency@v1`, `old N`, `new M`, then the hashes in base64, one a line.
[[nodiscard]] std::string to_text(const ConsistencyText& proof);
[[nodiscard]] std::optional<ConsistencyText> parse_consistency(std::string_view text);

}  // namespace ugoda
