// What the vault knows of one client, and who may know of their health.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "workflow/show_client.h"
#include "workflow/visits.h"

using namespace ugoda;

namespace {

Json visit_of(const std::string& name, const std::string& id) {
    Json file = small_visit();
    file["client"] = {{"client_name", name}};
    if (!id.empty()) file["client"]["client_id"] = id;
    return file;
}

Json consent(const Json& answers) {
    Json section = {{"consent_date", "2026-05-02"},   {"info_time", "09:40"},       {"consent_given", "yes"},
                    {"health_data_consent", "yes"},   {"photo_doc_consent", "yes"}, {"photo_marketing_consent", "no"},
                    {"treatment_name", "Manicure hybrydowy"}};
    section.update(answers);
    return section;
}

/// `what` or `what/channel`, and its state, of each consent.
std::map<std::string, std::string> states(const Salon& salon, const std::string& client) {
    std::map<std::string, std::string> states;
    for (const Consent& each : show_client(salon.place(), client).consents)
        states[each.what + (each.channel.empty() ? "" : "/" + each.channel)] = each.state;
    return states;
}

struct ConsentingSalon : VisitedSalon {
    /// Issues a consent with these answers, of that visit.
    void consents(const std::string& number, const Json& answers) {
        const Issued issued = issue_record(place(), {"consent", number, consent(answers), ""}, {out(), false, "Test", "Kamila"});
        INFO((issued.findings.empty() ? "" : issued.findings[0].where + ": " + issued.findings[0].what));
        REQUIRE_FALSE(issued.record.empty());
        std::filesystem::remove_all(out());
        std::filesystem::create_directory(out());
    }
};

const std::map<std::string, std::string> nothing_asked = {{"treatment", "missing"}, {"health_data", "missing"},
                                                          {"photo_documentation", "missing"}, {"photo_marketing", "missing"}};

}  // namespace

TEST_CASE("clients are told by id, and those without one by name") {
    VisitedSalon salon;
    for (const auto& [name, id] : {std::pair{"Ewa Ó", "K-1"}, {"Ewa Ó-Nowak", "K-1"}, {"Anna", ""}, {"ANNA", ""}, {"Ewa  ó", ""}})
        (void)salon.visit(visit_of(name, id));
    const std::vector<Client> clients = list_clients(salon.place());
    REQUIRE(clients.size() == 2);
    CHECK(clients[0].name == "ANNA");
    CHECK(clients[0].id.empty());
    CHECK(clients[0].numbers() == std::vector<std::string>{"V-2099-0003", "V-2099-0004"});
    CHECK(clients[1].id == "K-1");
    CHECK(clients[1].numbers() == std::vector<std::string>{"V-2099-0001", "V-2099-0002", "V-2099-0005"});
}

TEST_CASE("a client is found by id or by any name they had, capitals and blanks aside") {
    VisitedSalon salon;
    (void)salon.visit(visit_of("Ewa Ó", "K-1"));
    (void)salon.visit(visit_of("Ewa Nowak", "K-1"));
    for (const char* named : {"K-1", "k-1", "Ewa Ó", "ewa  nowak"}) {
        const Client client = show_client(salon.place(), named).client;
        CHECK(client.id == "K-1");
        CHECK(client.name == "Ewa Nowak");
    }
    for (const char* named : {"Ewa", "K-", "", "\xff", "\x1b[2J"})
        CHECK_THROWS_WITH(show_client(salon.place(), named), Catch::Contains("is not in this vault; see ugoda client list"));
}

TEST_CASE("a name of several clients is not guessed at") {
    VisitedSalon salon;
    (void)salon.visit(visit_of("Ewa Ó", "K-1"));
    (void)salon.visit(visit_of("Ewa Ó", "K-2"));
    (void)salon.visit(visit_of("Ewa Ó", ""));
    CHECK_THROWS_WITH(show_client(salon.place(), "Ewa Ó"),
                      Catch::Contains("may be any of several: K-1, K-2, one without an id; name the one meant by client_id"));
    CHECK(show_client(salon.place(), "K-2").client.visits.size() == 1);
}

