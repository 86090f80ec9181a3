// What happened to a version of a record after it was issued, read from the events of its case.
// Its status is derived from these facts and stored nowhere.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "vault/vault.h"

namespace ugoda {

/// Contents of the events about one version, oldest first.
struct RecordFacts {
    std::vector<Json> printed, signed_by, handed_over, performed;
    Json voided;  ///< null: it stands

    [[nodiscard]] bool is_void() const { return !voided.is_null(); }
    /// Somebody in that role put their name under it, and did not refuse afterwards. A guardian or
    /// representative signs for the client.
    [[nodiscard]] bool has_signed(const std::string& role) const;
    [[nodiscard]] bool has_got(int copy) const;
};

[[nodiscard]] RecordFacts facts_of(const std::vector<EventEntry>& events, const std::string& record,
                                   int version);

/// Whether that role signs in the client's place: guardian, representative.
[[nodiscard]] bool is_for_the_client(const std::string& role);

/// `issued 2026-03-12 17:30; printed: copies 1, 2; signed: client Ewa Ó 2026-03-12 17:40; …`
[[nodiscard]] std::string status_line(const RecordEntry& record, const RecordFacts& facts);

/// `2026-03-12 17:30` of an RFC 3339 moment, in its own offset.
[[nodiscard]] std::string minute_of(const std::string& moment);

}  // namespace ugoda
