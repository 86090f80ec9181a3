// What happens to a record after it is issued: told, derived, never stored.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/add_note.h"
#include "workflow/due.h"
#include "workflow/record_life.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

struct Settled {
    Salon salon;
    std::string number = salon.open("pl-hair.json");
    std::string record = salon.issue("settlement", number).record;

    [[nodiscard]] RecordSummary shown() const { return show_case(salon.place(), number).records.back(); }
    [[nodiscard]] std::string trail_of(const std::string& kind) const {
        for (const TrailLine& line : pull_trail(salon.place(), number).lines)
            if (line.kind == kind) return line.what;
        return {};
    }
};

void check_stop(const LifeOutcome& outcome, const std::string& where) {
    CHECK(outcome.record.empty());
    REQUIRE_FALSE(outcome.findings.empty());
    CHECK(outcome.findings.front().level == Level::stop);
    CHECK(outcome.findings.front().where == where);
}

std::vector<std::string> whats(const Findings& findings) {
    std::vector<std::string> list;
    for (const Finding& finding : findings) list.push_back(finding.where + " " + finding.what);
    return list;
}

}  // namespace

TEST_CASE("a record's status is the line of what happened to it") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    CHECK(settled.shown().status == "issued 2099-05-28 12:00");
    settled.salon.clock().move(600);
    REQUIRE(sign_record(place, settled.record, {.role = "client", .name = "Ewa Ó", .place = "Niebywałów"}).record ==
            settled.record);
    REQUIRE(sign_record(place, settled.record, {.role = "salon", .name = "Otylia N."}).record == settled.record);
    REQUIRE(hand_over_record(place, settled.record, {2, "Ewa Ó", ""}).record == settled.record);
    REQUIRE(perform_record(place, settled.record, {"", "", "przelew"}).record == settled.record);
    CHECK(settled.shown().status ==
          "issued 2099-05-28 12:00; signed: client Ewa Ó 2099-05-28 12:10, salon Otylia N. 2099-05-28 12:10; handed "
          "over: copy 2 to Ewa Ó 2099-05-28 12:10; performed: 2099-05-28 12:10");
    CHECK(settled.trail_of("record.signed") ==
          settled.record + " version 1 signed by Ewa Ó (client, ink) on 2099-05-28 12:10, place: Niebywałów");
    CHECK(settled.trail_of("record.performed") ==
          settled.record + " version 1 performed on 2099-05-28 12:10, remarks: przelew");
    CHECK(settled.salon.is_intact());
}

TEST_CASE("nothing happens to a record before it is there, or ahead of its time") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    const auto signed_at = [&](const char* at) {
        return sign_record(place, settled.record, {.role = "client", .name = "Ewa Ó", .at = at});
    };
    check_stop(signed_at("2099-05-28T11:58+02:00"), "--at");
    check_stop(signed_at("2099-05-28T12:01+02:00"), "--at");
    check_stop(signed_at("yesterday"), "--at");
    CHECK_FALSE(signed_at("2099-05-28T12:00+02:00").record.empty());
    CHECK_THROWS_WITH(void_record(place, "SET-2099-0002", "x"), Catch::Contains("is not in this vault"));
    CHECK_THROWS_WITH(void_record(place, settled.record + "-v2", "x"), Catch::Contains("has no such version"));
    CHECK_THROWS_WITH(void_record(place, "nonsense", "x"), Catch::Contains("is not in this vault"));
}

TEST_CASE("a refusal to sign has a reason and a witness, and is no signature") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    const LifeOutcome bare = sign_record(place, settled.record, {.role = "client", .name = "Ewa Ó", .how = "refused"});
    CHECK(whats(bare.findings) == std::vector<std::string>{"--why is missing: a refusal is noted with its reason",
                                                           "--witness is missing: a refusal is noted with somebody who saw it"});
    REQUIRE_FALSE(sign_record(place, settled.record,
                              {.role = "client", .name = "Ewa Ó", .how = "refused", .why = "chce pomyśleć", .witness = "Jan Świadek"})
                      .record.empty());
    CHECK_THAT(settled.trail_of("record.signed"),
               Catch::Contains("not signed by Ewa Ó") && Catch::Contains("reason: chce pomyśleć, witness: Jan Świadek"));
    CHECK_THAT(whats(show_case(place, settled.number).missing),
               Catch::VectorContains(settled.record + " is not signed by the client"));
}

TEST_CASE("a guardian signs on an authority, and then the client's signature is there") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    check_stop(sign_record(place, settled.record, {.role = "guardian", .name = "Jan Ó"}), "--authority");
    REQUIRE_FALSE(
        sign_record(place, settled.record, {.role = "guardian", .name = "Jan Ó", .authority = "ojciec"}).record.empty());
    CHECK_THAT(whats(show_case(place, settled.number).missing),
               !Catch::VectorContains(settled.record + " is not signed by the client"));
    CHECK_THAT(settled.shown().status, Catch::Contains("signed: guardian Jan Ó for the client 2099-05-28 12:00"));
}

