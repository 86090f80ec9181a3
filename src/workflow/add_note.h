// `ugoda note`: who said what to whom, and how, in a case or visit: both directions.
#pragma once

#include <string>

#include "workflow/open_case.h"

namespace ugoda {

struct CommunicationNote {
    std::string text;
    std::string channel;  ///< phone, email, in_person, post, sms_messenger, social_media, paper
    std::string with;     ///< whom the salon talked to
    bool is_incoming = false;
    std::string at;       ///< RFC 3339; empty: now
};

/// Throws Error(Fault::input) for a case that is not there.
[[nodiscard]] CaseOutcome add_note(const Workplace& workplace, const std::string& number,
                                   const CommunicationNote& note);

}  // namespace ugoda
