// The law as it is shipped, held against answers worked out by hand.
#include "intake/deadlines.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

const DeadlineBook& book() {
    static const DeadlineBook book = parse_deadlines(source_json("forms/law/deadlines.json").dump(), "deadlines.json");
    return book;
}

Json complaint(const std::string& received) {
    return {{"client", {{"client_name", "Anna Przykładowa"}}},
            {"intake", {{"received_at", received}, {"event_noticed_at", received}, {"treatment_date", "2026-01-05"}}}};
}

DutiesFound found(const Json& sections, const std::string& country, const std::string& region = "",
                  const std::string& zone = "Europe/Warsaw") {
    return duties_of(book(), {sections, country, region, zone});
}

Json duty(const Json& duties, const std::string& id) {
    for (const Json& each : duties)
        if (each.at("id") == id) return each;
    return nullptr;
}

struct Answer {
    const char *country, *region, *zone, *received, *acknowledgement, *reply;
};

}  // namespace

TEST_CASE("every country and region has its known answers") {
    const Answer answers[] = {
        {"PL", "", "Europe/Warsaw", "2026-03-03T09:20:00+01:00", "2026-03-04T09:20:00+01:00", "2026-03-17"},
        {"PL", "", "Europe/Warsaw", "2028-02-15T09:20:00+01:00", "2028-02-16T09:20:00+01:00", "2028-02-29"},
        {"PL", "", "Europe/Warsaw", "2026-03-28T18:00:00+01:00", "2026-03-29T19:00:00+02:00", "2026-04-11"},
        {"PL", "", "Europe/Warsaw", "2026-10-24T18:00:00+02:00", "2026-10-25T17:00:00+01:00", "2026-11-07"},
        {"IT", "", "Europe/Rome", "2026-03-21T09:10:00+01:00", "2026-03-22T09:10:00+01:00", "2026-04-04"},
        {"ES", "", "Europe/Madrid", "2026-01-31T12:00:00+01:00", "2026-02-01T12:00:00+01:00", "2026-02-28"},
        {"ES", "Madrid", "Europe/Madrid", "2026-06-10T13:15:00+02:00", "2026-06-11T13:15:00+02:00", "2026-07-10"},
        {"ES", "Cataluña", "Europe/Madrid", "2028-01-30T12:00:00+01:00", "2028-01-31T12:00:00+01:00", "2028-02-29"},
        {"ES", "Andalucía", "Europe/Madrid", "2026-06-10T13:15:00+02:00", "2026-06-11T13:15:00+02:00", "2026-06-24"},
        {"ES", "Andalucía", "Europe/Madrid", "2026-06-13T13:15:00+02:00", "2026-06-14T13:15:00+02:00", "2026-06-26"},
        {"GR", "", "Europe/Athens", "2026-04-20T18:45:00+03:00", "2026-04-21T18:45:00+03:00", "2026-05-04"},
        {"GB", "", "Europe/London", "2026-05-12T08:55:00+01:00", "2026-05-13T08:55:00+01:00", "2026-05-26"},
        {"GB", "Scotland", "Europe/London", "2026-03-28T18:00:00Z", "2026-03-29T19:00:00+01:00", "2026-04-11"},
        {"IE", "", "Europe/Dublin", "2026-12-24T08:55:00Z", "2026-12-25T08:55:00+00:00", "2027-01-07"}};
    for (const Answer& answer : answers) {
        INFO(answer.country << ' ' << answer.region << ' ' << answer.received);
        const Json duties = found(complaint(answer.received), answer.country, answer.region, answer.zone).duties;
        CHECK(duty(duties, "acknowledgement").at("due") == answer.acknowledgement);
        CHECK(duty(duties, "reply").at("due") == answer.reply);
        for (const Json& each : duties)
            for (const char* key : {"id", "what", "due", "basis", "certainty", "silence", "counts_from"})
                CHECK_FALSE(text_at(each, key).empty());
    }
}

TEST_CASE("Polish silence is told as an admission, and only for a consumer") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    const Json consumer = duty(found(sections, "PL").duties, "reply");
    CHECK_THAT(text_at(consumer, "silence"), Catch::Contains("counts as accepted"));
    CHECK_THAT(text_at(consumer, "basis"), Catch::Contains("art. 7a"));
    sections["client"]["client_is_consumer"] = false;
    const Json business = duty(found(sections, "PL").duties, "reply");
    CHECK_THAT(text_at(business, "basis"), Catch::Contains("good practice"));
    CHECK(business.at("due") == consumer.at("due"));
}

TEST_CASE("an earlier date of the salon's own counts, a later one is told and does not") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    sections["intake"]["reply_due"] = "2026-03-10";
    sections["intake"]["ack_due"] = "2026-03-05T09:20+01:00";
    const DutiesFound made = found(sections, "PL");
    CHECK(duty(made.duties, "reply").at("due") == "2026-03-10");
    CHECK(duty(made.duties, "reply").at("law_due") == "2026-03-17");
    CHECK(duty(made.duties, "acknowledgement").at("due") == "2026-03-04T09:20:00+01:00");
    CHECK_FALSE(duty(made.duties, "acknowledgement").contains("law_due"));
    REQUIRE(made.findings.size() == 1);
    CHECK(made.findings.front().where == "intake.ack_due");
    CHECK(made.findings.front().level == Level::warning);
    CHECK_THAT(made.findings.front().what, Catch::Contains("later than 2026-03-04"));
}

