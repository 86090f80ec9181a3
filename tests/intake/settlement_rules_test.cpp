#include <catch2/catch.hpp>

#include "sample_case.h"

using namespace ugoda;

namespace {

struct Trip {
    const char* rule;
    const char* sample;
    const char* changes;
};

/// How to trip each rule of the settlement.
const std::vector<Trip> trips{
    {"sum-for-protected-client", "pl-hair",
     R"({"client.client_is_minor_or_protected":true,"client.guardian_name":"Jan Opiekun","client.guardian_basis":"ojciec"})"},
    {"minor-not-marked", "pl-nails", R"({"client.client_birth_date":"2008-04-23"})"},
    {"remedy-without-content", "pl-nails", R"({"settlement.remedy_description":null})"},
    {"release-broad-without-sum", "pl-nails", R"({"settlement.release_scope":"broad"})"},
    {"release-narrow-with-sum", "pl-hair", R"({"settlement.release_scope":"narrow"})"},
    {"release-on-payment-without-sum", "pl-nails",
     R"({"settlement.release_effective_on":"full_payment"})"},
    {"admission", "pl-hair", R"({"settlement.no_admission_clause":false})"},
    {"components-do-not-add-up", "pl-hair",
     R"({"settlement.amount_figures":{"amount_minor":90001,"currency":"PLN"}})"},
    {"no-day-to-reflect", "pl-hair", R"({"settlement.reflection_days":0})"},
    {"draft-and-signature-on-one-day", "pl-hair",
     R"({"settlement.draft_delivered_date":"2026-03-16"})"},
    {"draft-after-agreement", "pl-nails", R"({"settlement.draft_delivered_date":"2026-04-23"})"},
    {"foreign-language", "pl-nails", R"({"language":"en"})"},
    {"unknown-injury-released", "pl-hair",
     R"({"jurisdiction":"IT","language":"it","settlement.excluded_claims":["gross_negligence"]})"},
    {"refund-above-price", "pl-refund",
     R"({"settlement.refund_amount":{"amount_minor":39001,"currency":"PLN"}})"},
    {"refund-in-other-currency", "pl-refund",
     R"({"settlement.refund_amount":{"amount_minor":100,"currency":"EUR"}})"},
    {"fallback-in-other-currency", "pl-nails",
     R"({"settlement.fallback_refund":{"amount_minor":100,"currency":"EUR"}})"},
    {"prior-payments-in-other-currency", "en-cleaning",
     R"({"settlement.prior_payments":{"amount_minor":100,"currency":"EUR"}})"},
    {"prior-payments-above-sum", "en-cleaning",
     R"({"settlement.prior_payments":{"amount_minor":30001,"currency":"GBP"}})"},
    {"remedy-before-agreement", "pl-nails", R"({"settlement.remedy_deadline":"2026-04-21"})"},
    {"appointment-outside-term", "pl-nails",
     R"({"settlement.remedy_appointment":"2026-05-09T11:00:00+02:00"})"},
    {"payment-before-agreement", "pl-hair", R"({"settlement.payment_deadline":"2026-03-15"})"},
    {"voucher-expired", "pl-voucher", R"({"settlement.voucher_valid_until":"2026-02-19"})"},
    {"proxy-without-authority", "pl-nails", R"({"salon.salon_representative_capacity":"proxy"})"},
    {"complaint-before-treatment", "pl-nails",
     R"({"intake.received_at":"2026-04-08T16:20:00+02:00"})"},
    {"agreement-before-complaint", "pl-nails", R"({"settlement.agreement_date":"2026-04-13"})"},
    {"still-healing", "pl-hair", R"({"settlement.healing_until":"2026-03-17"})"},
    {"healing-not-known", "pl-hair", R"({"settlement.healing_until":null})"},
    {"insurer-not-told-of-injury", "pl-hair", R"({"intake.insurer_notified_at":null})"},
    {"insurer-refused", "pl-refund", R"({"settlement.insurer_consent":"refused"})"},
    {"sum-not-reviewed", "pl-hair", R"({"settlement.lawyer_reviewed":false})"},
    {"gross-negligence-released", "en-cleaning",
     R"({"settlement.excluded_claims":["unknown_injury"],"settlement.lawyer_name":null})"},
    {"unknown-injury-released-elsewhere", "pl-hair",
     R"({"settlement.excluded_claims":["intentional"],"settlement.lawyer_name":null})"},
    {"insurer-not-asked", "pl-hair", R"({"reply.insurer_consent":"requested"})"},
    {"no-insurer", "pl-hair", R"({"salon.insurer_name":null})"},
    {"cash-IT", "pl-refund",
     R"({"jurisdiction":"IT","language":"it","settlement.payment_method":"cash","settlement.refund_amount":{"amount_minor":500000,"currency":"EUR"}})"},
    {"cash-ES", "pl-refund",
     R"({"jurisdiction":"ES","language":"es","settlement.payment_method":"cash","settlement.refund_amount":{"amount_minor":100000,"currency":"EUR"}})"},
    {"cash-GR", "pl-refund",
     R"({"jurisdiction":"GR","language":"el","settlement.payment_method":"cash","settlement.refund_amount":{"amount_minor":50000,"currency":"EUR"}})"},
    {"cash-PL", "pl-hair",
     R"({"client.client_is_consumer":false,"settlement.payment_method":"cash","settlement.amount_components":null,"settlement.amount_figures":{"amount_minor":1500001,"currency":"PLN"}})"},
    {"signed-at-once", "pl-nails",
     R"({"settlement.reflection_days":0,"settlement.draft_delivered_date":"2026-04-22"})"},
    {"short-reflection", "pl-hair",
     R"({"settlement.reflection_days":2,"settlement.draft_delivered_date":"2026-03-14"})"},
    {"reflection-does-not-match", "pl-hair", R"({"settlement.reflection_days":6})"},
    {"handler-is-performer", "pl-nails", R"({"intake.handler_name":"Pola Zdawkowa"})"},
    {"payment-days-do-not-match", "pl-hair", R"({"settlement.payment_days":8})"},
    {"client-represented", "pl-nails", R"({"client.client_representative":"adw. Nikodem Nijaki"})"},
    {"no-attachments", "pl-nails", R"({"settlement.attachments":null,"evidence":null})"},
    {"medical-document-not-attached", "pl-hair", R"({"settlement.medical_attachment_no":9})"},
    {"privacy-notice-not-attached", "pl-nails", R"({"settlement.privacy_attachment_no":9})"},
    {"healed-before-treatment", "pl-hair", R"({"settlement.healing_until":"2026-03-01"})"},
    {"doctor-after-agreement", "pl-hair", R"({"settlement.medical_visit_date":"2026-03-17"})"},
    {"account-number", "pl-hair", R"({"settlement.bank_account":"PL00000000000000000000000071"})"},
    {"employee-without-authority", "pl-nails",
     R"({"salon.salon_representative_capacity":"employee_authorised"})"},
    {"employee-without-mandate-ES", "es-massage",
     R"({"salon.salon_representative_capacity":"employee_authorised"})"},
    {"express-mandate-ES", "es-massage",
     R"({"salon.salon_representative_capacity":"proxy","salon.authority_file":"poder.pdf"})"},
    {"minor-without-court", "pl-nails", R"({"client.client_is_minor_or_protected":true})"},
    {"advice-not-offered", "pl-nails", R"({"settlement.independent_advice_offered":false})"},
    {"high-interest", "en-cleaning", R"({"settlement.interest_rate":8.5})"},
    {"short-description", "pl-nails", R"({"settlement.event_description":"Lakier odprysnął."})"},
    {"gb-account-number", "en-cleaning", R"({"settlement.bank_account":"GB00TEST00000000000005"})"},
    {"other-account-holder", "pl-hair", R"({"settlement.account_holder":"Ktoś Inny"})"},
    {"short-voucher", "pl-voucher", R"({"settlement.voucher_valid_until":"2027-02-19"})"},
    {"no-doctor", "pl-nails", R"({"intake.bodily_harm":true})"},
    {"third-copy", "pl-nails", R"({"settlement.copies_total":3})"}};

const Form& settlement() {
    static const Form form = form_named("settlement");
    return form;
}

Findings after(const char* sample, const Json& changes) {
    return SampleCase(sample).with(changes).findings(settlement());
}

}  // namespace

