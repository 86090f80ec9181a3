#include <catch2/catch.hpp>

#include "base/error.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

/// What the settlement form says at `where` after the change.
Findings after(const Json& change, const std::string& where,
               const std::string& sample = "pl-nails") {
    return at(SampleCase(sample).with(change).findings(form_named("settlement")), where);
}

void check_one_stop(const Findings& findings, const std::string& what) {
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().level == Level::stop);
    CHECK_THAT(findings.front().what, Catch::Contains(what));
    CHECK_FALSE(findings.front().remedy.empty());
}

}  // namespace

TEST_CASE("a day that is in no calendar is refused and shown") {
    check_one_stop(
        after({{"settlement.remedy_deadline", "2026-02-30"}}, "settlement.remedy_deadline"),
        "'2026-02-30' is not a date that exists");
}

TEST_CASE("dates and hours in another spelling are refused with an example") {
    check_one_stop(
        after({{"settlement.agreement_date", "12.03.2026"}}, "settlement.agreement_date"),
        "2026-03-12");
    check_one_stop(after({{"settlement.agreement_time", "5 pm"}}, "settlement.agreement_time"),
                   "17:30");
    check_one_stop(after({{"settlement.agreement_time", "24:00"}}, "settlement.agreement_time"),
                   "time of day");
    check_one_stop(
        after({{"settlement.remedy_appointment", "tomorrow"}}, "settlement.remedy_appointment"),
        "offset");
}

TEST_CASE("a value of the wrong kind is refused where it stands") {
    check_one_stop(after({{"settlement.agreement_place", 7}}, "settlement.agreement_place"),
                   "7 is not a text");
    check_one_stop(after({{"settlement.reflection_days", "two"}}, "settlement.reflection_days"),
                   "whole number");
    check_one_stop(after({{"settlement.reflection_days", 1.5}}, "settlement.reflection_days"),
                   "whole number");
    check_one_stop(after({{"settlement.confidentiality", "yes"}}, "settlement.confidentiality"),
                   "true or false");
    check_one_stop(after({{"settlement.attachments", "1, 2"}}, "settlement.attachments"), "a list");
    check_one_stop(after({{"settlement.attachments", {1, "two"}}}, "settlement.attachments"),
                   "of the right kind");
    check_one_stop(
        after({{"settlement.client_position", {"a", "b"}}}, "settlement.client_position"),
        "a text");
}

TEST_CASE("a choice that does not exist is told with those that do") {
    check_one_stop(after({{"settlement.variant", "D"}}, "settlement.variant"),
                   "A_remedy, B_refund, C_payment_no_admission, AB, AC, BC");
    check_one_stop(after({{"settlement.excluded_claims", {"all"}}}, "settlement.excluded_claims"),
                   "gross_negligence");
}

TEST_CASE("an amount below nothing, in fractions or without a currency is refused") {
    for (const char* money :
         {R"({"amount_minor":-1,"currency":"PLN"})", R"({"amount_minor":10.5,"currency":"PLN"})",
          R"({"amount_minor":1000})", R"({"amount_minor":1000,"currency":"zł"})", R"("80,00 zł")",
          R"({"amount_minor":1e30,"currency":"PLN"})",
          R"({"amount_minor":"1000","currency":"PLN"})"})
        check_one_stop(after({{"settlement.fallback_refund", Json::parse(money)}},
                             "settlement.fallback_refund"),
                       "is not an amount");
}

TEST_CASE("a refund of nothing is refused") {
    check_one_stop(after({{"settlement.refund_amount", {{"amount_minor", 0}, {"currency", "PLN"}}}},
                         "settlement.refund_amount", "pl-refund"),
                   "more than nothing");
}

TEST_CASE("a discount is more than 0 and at most 100") {
    for (const Json& percent : {Json(0), Json(-5), Json(100.5), Json("15")})
        check_one_stop(after({{"settlement.discount_percent", percent}},
                             "settlement.discount_percent", "pl-voucher"),
                       "above 0 up to 100");
    CHECK(after({{"settlement.discount_percent", 100}}, "settlement.discount_percent", "pl-voucher")
              .empty());
    CHECK(after({{"settlement.discount_percent", 0.5}}, "settlement.discount_percent", "pl-voucher")
              .empty());
}

TEST_CASE("a name of 200 characters passes and one of 201 does not, whatever their bytes") {
    std::string name;
    for (int i = 0; i < 200; ++i) name += "Ż";
    CHECK(after({{"client.client_name", name}}, "client.client_name").empty());
    check_one_stop(after({{"client.client_name", name + "Ż"}}, "client.client_name"),
                   "at most 200 characters");
}

