// Trusted time while a record is issued: a token in the seal of each copy (PAdES B-T), then one over
// the log. Whatever goes wrong is a note: the record is issued all the same, and nobody waits for
// an authority twice that did not answer once.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "base/finding.h"
#include "seal/authority.h"
#include "seal/seal.h"
#include "workflow/workplace.h"

namespace ugoda {

class IssueTime {
  public:
    explicit IssueTime(const Vault& vault);

    /// For the seals, from any thread, while this lives; none when no authority is named.
    [[nodiscard]] Timestamper timestamper();
    /// Once the record is in the log.
    [[nodiscard]] Findings stamp(Vault& vault, const Workplace& workplace, const std::string& staff);

  private:
    [[nodiscard]] std::string token_for(std::string_view signature);
    void give_up(const std::string& why);

    std::optional<Authority> authority_;
    std::mutex guard_;
    std::optional<std::string> given_up_;  ///< why; empty text: nobody there
};

}  // namespace ugoda