TEST_CASE("every rule of the settlement fires on a case made to trip it, and only there") {
    std::set<std::string> tried;
    for (const Trip& trip : trips) {
        INFO(trip.rule);
        // A British account without an IBAN is a note of the sample itself.
        if (std::string(trip.rule) != "gb-account-number")
            CHECK_FALSE(tells(settlement(), trip.rule, after(trip.sample, Json::object())));
        CHECK(tells(settlement(), trip.rule, after(trip.sample, Json::parse(trip.changes))));
        tried.insert(trip.rule);
    }
    for (const Rule& rule : settlement().rules) {
        INFO(rule.id);
        CHECK(tried.contains(rule.id));
    }
}

TEST_CASE("a sum for a minor passes with the court's reference") {
    const Json minor = {{"client.client_is_minor_or_protected", true},
                        {"client.guardian_name", "Jan Opiekun"},
                        {"client.guardian_basis", "ojciec"},
                        {"client.court_approval_ref", "III Nsm 00/26"},
                        {"client.client_birth_date", "2010-01-01"}};
    CHECK(worst(after("pl-hair", minor)) == Level::note);
}

TEST_CASE("a minor without a guardian is refused") {
    const Findings findings = after("pl-nails", {{"client.client_is_minor_or_protected", true}});
    CHECK(at(findings, "client.guardian_name").size() == 1);
    CHECK(at(findings, "client.guardian_basis").size() == 1);
}

