// `ugoda client show`: what the vault knows of one client, health aside; and, as an event of its own,
// what the newest client card says of their health.
#pragma once

#include <string>
#include <vector>

#include "workflow/clients.h"
#include "workflow/consents.h"

namespace ugoda {

/// A complaint and how it ended: a hint, never a judgement.
struct Complaint {
    CaseSummary summary;
    std::string variant, record;  ///< of the settlement that was issued; empty: none
};

struct ClientDetails {
    Client client;
    std::vector<Consent> consents;
    std::vector<Complaint> complaints;  ///< those closed
    std::size_t photographs = 0;        ///< each once, however many cases have it
};

[[nodiscard]] ClientDetails show_client(const Workplace& workplace, const std::string& client);

struct HealthCard {
    std::string number;  ///< of the case or visit that holds it
    Json answers;        ///< its section client_card
};

/// Logs who read it and why, then returns it. Throws Error(Fault::usage) without a reason,
/// Error(Fault::input) when there is no card; then nothing is logged.
[[nodiscard]] HealthCard read_health(const Workplace& workplace, const std::string& client, const std::string& why);

[[nodiscard]] Json to_json(const ClientDetails& details);

}  // namespace ugoda
