#include <catch2/catch.hpp>

#include "sample_case.h"

using namespace ugoda;

namespace {

struct Trip {
    const char* rule;
    const char* sample;
    const char* changes;
};

/// How to trip each rule of the intake record.
const std::vector<Trip> trips{
    {"received-before-treatment", "pl-nails",
     R"({"intake.received_at":"2026-04-08T10:00:00+02:00","intake.event_noticed_at":null})"},
    {"noticed-before-treatment", "pl-nails",
     R"({"intake.event_noticed_at":"2026-04-09T10:59:00+02:00"})"},
    {"noticed-after-complaint", "pl-nails",
     R"({"intake.event_noticed_at":"2026-04-14T16:21:00+02:00"})"},
    {"harm-with-low-severity", "pl-hair", R"({"intake.severity":"medium"})"},
    {"no-insurer", "pl-hair", R"({"salon.insurer_name":null})"},
    {"insurer-not-told", "pl-hair", R"({"intake.insurer_notified_at":null})"},
    {"serious-effect", "pl-hair", R"({"intake.serious_undesirable_effect":"suspected"})"},
    {"handler-is-performer", "pl-nails", R"({"intake.handler_name":"pola  ZDAWKOWA"})"},
    {"no-treatment-note", "pl-nails",
     R"({"intake.treatment_note_ref":null,"treatment.record_id":null})"},
    {"product-not-secured", "pl-hair",
     R"({"intake.complaint_category":["allergic_reaction"],"intake.products_secured":false})"},
    {"answer-due-before-complaint", "pl-nails", R"({"intake.reply_due":"2026-04-01"})"},
    {"client-represented", "pl-nails", R"({"client.client_representative":"adw. Nikodem Nijaki"})"},
    {"minor-not-marked", "pl-nails", R"({"client.client_birth_date":"2010-01-01"})"},
    {"short-description", "pl-nails", R"({"intake.event_description":"Źle zrobione."})"},
    {"off-premises", "pl-nails", R"({"intake.contract_type":"off_premises"})"},
    {"amount-without-demand", "pl-nails",
     R"({"intake.amount_demanded":{"amount_minor":1,"currency":"PLN"}})"}};

}  // namespace

TEST_CASE("every rule of the intake record fires on a case made to trip it, and only there") {
    const Form form = form_named("intake");
    std::set<std::string> tried;
    for (const Trip& trip : trips) {
        INFO(trip.rule);
        SampleCase sample(trip.sample);
        CHECK_FALSE(tells(form, trip.rule, sample.findings(form)));
        CHECK(tells(form, trip.rule, sample.with(Json::parse(trip.changes)).findings(form)));
        tried.insert(trip.rule);
    }
    for (const Rule& rule : form.rules) {
        INFO(rule.id);
        CHECK(tried.contains(rule.id));
    }
}

TEST_CASE("a complaint on the day of the treatment is fine after its hour and not before it") {
    const Form form = form_named("intake");
    const auto on_that_day = [&](const char* hour) {
        return SampleCase("pl-nails")
            .with({{"intake.received_at", std::string("2026-04-09T") + hour + ":00+02:00"},
                   {"intake.event_noticed_at", nullptr}})
            .findings(form);
    };
    CHECK_FALSE(tells(form, "received-before-treatment", on_that_day("11:00")));
    CHECK(tells(form, "received-before-treatment", on_that_day("10:59")));
}

TEST_CASE("somebody hurt: symptoms and help are expected, otherwise not") {
    const Form form = form_named("intake");
    const Json unknown = {{"intake.symptoms", nullptr}, {"intake.medical_help", nullptr}};
    const Findings hurt = SampleCase("pl-hair").with(unknown).findings(form);
    CHECK(at(hurt, "intake.symptoms").size() == 1);
    CHECK(at(hurt, "intake.medical_help").size() == 1);
    CHECK(at(SampleCase("pl-nails").findings(form), "intake.symptoms").empty());
}

TEST_CASE("an amount is expected when money is demanded") {
    const Form form = form_named("intake");
    CHECK(at(SampleCase("pl-refund").with({{"intake.amount_demanded", nullptr}}).findings(form),
             "intake.amount_demanded")
              .size() == 1);
    CHECK(at(SampleCase("pl-nails").findings(form), "intake.amount_demanded").empty());
}