TEST_CASE("a client may settle on the eighteenth birthday") {
    CHECK(worst(after("pl-nails", {{"client.client_birth_date", "2008-04-22"}})) == Level::note);
}

TEST_CASE("gross negligence may be left out in Poland, and elsewhere when a lawyer is named") {
    CHECK(worst(after("pl-hair", {{"settlement.lawyer_name", nullptr}})) == Level::note);
    CHECK(worst(after("en-cleaning", {{"settlement.excluded_claims", {"unknown_injury"}}})) ==
          Level::note);
}

TEST_CASE("with a narrow release no exclusion is asked for") {
    CHECK(worst(after("pl-refund", {{"settlement.excluded_claims", {"intentional"}}})) ==
          Level::note);
}

TEST_CASE("claims that are left unsaid are all excluded from the release") {
    const Json answers = SampleCase("en-cleaning")
                             .with({{"settlement.excluded_claims", nullptr}})
                             .answers(settlement());
    CHECK(answers.at("excluded_claims").size() == 7);
}

TEST_CASE("who takes part in dispute resolution names the body") {
    const Findings findings = after("pl-hair", {{"reply.adr_body", nullptr}});
    REQUIRE(at(findings, "settlement.adr_body").size() == 1);
    CHECK(at(findings, "settlement.adr_body").front().level == Level::stop);
    CHECK(at(after("pl-hair", {{"reply.adr_body", nullptr}, {"reply.adr_statement", "refuse"}}),
             "settlement.adr_body")
              .empty());
}

TEST_CASE("the first day at the limit is allowed: payment, remedy and voucher on the day itself") {
    CHECK(worst(after("pl-hair", {{"settlement.payment_deadline", "2026-03-16"},
                                  {"settlement.payment_days", 0}})) == Level::note);
    CHECK(worst(after("pl-nails", {{"settlement.remedy_deadline", "2026-04-22"},
                                   {"settlement.remedy_appointment", nullptr}})) == Level::note);
}

TEST_CASE("a whole refund is known as such") {
    CHECK(SampleCase("en-refund").answers(settlement()).at("refund_is_full") == true);
    CHECK(SampleCase("pl-refund").answers(settlement()).at("refund_is_full") == false);
}

TEST_CASE("each variant promises what it says") {
    const auto truth = [](const char* sample, const char* name) {
        return SampleCase(sample).answers(settlement()).at(name).get<bool>();
    };
    CHECK(truth("pl-nails", "redo_promised"));
    CHECK_FALSE(truth("pl-nails", "money_due"));
    CHECK(truth("pl-voucher", "voucher_or_discount_promised"));
    CHECK_FALSE(truth("pl-voucher", "redo_promised"));
    CHECK(truth("en-apology", "other_remedy_promised"));
    CHECK(truth("pl-lashes", "redo_promised"));
    CHECK(truth("pl-lashes", "refund_promised"));
    CHECK(truth("pl-lashes", "narrow_release"));
    CHECK(truth("en-curtains", "sum_promised"));
    CHECK(truth("en-curtains", "broad_release"));
    CHECK(truth("pl-brows", "refund_promised"));
    CHECK(truth("pl-brows", "sum_promised"));
    CHECK(truth("pl-hair", "consequences_stated"));
    CHECK_FALSE(truth("pl-nails", "consequences_stated"));
}

TEST_CASE("our numbers are printed, not those the case file brings along") {
    const Json answers =
        SampleCase("pl-nails")
            .with({{"settlement.agreement_number", "UG/1"}, {"settlement.case_number", "REK/1"}})
            .answers(settlement());
    CHECK(answers.at("agreement_number") == "SET-2026-0001");
    CHECK(answers.at("case_number") == "2026-0001");
}

TEST_CASE("an injury keeps the papers longer") {
    CHECK(SampleCase("pl-hair").answers(settlement()).at("retention_period") == "ten years");
    CHECK(SampleCase("pl-nails").answers(settlement()).at("retention_period") == "six years");
}

TEST_CASE("the law of a British agreement is that of its part of the country, if it is given") {
    const auto law = [](const Json& region) {
        Sources sources = SampleCase("en-refund").sources();
        sources.sections["file"]["region"] = region;
        return assemble(settlement(), sources).at("governing_law");
    };
    CHECK(law("Scotland") == "Scotland");
    CHECK(law(nullptr) == "Ruritania");
}

TEST_CASE("a Spanish region with civil law of its own is known by each of its names") {
    const auto has_own_law = [](const char* sample, const char* region) {
        return SampleCase(sample)
                   .with({{"region", region}})
                   .answers(settlement())
                   .at("region_has_own_civil_law") == true;
    };
    for (const char* region : {"Aragón", "Cataluña", "Catalunya", "Comunidad Foral de Navarra",
                               "Euskadi", "Islas Baleares"})
        CHECK(has_own_law("es-massage", region));
    CHECK_FALSE(has_own_law("es-massage", "Andalucía"));
    CHECK_FALSE(has_own_law("pl-nails", "Aragón"));
}
