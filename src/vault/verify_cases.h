// Every case is a chain of headers: each names the one before it and its number in the case.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "vault/event_entry.h"
#include "vault/verify_report.h"

namespace ugoda {

class CaseChains {
  public:
    explicit CaseChains(Report& report) : report_(report) {}

    /// The next event of the log.
    void event(const EventOutline& event);

  private:
    struct End {
        std::uint64_t seq = 0;  ///< in the case
        std::string number;     ///< of the case; empty when no payload ever said
    };
    Report& report_;
    std::unordered_map<Digest, End, DigestHash> ends_;  // by hash of the last header
    std::map<std::string, std::uint64_t> opened_;
};

}  // namespace ugoda
