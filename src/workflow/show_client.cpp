#include "workflow/show_client.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "workflow/show_cases.h"

namespace ugoda {

namespace {

constexpr const char* card_section = "client_card";

Complaint complaint_of(const Vault& vault, const CaseSummary& summary) {
    Complaint complaint{summary, "", ""};
    for (const RecordEntry& record : records_in_force(vault, summary.number))
        if (record.form == "settlement") {
            complaint.variant = text_at(answers_of(vault, record), "variant");
            complaint.record = record.id;
        }
    return complaint;
}

/// Where the card was brought last.
std::optional<std::string> newest_card(const Vault& vault, const Client& client) {
    std::optional<std::string> found;
    std::uint64_t newest = 0;
    for (const std::string& number : client.numbers())
        for (const EventEntry& event : vault.events(number)) {
            if (!event.payload || event.header.seq < newest) continue;
            const Json sections = event.payload->content.value("sections", Json::object());
            if (is_blank(sections.value(card_section, Json()))) continue;
            found = number;
            newest = event.header.seq;
        }
    return found;
}

std::string reason(const std::string& why) {
    constexpr std::size_t longest = 2000;
    std::string clean = clean_answer(why);
    if (clean.empty()) throw Error(Fault::usage, "--why", "is missing", "say why you read it: that is kept in the log");
    if (count_code_points(clean) > longest)
        throw Error(Fault::usage, "--why", "is longer than 2000 characters", "shorten it");
    return clean;
}

/// After a withdrawal only a claim is a ground to read on (art. 17(3)(e), 18(1)(c) GDPR).
void require_still_allowed(const Vault& vault, const Client& client) {
    const bool is_disputed = std::any_of(client.cases.begin(), client.cases.end(),
                                         [](const CaseSummary& summary) { return summary.closed.empty(); });
    for (const Consent& consent : consents_of(vault, client.numbers()))
        if (consent.what == "health_data" && consent.state == "withdrawn" && !is_disputed)
            throw Error(Fault::input, "client '" + shortened(one_line(client.name), 80) + "'",
                        "has withdrawn the consent to the use of health data (" + consent.record + ")",
                        "it is kept for legal claims only, and no complaint is open");
}

}  // namespace

ClientDetails show_client(const Workplace& workplace, const std::string& named) {
    const Vault vault = open_vault(workplace, Access::read);
    ClientDetails details{existing_client(vault, named), {}, {}, 0};
    details.consents = consents_of(vault, details.client.numbers());
    for (const CaseSummary& summary : details.client.cases)
        if (!summary.closed.empty()) details.complaints.push_back(complaint_of(vault, summary));
    std::set<Digest> photographs;
    for (const std::string& number : details.client.numbers())
        for (const PhotoEntry& photo : vault.photos(number)) photographs.insert(photo.original.sha256);
    details.photographs = photographs.size();
    return details;
}

HealthCard read_health(const Workplace& workplace, const std::string& named, const std::string& why) {
    const std::string clean = reason(why);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const Client client = existing_client(vault, named);
    const auto number = newest_card(vault, client);
    require_still_allowed(vault, client);
    if (!number)
        throw Error(Fault::input, "client '" + shortened(one_line(named), 80) + "'", "has no client card",
                    "bring one with ugoda visit open or visit add");
    HealthCard card{*number, Json()};
    vault.write([&](Writer& writer) {
        card.answers = existing_case(vault, *number).sections.at(card_section);
        writer.append({"health.read", *number, {{"case", *number}, {"why", clean}, {"what", card_section}}, {}, staff});
    });
    return card;
}

Json to_json(const ClientDetails& details) {
    Json value = to_json(details.client);
    value["visits"] = Json::array();
    for (const CaseSummary& visit : details.client.visits) value["visits"].push_back(to_json(visit));
    value["consents"] = Json::array();
    for (const Consent& consent : details.consents) value["consents"].push_back(to_json(consent));
    Json where = Json::object();
    for (const auto* list : {&details.client.visits, &details.client.cases})
        for (const CaseSummary& summary : *list)
            if (summary.photos > 0) where[summary.number] = summary.photos;
    value["photographs"] = {{"count", details.photographs}, {"where", where}};
    value["complaints"] = Json::array();
    for (const Complaint& complaint : details.complaints) {
        Json told = to_json(complaint.summary);
        told["variant"] = complaint.variant;
        told["settlement"] = complaint.record;
        value["complaints"].push_back(told);
    }
    value["cases"] = Json::array();
    for (const CaseSummary& summary : details.client.cases) value["cases"].push_back(to_json(summary));
    return value;
}

}  // namespace ugoda
