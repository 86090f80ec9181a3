// What of a client would go, what stays, until when and on which ground: item by item. Nothing is
// changed here.
#pragma once

#include <string>
#include <vector>

#include "workflow/workplace.h"

namespace ugoda {

enum class Ground { none, retention, law, hold };  ///< each keeps more firmly than the one before

/// Something held of a client in a case or visit.
struct HeldItem {
    std::string number;  ///< of the case or visit
    std::string what;    ///< client, health, photograph 2, SET-2026-0001, notes
    std::string category;  ///< a choice of the certificate's: identity, health, photographs…
    Ground ground = Ground::none;
    std::string until;   ///< the last day that it stays; empty: it may go, or nobody can say
    std::string basis;   ///< in words
    std::vector<std::uint64_t> events;  ///< sections of one entry of the log have the same
    std::size_t files = 0;
};

struct ErasurePlan {
    std::string client, client_id;
    std::vector<HeldItem> items;

    [[nodiscard]] std::vector<std::string> numbers() const;
};

/// CLIENT as `client show` takes it, or the number of one case or visit. Throws Error(Fault::input)
/// when there is no such.
[[nodiscard]] ErasurePlan plan_erasure(const Vault& vault, const Workplace& workplace, const std::string& client);

/// `hold`, `law`, `retention`; empty for none.
[[nodiscard]] std::string to_string(Ground ground);
[[nodiscard]] Json to_json(const HeldItem& item);

}  // namespace ugoda