TEST_CASE("a representative signs on an authority, and for the client") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    check_stop(sign_record(place, settled.record, {.role = "representative", .name = "adw. Jan Ó"}), "--authority");
    REQUIRE_FALSE(sign_record(place, settled.record,
                              {.role = "representative", .name = "adw. Jan Ó", .authority = "pełnomocnictwo z 1.03"})
                      .record.empty());
    CHECK_THAT(whats(show_case(place, settled.number).missing),
               !Catch::VectorContains(settled.record + " is not signed by the client"));
    CHECK_THAT(settled.shown().status, Catch::Contains("signed: representative adw. Jan Ó for the client 2099-05-28 12:00"));
}

TEST_CASE("a copy is printed again only for a reason") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    const LifeOutcome first = print_record(place, settled.record, {});
    REQUIRE(first.record == settled.record);
    CHECK(first.findings.size() == 2);  // no printer is set up where tests run
    check_stop(print_record(place, settled.record, {2, "", ""}), "--why");
    CHECK_FALSE(print_record(place, settled.record, {2, "", "rozlana kawa"}).record.empty());
    check_stop(print_record(place, settled.record, {3, "", "x"}), "--copy");
    CHECK_THAT(settled.shown().status, Catch::Contains("printed: copy 1, 2, 2"));
}

TEST_CASE("a void record stays void, and the same text may be issued again as the next version") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    check_stop(void_record(place, settled.record, " "), "--why");
    REQUIRE_FALSE(void_record(place, settled.record, "zła data").record.empty());
    CHECK(settled.shown().is_void);
    CHECK_THROWS_WITH(sign_record(place, settled.record, {.role = "client", .name = "Ewa Ó"}),
                      Catch::Contains("is void: zła data"));
    const Issued again = settled.salon.issue("settlement", settled.number);
    CHECK(again.record == settled.record);
    CHECK(again.version == 2);
    CHECK_THAT(pdf_text(again.files.front()), Catch::Contains(without_blanks("zastępuje wersję 1")));
    CHECK_FALSE(sign_record(place, settled.record, {.role = "client", .name = "Ewa Ó"}).record.empty());
    CHECK(settled.salon.is_intact());
}

TEST_CASE("a draft that is handed over starts the days to reflect") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    Json answers = {{"draft_delivered_date", nullptr}, {"reflection_days", nullptr}, {"agreement_date", "2099-06-01"},
                    {"payment_deadline", "2099-06-08"}};
    const auto issue = [&](bool is_draft, const std::string& to) {
        return issue_record(salon.place(), {"settlement", number, answers, ""}, {salon.out(), is_draft, "", "", to});
    };
    CHECK(worst(issue(false, "").findings) == Level::stop);
    const Issued draft = issue(true, "Ewa Ó");
    REQUIRE(draft.files.size() == 1);
    CHECK(draft.record.empty());
    const Issued issued = issue(false, "");
    REQUIRE_FALSE(issued.record.empty());
    CHECK_THAT(pdf_text(issued.files.front()), Catch::Contains(without_blanks("28.05.2099")));
    CHECK(salon.is_intact());
}

TEST_CASE("a case tells what is missing, and closes only when somebody decides to") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    const auto missing = whats(show_case(place, settled.number).missing);
    for (const std::string& what :
         {"case " + settled.number + " has no ack", "case " + settled.number + " has no reply",
          "case " + settled.number + " has no intake", "case " + settled.number + " has no delivery_protocol",
          settled.record + " is not signed by the salon", settled.record + " copy 2 was not handed over"})
        CHECK_THAT(missing, Catch::VectorContains(what));
    const CaseOutcome refused = close_case(place, settled.number, {});
    CHECK(refused.number.empty());
    CHECK(worst(refused.findings) == Level::decision);
    const CaseOutcome closed = close_case(place, settled.number, {"", "klientka wyjechała", "Otylia N."});
    CHECK(closed.number == settled.number);
    CHECK(worst(closed.findings) == Level::warning);
    CHECK(show_case(place, settled.number).missing.empty());
}

TEST_CASE("an open deadline of the law is missing before a case closes, until it is met") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    const auto open_deadlines = [&] {
        std::string told;
        for (const Finding& finding : close_case(place, settled.number, {}).findings)
            if (finding.what.find("open deadline") != std::string::npos) {
                CHECK(finding.level == Level::decision);
                told += finding.where + ' ' + finding.what + '\n';
            }
        return told;
    };
    CHECK_THAT(open_deadlines(), Catch::Contains("case " + settled.number + " has the open deadline reply of 2026-"));
    meet_deadline(place, settled.number, "reply", "letter of 9 March");
    CHECK_THAT(open_deadlines(), !Catch::Contains("deadline reply") && Catch::Contains("deadline acknowledgement"));
}

