// Which checkpoint out of the salon's hands covers an event: on a paper, under a timestamp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "vault/vault.h"

namespace ugoda {

/// A copy with a checkpoint on its last page.
struct PaperWitness {
    std::string record;      ///< SET-2026-0001; empty: a paper of another case, which is not named
    int version = 1;
    int copy = 0;            ///< that was handed over, or printed; 0: not known, or of another case
    std::string to;          ///< to whom, if it is of this case
    std::string handed_over; ///< RFC 3339; empty: it is still in the house
    std::string issued;      ///< RFC 3339; empty if it is of another case
    std::uint64_t size = 0;  ///< events it covers
    bool is_printed = false; ///< as far as anybody noted it
};

struct TimestampWitness {
    std::uint64_t event = 0;  ///< `timestamp.token`
    std::string time;         ///< RFC 3339: of the token if the event says so, else when it was logged
    std::string authority;
    std::uint64_t size = 0;
};

class Witnesses {
  public:
    /// `events` are those of one case, oldest first; both must outlive this.
    Witnesses(const Vault& vault, const std::vector<EventEntry>& events);

    /// The first paper of the case that covers event `seq` and was handed over; else of another
    /// case; else the first of the case that is still in the house.
    [[nodiscard]] std::optional<PaperWitness> paper(std::uint64_t seq) const;
    [[nodiscard]] std::optional<TimestampWitness> timestamp(std::uint64_t seq) const;

  private:
    const Vault& vault_;
    /// Of the case: in the order in which they were handed over, then those in the house.
    std::vector<PaperWitness> handed_over_, in_the_house_;
};

[[nodiscard]] Json to_json(const PaperWitness& paper);
[[nodiscard]] Json to_json(const TimestampWitness& timestamp);

}  // namespace ugoda