TEST_CASE("a description of 50000 characters passes and a longer one does not") {
    CHECK(after({{"settlement.event_description", std::string(50000, 'x')}},
                "settlement.event_description")
              .empty());
    check_one_stop(after({{"settlement.event_description", std::string(50001, 'x')}},
                         "settlement.event_description"),
                   "at most 50000 characters");
}

TEST_CASE("a long wrong answer is shown by its start only") {
    const Findings findings =
        after({{"settlement.variant", std::string(100000, 'x') + "\u202E"}}, "settlement.variant");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().what.size() < 300);
}

TEST_CASE("a moment of a million digits is refused like any other") {
    check_one_stop(after({{"settlement.remedy_appointment",
                           "2026-03-12T10:00:00." + std::string(1000000, '1') + "Z"}},
                         "settlement.remedy_appointment"),
                   "offset");
}

TEST_CASE("hostile texts are answers like any other") {
    for (const char* hostile : {"# Total: **0**", "{{client_name}}", "../../etc/passwd",
                                "'; DROP TABLE event; --", "<script>", "\\input{x}", "%PDF-1.4"})
        CHECK(after({{"client.client_name", hostile}}, "client.client_name").empty());
}

TEST_CASE("everything wrong is told at once") {
    const Findings findings = SampleCase("pl-refund")
                                  .with({{"settlement.agreement_date", "soon"},
                                         {"settlement.variant", "Z"},
                                         {"client.client_name", nullptr},
                                         {"salon.salon_address", 5},
                                         {"settlement.client_position", " "}})
                                  .findings(form_named("settlement"));
    for (const char* where :
         {"settlement.agreement_date", "settlement.variant", "client.client_name",
          "salon.salon_address", "settlement.client_position"})
        CHECK_FALSE(at(findings, where).empty());
}

TEST_CASE("what is missing is asked for where it is given, with an example") {
    const Findings findings =
        after({{"intake.price_paid", nullptr}, {"treatment.price_charged", nullptr}},
              "intake.price_paid");
    check_one_stop(findings, "is missing");
    CHECK_THAT(findings.front().remedy, Catch::Contains("amount_minor"));
}

TEST_CASE("what stays open for the pen is a note") {
    const Findings findings =
        after({{"settlement.draft_delivered_date", nullptr}}, "settlement.draft_delivered_date");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().level == Level::note);
    CHECK_THAT(findings.front().remedy, Catch::Contains("by hand"));
}

TEST_CASE("a note about the pen is not added to a graver finding") {
    const Findings findings =
        after({{"settlement.reflection_days", nullptr}}, "settlement.reflection_days", "pl-hair");
    check_one_stop(findings, "at least one whole day");
}

TEST_CASE("what several fields take from one place is missed there once") {
    check_one_stop(after({{"intake.received_at", nullptr}}, "intake.received_at"), "is missing");
}

TEST_CASE("a rule says nothing about an answer that is unusable or missing anyway") {
    check_one_stop(
        after({{"settlement.reflection_days", "none"}}, "settlement.reflection_days", "pl-hair"),
        "whole number");
}

TEST_CASE("nobody is asked for what the program supplies itself") {
    const SampleCase sample("pl-nails");
    Sources sources = sample.sources();
    for (const char* ours : {"case", "record", "locale"}) sources.sections.erase(ours);
    const Form form = form_named("settlement");
    CHECK(worst(check(form, derive(form, assemble(form, sources)))) == Level::note);
}

TEST_CASE("a rule with an unknown level is a fault of the form") {
    const Form form =
        parse_form(R"({"form":"n","prefix":"NOT","section":"n","rules":[{"id":"r","level":"panic",
        "where":"n.a","what":"w","remedy":"r"}]})",
                   Json::object(), "n.json");
    CHECK_THROWS_WITH(check(form, Json::object()), Catch::Contains("'panic'"));
}

TEST_CASE("limits that make no schema are a fault of the form") {
    const Form form =
        parse_form(R"({"form":"n","prefix":"NOT","section":"n","fields":[{"name":"a","type":"text",
        "limits":{"maxLength":"many"}}]})",
                   {{"text", {{"type", "string"}}}}, "n.json");
    CHECK_THROWS_AS(check(form, {{"a", "x"}}), Error);
}