TEST_CASE("notes are kept in both directions and stand in the trail") {
    Settled settled;
    const Workplace& place = settled.salon.place();
    REQUIRE_FALSE(add_note(place, settled.number, {"Prosi o telefon.", "email", "Ewa Ó", true, ""}).number.empty());
    CHECK(settled.trail_of("note.added") == "email from Ewa Ó, 2099-05-28 12:00: Prosi o telefon.");
    CHECK(show_case(place, settled.number).notes.size() == 1);
    CHECK(add_note(place, settled.number, {" ", "email", "Ewa Ó", true, ""}).findings.front().where == "TEXT");
    CHECK(add_note(place, settled.number, {"x", "email", "", true, ""}).findings.front().where == "--with");
    CHECK(add_note(place, settled.number, {"x", "email", "Ewa Ó", true, "2100-01-01T00:00+01:00"}).findings.front().where ==
          "--at");
    CHECK_THROWS_AS(add_note(place, "2099-0009", {"x", "email", "Ewa Ó", true, ""}), Error);
}

TEST_CASE("a record cites the number of the record that was issued before it, unless that is void") {
    Settled settled;
    const Json answers = {{"remedy_kind", "apology"},
                          {"delivered_at", "2099-05-28T12:00:00+02:00"},
                          {"reservations", "brak"},
                          {"acceptance", "accepted"}};
    const Issued citing = settled.salon.issue("delivery_protocol", settled.number, answers);
    REQUIRE(citing.files.size() == 2);
    CHECK_THAT(pdf_text(citing.files.front()), Catch::Contains(without_blanks("ugoda: " + settled.record)));
    REQUIRE_FALSE(void_record(settled.salon.place(), settled.record, "pomyłka").record.empty());
    const Issued alone = settled.salon.issue("delivery_protocol", settled.number, answers);
    REQUIRE(alone.version == 2);
    CHECK_THAT(pdf_text(alone.files.front()), !Catch::Contains(without_blanks("ugoda: " + settled.record)));
}

namespace {

/// Programs called lp and lpstat that stand before the system's while this lives.
class FakePrinter {
  public:
    FakePrinter(const std::filesystem::path& folder, const std::string& lp) : folder_(folder), path_(std::getenv("PATH")) {
        std::filesystem::create_directory(folder_);
        script("lpstat", "echo 'system default destination: office'");
        script("lp", lp);
        ::setenv("PATH", (folder_.string() + ":" + path_).c_str(), 1);
    }
    FakePrinter(const FakePrinter&) = delete;
    FakePrinter& operator=(const FakePrinter&) = delete;
    ~FakePrinter() { ::setenv("PATH", path_.c_str(), 1); }

    [[nodiscard]] std::string got(const std::string& name) const {
        return read_file(folder_ / name, 1u << 24, Fault::input);
    }

  private:
    void script(const std::string& name, const std::string& line) const {
        const std::string here = "cd '" + folder_.string() + "'\n";
        write_file_durably(folder_ / name, "#!/bin/sh\n" + here + line + "\n", 0700);
    }

    std::filesystem::path folder_;
    std::string path_;
};

}  // namespace

TEST_CASE("a printer gets the stored copy under its record's number, and the trail says which printer") {
    Settled settled;
    const Issued issued = settled.salon.issue("settlement", settled.number);
    const FakePrinter printer(settled.salon.path("bin"), "echo \"$@\" >words; cat >paper");
    REQUIRE(print_record(settled.salon.place(), settled.record, {2, "", ""}).record == settled.record);
    CHECK(printer.got("words") == "-d office -t " + settled.record + " 2/2\n");
    CHECK(printer.got("paper") == read_file(issued.files.at(1), 1u << 24, Fault::input));
    CHECK(settled.trail_of("record.printed") == settled.record + " version 1 copy 2 printed on office");
}

TEST_CASE("what a printer does not take is not noted as printed") {
    Settled settled;
    const FakePrinter printer(settled.salon.path("bin"), "exit 1");
    CHECK_THROWS_WITH(print_record(settled.salon.place(), settled.record, {1, "", ""}),
                      Catch::Contains("printer office: does not take the document"));
    CHECK_THROWS_WITH(print_record(settled.salon.place(), settled.record, {1, "-x", ""}), Catch::Contains("--printer"));
    CHECK(settled.trail_of("record.printed").empty());
}