TEST_CASE("a date told to the client is held against the law too") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    sections["acknowledgement"]["reply_deadline"] = "2026-03-18";
    CHECK(found(sections, "PL").findings.at(0).where == "acknowledgement.reply_deadline");
    sections["acknowledgement"]["reply_deadline"] = "2026-03-17";
    CHECK(found(sections, "PL").findings.empty());
}

TEST_CASE("a date before the complaint is told and does not count") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    sections["intake"]["reply_due"] = "2025-03-17";
    const DutiesFound made = found(sections, "PL");
    CHECK(duty(made.duties, "reply").at("due") == "2026-03-17");
    CHECK(made.findings.at(0).where == "intake.reply_due");
}

TEST_CASE("dates that are none are left to the forms") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    for (const Json& wrong : {Json(5), Json("soon"), Json::array(), Json("2026-02-30")}) {
        sections["intake"]["reply_due"] = wrong;
        const DutiesFound made = found(sections, "PL");
        CHECK(made.findings.empty());
        CHECK(duty(made.duties, "reply").at("due") == "2026-03-17");
    }
    sections["intake"]["received_at"] = "yesterday";
    CHECK(found(sections, "PL").duties.empty());
}

TEST_CASE("a Spanish region that the program does not know is told to look its own term up") {
    const Json sections = complaint("2026-06-10T13:15:00+02:00");
    for (const char* region : {"", "Comunidad de Madrid"}) {
        const Findings told = found(sections, "ES", region).findings;
        REQUIRE(told.size() == 1);
        CHECK(told.front().level == Level::note);
        CHECK_THAT(told.front().remedy, Catch::Contains("intake.reply_due"));
    }
    for (const char* region : {"Andalucía", "Catalunya"}) CHECK(found(sections, "ES", region).findings.empty());
}

TEST_CASE("further duties come with what the case says") {
    Json sections = complaint("2026-05-12T08:55:00+01:00");
    CHECK(found(sections, "GB").duties.size() == 2);
    sections["intake"]["complaint_category"] = {"data_privacy"};
    sections["intake"]["bodily_harm"] = true;
    sections["intake"]["client_demand"] = {"compensation"};
    sections["settlement"] = {{"variant", "B_refund"}, {"agreement_date", "2026-06-01"}};
    sections["consent"] = {{"withdrawn_at", "2026-05-30T10:00:00+01:00"}};
    const Json duties = found(sections, "GB").duties;
    CHECK(duty(duties, "data_complaint").at("due") == "2026-06-11");
    CHECK(duty(duties, "injury_claim").at("due") == "2026-05-26");
    CHECK(duty(duties, "price_refund").at("due") == "2026-06-15");
    CHECK(duty(duties, "withdrawal").at("due") == "2026-06-06");
    CHECK(duty(found(sections, "PL").duties, "price_refund").is_null());
    CHECK(duty(found(sections, "PL").duties, "withdrawal").at("due") == "2026-06-06");
}

TEST_CASE("until when claims may come is told with its ground") {
    const auto until = [](const char* country, const char* region, const char* id) {
        const Json sections = complaint("2026-03-03T09:20:00+01:00");
        return text_at(duty(limits_of(book(), {sections, country, region, "UTC"}), id), "until");
    };
    CHECK(until("PL", "", "tort") == "2029-03-03");
    CHECK(until("PL", "", "contract") == "2032-12-31");
    CHECK(until("IT", "", "contract") == "2036-01-05");
    CHECK(until("IT", "", "defects") == "2026-03-11");
    CHECK(until("ES", "", "tort") == "2027-03-03");
    CHECK(until("ES", "Cataluña", "tort") == "2029-03-03");
    CHECK(until("GR", "", "contract") == "2046-01-05");
    CHECK(until("GB", "", "contract") == "2032-01-05");
    CHECK(until("IE", "", "contract") == "2032-01-05");
    CHECK(until("GB", "", "personal_injury").empty());  // nobody was hurt
}

TEST_CASE("what has no date is told where it applies") {
    Json sections = complaint("2026-03-03T09:20:00+01:00");
    const auto notes = [&](const char* country) { return notes_of(book(), {sections, country, "", "UTC"}); };
    CHECK_FALSE(duty(notes("PL"), "adr_statement").is_null());
    CHECK_FALSE(duty(notes("GR"), "papers").is_null());
    CHECK(duty(notes("PL"), "data_breach").is_null());
    sections["intake"]["complaint_category"] = {"data_privacy"};
    CHECK_THAT(text_at(duty(notes("PL"), "data_breach"), "term"), Catch::Contains("72 hours"));
}

TEST_CASE("a condition that cannot be judged is told with its file and deadline") {
    Json law = source_json("forms/law/deadlines.json");
    law["deadlines"][0]["when"] = {{"hass", "intake.received_at"}};
    const DeadlineBook wrong = parse_deadlines(law.dump(), "deadlines.json");
    const Json sections = complaint("2026-03-03T09:20:00+01:00");
    try {
        (void)duties_of(wrong, {sections, "PL", "", "UTC"});
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(error.where() == "deadlines.json: deadline acknowledgement");
        CHECK(error.fault() == Fault::wording);
    }
}