TEST_CASE("a client's photographs are counted once, and told where they are") {
    VisitedSalon salon;
    const std::string visit = salon.visit_with_files();
    const std::string number = salon.complain(small_complaint(), {visit}).number;
    (void)add_photos(salon.place(), number, {{sample("photographs/after-1.jpg"), "after"}});
    const Json told = to_json(show_client(salon.place(), "K-00012"));
    CHECK(told.at("photographs") == Json({{"count", 2}, {"where", {{visit, 1}, {number, 2}}}}));
    CHECK(told.at("open_cases") == Json({number}));
}

TEST_CASE("earlier complaints are told with how they ended") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    REQUIRE_FALSE(salon.issue("settlement", number).record.empty());
    CHECK(show_client(salon.place(), "K-00071").complaints.empty());
    (void)close_case(salon.place(), number, {"performed", "test", "Nobody"});
    const ClientDetails details = show_client(salon.place(), "K-00071");
    REQUIRE(details.complaints.size() == 1);
    CHECK(details.complaints[0].variant == "C_payment_no_admission");
    CHECK(details.complaints[0].record == "SET-2099-0001");
    CHECK(to_json(details).at("open_cases").empty());
}

TEST_CASE("a client whose consents were never issued has none, whatever the file says") {
    ConsentingSalon salon;
    Json file = small_visit();
    file["consent"] = consent(Json::object());
    (void)salon.visit(file);
    CHECK(states(salon, "K-00012") == nothing_asked);
}

TEST_CASE("consents are in force, refused or missing as the latest issued consent says, each on its own") {
    ConsentingSalon salon;
    const std::string first = salon.visit(small_visit()), second = salon.visit(small_visit());
    salon.consents(first, {{"photo_marketing_consent", "yes"}, {"marketing_channels", {"Instagram", "website"}}, {"marketing_period", "2 lata"}});
    CHECK(states(salon, "K-00012") == std::map<std::string, std::string>{{"treatment", "in_force"}, {"health_data", "in_force"},
                                                                         {"photo_documentation", "in_force"},
                                                                         {"photo_marketing/Instagram", "in_force"},
                                                                         {"photo_marketing/website", "in_force"}});
    salon.consents(second, {{"photo_doc_consent", "no"}, {"consent_given", "partly"}, {"exclusions_by_client", "paznokcie stóp"}});
    const auto now = states(salon, "K-00012");
    CHECK(now.at("treatment") == "partly");
    CHECK(now.at("photo_documentation") == "refused");
    CHECK(now.at("photo_marketing") == "refused");
    const Consent told = show_client(salon.place(), "K-00012").consents.at(0);
    CHECK(told.number == second);
    CHECK(told.record == "CON-2099-0002");
}

TEST_CASE("a consent withdrawn in a later version is withdrawn, within its scope") {
    ConsentingSalon salon;
    const std::string number = salon.visit(small_visit());
    salon.consents(number, Json::object());
    salon.consents(number, {{"withdrawn_at", "2026-06-01T10:00:00+02:00"}, {"withdrawn_scope", {"photo_documentation"}},
                            {"withdrawn_how", "email"}, {"withdrawn_received_by", "Kamila"}});
    const auto now = states(salon, "K-00012");
    CHECK(now.at("photo_documentation") == "withdrawn");
    CHECK(now.at("treatment") == "in_force");
    CHECK(show_client(salon.place(), "K-00012").consents.at(2).note == "2026-06-01T10:00:00+02:00");
    salon.consents(number, {{"withdrawn_at", "2026-06-02T10:00:00+02:00"}});
    for (const auto& [what, state] : states(salon, "K-00012")) CHECK(state == "withdrawn");
}

TEST_CASE("a void consent is no consent") {
    ConsentingSalon salon;
    const std::string number = salon.visit(small_visit());
    salon.consents(number, Json::object());
    Vault vault = open_vault(salon.place(), Access::write);
    vault.write([&](Writer& writer) {
        writer.append({"record.void", number, {{"record", "CON-2099-0001"}, {"version", 1}, {"why", "wrong client"}}, {}, "owner"});
    });
    CHECK(states(salon, "K-00012") == nothing_asked);
}

