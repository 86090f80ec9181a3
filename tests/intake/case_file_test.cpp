#include <catch2/catch.hpp>

#include "sample_case.h"

using namespace ugoda;

namespace {

Findings opening(const Json& changes) {
    return checked_case_file(SampleCase("pl-hair").with(changes).file());
}

void check_stop(const Findings& findings, const std::string& where) {
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == where);
    CHECK(findings.front().level == Level::stop);
}

/// A file with one attachment, changed.
Findings attachment_with(const Json& change) {
    Json entry = {
        {"attachment_no", 1}, {"attachment_kind", "receipt"}, {"attachment_title", "Receipt"}};
    entry.update(change);
    return checked_sections({{"evidence", {entry}}});
}

Findings photo_with(const Json& change) {
    Json entry = {{"phase", "before"}, {"file", "photographs/a.jpg"}};
    entry.update(change);
    return checked_sections({{"photo_sheet", {{"photos", {entry}}}}});
}

}  // namespace

TEST_CASE("opening asks only for the client and the complaint") {
    CHECK(opening({{"settlement", nullptr},
                   {"reply", nullptr},
                   {"salon", nullptr},
                   {"treatment", nullptr},
                   {"photo_sheet", nullptr},
                   {"evidence", nullptr}})
              .empty());
    CHECK(opening({{"settlement.variant", "nonsense"}, {"settlement.agreement_date", 5}}).empty());
}

TEST_CASE("a case without a client or a complaint is refused, both told at once") {
    check_stop(opening({{"client", nullptr}}), "client");
    check_stop(opening({{"intake", Json::object()}}), "intake");
    CHECK(opening({{"client", nullptr}, {"intake", nullptr}}).size() == 2);
}

TEST_CASE("what opening needs is missed by name") {
    for (const char* where : {"client.client_name", "intake.received_at", "intake.treatment_name",
                              "intake.treatment_date", "intake.event_description"}) {
        INFO(where);
        check_stop(opening({{where, nullptr}}), where);
        check_stop(opening({{where, " \u00A0 "}}), where);
        check_stop(opening({{where, 17}}), where);
    }
}

TEST_CASE("the moment of the complaint and the day of the treatment must exist") {
    check_stop(opening({{"intake.received_at", "2026-03-03"}}), "intake.received_at");
    check_stop(opening({{"intake.treatment_date", "2026-02-29"}}), "intake.treatment_date");
    CHECK(opening({{"intake.received_at", "2026-03-03T10:15+01:00"}}).empty());
}

TEST_CASE("sections may come later one by one") {
    CHECK(checked_sections({{"reply", {{"reply_date", "2026-03-10"}}}}).empty());
    CHECK(checked_sections(Json::object()).empty());
}

TEST_CASE("what is no file of sections is refused") {
    check_stop(checked_case_file(Json::array({1})), "case file");
    check_stop(checked_case_file("text"), "case file");
    check_stop(checked_sections(nullptr), "case file");
}

TEST_CASE("a section of the wrong kind is refused") {
    check_stop(checked_sections({{"client", "Jan"}}), "client");
    check_stop(checked_sections({{"settlement", {1, 2}}}), "settlement");
    check_stop(checked_sections({{"evidence", {{"file", "a.pdf"}}}}), "evidence");
    check_stop(checked_sections({{"photo_sheet", {{"photos", "a.jpg"}}}}), "photo_sheet.photos");
    check_stop(checked_sections({{"evidence", {"a.pdf"}}}), "evidence[1]");
}

TEST_CASE("an unknown section is a note, single facts about the file are none") {
    const Findings findings =
        checked_sections({{"setlement", {{"variant", "AB"}}}, {"title", "A case"}, {"words", 3}});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == "setlement");
    CHECK(findings.front().level == Level::note);
}

TEST_CASE("languages and countries are those we serve") {
    check_stop(checked_sections({{"language", "de"}}), "language");
    check_stop(checked_sections({{"jurisdiction", "EL"}}), "jurisdiction");
    CHECK(checked_sections({{"language", "el"}, {"jurisdiction", "GR"}}).empty());
}

TEST_CASE("a file is named by a path below the case file's folder") {
    for (const Json& path :
         {Json("/etc/passwd"), Json(7), Json("a\nb.jpg"), Json(Json::array({"a"}))})
        check_stop(attachment_with({{"file", path}}), "evidence[1].file");
    CHECK(attachment_with({{"file", "papers/Paragon „1”.pdf"}}).empty());
    CHECK(attachment_with(Json::object()).empty());
}

TEST_CASE("attachment numbers are whole, from 1, and stand once") {
    for (const Json& number : {Json(0), Json(-1), Json(1.5), Json("1"), Json(10000)})
        check_stop(attachment_with({{"attachment_no", number}}), "evidence[1].attachment_no");
    const Json entry = {{"attachment_no", 4}, {"attachment_title", "x"}};
    const Findings twice = checked_sections({{"evidence", {entry, entry}}});
    REQUIRE(twice.size() == 1);
    CHECK(twice.front().where == "evidence[2].attachment_no");
    CHECK(twice.front().level == Level::note);
}

TEST_CASE("a fingerprint that is none is a note") {
    const Findings findings = attachment_with({{"sha256", "ab12…"}});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().level == Level::note);
    CHECK(attachment_with({{"sha256", std::string(64, 'a')}}).empty());
}

TEST_CASE("kinds, moments and titles of attachments are looked at") {
    check_stop(attachment_with({{"attachment_kind", "selfie"}}), "evidence[1].attachment_kind");
    check_stop(attachment_with({{"made_at", "yesterday"}}), "evidence[1].made_at");
    check_stop(attachment_with({{"attachment_title", nullptr}}), "evidence[1].attachment_title");
    check_stop(attachment_with({{"attachment_title", std::string(301, 'x')}}),
               "evidence[1].attachment_title");
    check_stop(attachment_with({{"page_count", 0}}), "evidence[1].page_count");
}

TEST_CASE("a photograph has a side and, if any, a moment that exists") {
    check_stop(photo_with({{"phase", "behind"}}), "photo_sheet.photos[1].phase");
    check_stop(photo_with({{"phase", nullptr}}), "photo_sheet.photos[1].phase");
    check_stop(photo_with({{"taken_at", "2026-02-30T10:00:00+01:00"}}),
               "photo_sheet.photos[1].taken_at");
    CHECK(photo_with({{"taken_at", "2026-02-28T13:50+01:00"}, {"time_source", "exif"}}).empty());
}

TEST_CASE("names in findings cannot steer a terminal") {
    const Findings findings = checked_sections({{"a\u001B[2Jb", {{"c", 1}}}});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where.find('\x1B') == std::string::npos);
}
