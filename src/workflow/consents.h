// What a client has consented to, as the consents that were issued say. Refused, withdrawn and never
// asked are three things.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

struct Consent {
    std::string what;     ///< treatment, health_data, photo_documentation, photo_marketing
    std::string channel;  ///< of marketing, where it is for one
    std::string state;    ///< in_force, partly, refused, withdrawn, missing
    std::string record;   ///< CON-2026-0001, which says so; empty when missing
    int version = 1;
    std::string issued;   ///< RFC 3339
    std::string number;   ///< of the case or visit
    std::string note;     ///< what the treatment is, how long it holds, when it was withdrawn
};

/// One for each `what`, of marketing one for each channel, by the latest record that speaks of it.
[[nodiscard]] std::vector<Consent> consents_of(const Vault& vault, const std::vector<std::string>& numbers);

/// The answers of a record as they were issued; none when they were erased since.
[[nodiscard]] Json answers_of(const Vault& vault, const RecordEntry& record);

/// Of each record of the case or visit the latest version that was issued, unless it is void: an
/// older one does not stand up again.
[[nodiscard]] std::vector<RecordEntry> records_in_force(const Vault& vault, const std::string& number);

[[nodiscard]] Json to_json(const Consent& consent);

}  // namespace ugoda