TEST_CASE("what a client is asked of their health is not in what is shown of them") {
    VisitedSalon salon;
    const std::string number = salon.visit(small_visit());
    for (const Json& told : {to_json(show_client(salon.place(), "K-00012")), to_json(show_visit(salon.place(), number)),
                             to_json(pull_trail(salon.place(), number)), to_json(list_clients(salon.place()).at(0))})
        CHECK(told.dump().find("akrylany") == std::string::npos);
}

TEST_CASE("reading health data gives the newest card and is an event of the visit that holds it") {
    VisitedSalon salon;
    const std::string first = salon.visit(small_visit());
    Json later = small_visit();
    later["client_card"]["allergies"] = {"akrylany", "lateks"};
    const std::string second = salon.visit(later);
    Json bare = small_visit();
    bare.erase("client_card");
    (void)salon.visit(bare);
    const HealthCard card = read_health(salon.place(), "Ewa Ó", " przed zabiegiem ");
    CHECK(card.number == second);
    CHECK(card.answers == later.at("client_card"));
    const TrailLine line = pull_trail(salon.place(), second).lines.back();
    CHECK(line.kind == "health.read");
    CHECK(line.what == "client_card read: przed zabiegiem");
    CHECK(pull_trail(salon.place(), first).lines.back().kind == "visit.opened");

    (void)add_to_visit(salon.place(), first, salon.file_with("more.json", {{"client_card", {{"pregnancy", "no"}}}}));
    CHECK(read_health(salon.place(), "K-00012", "x").answers ==
          Json({{"questionnaire_date", "2026-05-02"}, {"allergies", {"akrylany"}}, {"pregnancy", "no"}}));
    CHECK(salon.is_intact());
}

TEST_CASE("a draft that tells of a client's health is logged as reading it, and one that does not is not logged") {
    VisitedSalon salon;
    const std::string number = salon.visit(small_visit());
    const std::size_t before = pull_trail(salon.place(), number).lines.size();
    const auto draft = [&](const char* form) {
        return issue_record(salon.place(), {form, number, Json::object(), ""}, {salon.out(), true, "", "", ""});
    };
    REQUIRE(draft("client_card").files.size() == 1);
    const auto lines = pull_trail(salon.place(), number).lines;
    REQUIRE(lines.size() == before + 1);
    CHECK(lines.back().kind == "health.read");
    CHECK(lines.back().what == "client_card read: draft of client_card");
    (void)draft("service_spec");
    CHECK(pull_trail(salon.place(), number).lines.size() == before + 1);
    CHECK(salon.is_intact());
}

TEST_CASE("health data is not read without a reason, and where there is none nothing is logged") {
    VisitedSalon salon;
    const std::string number = salon.visit(small_visit());
    for (const std::string& why : {std::string(), std::string(" \n"), std::string(2001, 'x')})
        CHECK_THROWS_WITH(read_health(salon.place(), "K-00012", why), Catch::StartsWith("--why: "));
    CHECK(pull_trail(salon.place(), number).lines.size() == 1);
    Json bare = visit_of("Anna", "K-2");
    bare.erase("client_card");
    const std::string other = salon.visit(bare);
    CHECK_THROWS_WITH(read_health(salon.place(), "Anna", "x"), Catch::Contains("has no client card"));
    CHECK(pull_trail(salon.place(), other).lines.size() == 1);
}

TEST_CASE("a client whose answers were erased is shown without them, and one whose visits were is not shown") {
    ConsentingSalon salon;
    const std::string number = salon.visit(small_visit());
    salon.consents(number, Json::object());
    const Digest answers = open_vault(salon.place(), Access::read).records(number).at(0).fixed_objects.at(0).sha256;
    std::filesystem::remove(salon.place().vault / "objects" / to_hex(answers).substr(0, 2) / to_hex(answers));
    CHECK(states(salon, "K-00012") == nothing_asked);
    Vault vault = open_vault(salon.place(), Access::write);
    vault.write([&](Writer& writer) { writer.append({"erased", std::nullopt, {{"events", {2}}}, {}, "owner"}); });
    CHECK(list_clients(salon.place()).empty());
    CHECK_THROWS_WITH(show_client(salon.place(), "K-00012"), Catch::Contains("is not in this vault"));
}
