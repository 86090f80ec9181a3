// A client takes a consent back: from then on it is withdrawn, whatever becomes of the paper.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/due.h"
#include "workflow/record_life.h"
#include "workflow/show_client.h"
#include "workflow/visits.h"
#include "workflow/withdraw_consent.h"

using namespace ugoda;

namespace {

struct ConsentingSalon : VisitedSalon {
    std::string visit_number = visit(small_visit());

    ConsentingSalon() {
        const Json answers = {{"consent_date", "2026-05-02"},   {"info_time", "09:40"},        {"consent_given", "yes"},
                              {"health_data_consent", "yes"},   {"photo_doc_consent", "yes"},  {"photo_marketing_consent", "yes"},
                              {"marketing_channels", {"Instagram", "ulotki"}}, {"marketing_period", "2 lata"},
                              {"treatment_name", "Manicure hybrydowy"}};
        REQUIRE_FALSE(issue_record(place(), {"consent", visit_number, answers, ""}, {out(), false, "Test", "Kamila"}).record.empty());
    }
    Withdrawn withdraw(const std::string& named, const std::string& consent) {
        return withdraw_consent(place(), named, {consent, "email", "Kamila Testowa", ""}, out());
    }
    /// State by consent; of marketing for any channel.
    [[nodiscard]] std::map<std::string, std::string> states() const {
        std::map<std::string, std::string> states;
        for (const Consent& each : show_client(place(), "K-00012").consents) states[each.what] = each.state;
        return states;
    }
};

}  // namespace

TEST_CASE("one consent is withdrawn and the others stand, and the confirmation is the consent's next version") {
    ConsentingSalon salon;
    const Withdrawn withdrawn = salon.withdraw("Ewa Ó", "photo_marketing");
    INFO((withdrawn.findings.empty() ? "" : withdrawn.findings[0].what));
    CHECK(withdrawn.record == "CON-2099-0001");
    CHECK(withdrawn.confirmation.version == 2);
    const auto states = salon.states();
    CHECK(states.at("photo_marketing") == "withdrawn");
    CHECK(states.at("health_data") == "in_force");
    CHECK(states.at("treatment") == "in_force");
    REQUIRE(withdrawn.confirmation.files.size() == 2);
    const std::string text = pdf_text(withdrawn.confirmation.files[1]);
    CHECK(text.find(without_blanks("Kamila Testowa")) != std::string::npos);
    CHECK(text.find(without_blanks("Zdjęcia zostaną usunięte z kanałów Salonu")) != std::string::npos);
    CHECK(pull_trail(salon.place(), salon.visit_number).lines.at(3).what.find("consent to photo_marketing withdrawn on 2099-05-28") !=
          std::string::npos);
    CHECK(salon.is_intact());
}

TEST_CASE("what was published has to be taken down within a week, and that is due until it is done") {
    ConsentingSalon salon;
    CHECK(list_due(salon.place()).items.empty());
    (void)salon.withdraw("CON-2099-0001", "photo_marketing");
    const DueList due = list_due(salon.place());
    REQUIRE(due.items.size() == 1);
    CHECK(due.items[0].entry.item == "take_down");
    CHECK(due.items[0].entry.until == "2099-06-04");
    CHECK(due.items[0].entry.what.find("Instagram, ulotki") != std::string::npos);
    CHECK_FALSE(perform_record(salon.place(), "CON-2099-0001", {"take_down", "", ""}).record.empty());
    CHECK(list_due(salon.place()).items.empty());
}

TEST_CASE("after health data was withdrawn it is read only while a complaint is open") {
    ConsentingSalon salon;
    CHECK(read_health(salon.place(), "K-00012", "before").answers.contains("allergies"));
    (void)salon.withdraw("K-00012", "health_data");
    CHECK_THROWS_WITH(read_health(salon.place(), "K-00012", "after"), Catch::Contains("has withdrawn the consent to the use of health data"));
    REQUIRE_FALSE(salon.complain(small_complaint(), {salon.visit_number}).number.empty());
    CHECK(read_health(salon.place(), "K-00012", "claim").answers.contains("allergies"));
}

TEST_CASE("a withdrawal counts even when its confirmation cannot be made") {
    ConsentingSalon salon;
    // As a crash leaves it: the withdrawal is logged, and no more.
    Vault vault = open_vault(salon.place(), Access::write);
    vault.write([&](Writer& writer) {
        writer.append({"consent.withdrawn", salon.visit_number,
                       {{"record", "CON-2099-0001"}, {"version", 1}, {"consent", "treatment"}, {"at", "2099-05-28T00:00:00+02:00"}}, {}, "owner"});
    });
    CHECK(salon.states().at("treatment") == "withdrawn");
    CHECK(salon.states().at("health_data") == "in_force");
}

TEST_CASE("what is not in force cannot be withdrawn, and nothing is logged") {
    ConsentingSalon salon;
    (void)salon.withdraw("K-00012", "photo_documentation");
    const std::size_t events = pull_trail(salon.place(), salon.visit_number).lines.size();
    CHECK_THROWS_WITH(salon.withdraw("K-00012", "photo_documentation"), Catch::Contains("has no consent to photo_documentation in force"));
    CHECK_THROWS_WITH(salon.withdraw("CON-2099-0009", "treatment"), Catch::Contains("is not in this vault"));
    CHECK_THROWS_WITH(withdraw_consent(salon.place(), "K-00012", {"treatment", "email", "", "2199-01-01T10:00+01:00"}, salon.out()),
                      Catch::Contains("lies ahead"));
    CHECK(pull_trail(salon.place(), salon.visit_number).lines.size() == events);
}
