// What a case tells a reader from whom parts of it are withheld: nothing here holds a word of those.
#pragma once

#include <string>
#include <vector>

#include "workflow/withheld.h"
#include "workflow/workplace.h"

namespace ugoda {

struct TrailFacts {
    std::string number;  ///< of the case or visit
    CaseEntry entry;     ///< as the events that may be read tell it
    std::vector<EventEntry> events;  ///< all; no payload where it was erased or is withheld, or an excerpt
    std::vector<RecordEntry> records;
    std::vector<PhotoEntry> photos;
    std::vector<AttachmentEntry> attachments;
    std::vector<TrailFacts> visits;  ///< that a case was opened after
    Withheld withheld;
};

[[nodiscard]] TrailFacts gather_trail_facts(const Vault& vault, const std::string& number, const Withheld& withheld);

}  // namespace ugoda
