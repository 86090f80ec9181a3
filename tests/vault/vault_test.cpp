#include "vault/vault.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "small_vault.h"

using namespace ugoda;
namespace fs = std::filesystem;

TEST_CASE("a new vault holds its creation and is intact") {
    SmallVault small;
    const Vault vault = small.open(Access::read);
    CHECK(vault.size() == 1);
    CHECK(vault.id().size() == 32);
    CHECK(vault.settings().at("origin") == "ugoda/" + vault.id().substr(0, 12));
    CHECK(vault.settings().at("salon").at("name") == "Studio Jasmin");
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a vault with two cases is intact") {
    SmallVault small;
    CHECK(told(small.with_cases().verify()) == "");
}

TEST_CASE("what was logged is read back") {
    SmallVault small;
    small.with_cases();
    const Vault vault = small.open(Access::read);
    REQUIRE(vault.cases().size() == 2);
    const CaseEntry first = vault.find_case("2026-0001").value();
    CHECK(first.about.at("title") == "Hair");
    CHECK(first.opened == "2026-03-12T17:30:05+01:00");
    CHECK_FALSE(first.closed);
    CHECK(vault.find_case("2026-0002")->closed);
    REQUIRE(vault.photos("2026-0001").size() == 1);
    CHECK(vault.object(vault.photos("2026-0001")[0].original.sha256) == "original picture");
    CHECK(vault.attachments("2026-0001").at(0).content.at("title") == "Receipt");
    const auto records = vault.records("2026-0001");
    REQUIRE(records.size() == 1);
    CHECK(records[0].id == "SET-2026-0001");
    CHECK(records[0].issued_seq == 5);
    CHECK(records[0].fixed_objects.at(0).role == "answers");
    CHECK(vault.events("2026-0001").size() == 7);
    CHECK_FALSE(vault.find_case("2026-0003"));
}

TEST_CASE("an addition replaces the members it gives and keeps the others") {
    SmallVault small;
    small.with_cases();
    CHECK(small.open(Access::read).find_case("2026-0001")->sections ==
          Json{{"client", {{"client_name", "Anna Przykładowa"}, {"phone", "000"}}}});
}

TEST_CASE("events of one case follow each other by hash, whatever lies between") {
    SmallVault small;
    Vault vault = small.open();
    open_case(vault);
    open_case(vault);
    add(vault, {"case.closed", "2026-0001", Json::object(), {}, "s-1"});
    const auto events = vault.events("2026-0001");
    REQUIRE(events.size() == 2);
    CHECK(events[1].header.seq == 3);
    CHECK(events[1].header.in_case == CaseLink{2, events[0].header_hash});
}

TEST_CASE("headers name neither case nor person") {
    SmallVault small;
    small.with_cases();
    for (const EventEntry& event : small.open(Access::read).events("2026-0001")) {
        const std::string header = to_bytes(event.header);
        CHECK(header.find("2026-0001") == std::string::npos);
        CHECK(header.find("Anna") == std::string::npos);
    }
}

TEST_CASE("a staff name where the id should be is refused") {
    SmallVault small;
    Vault vault = small.open();
    NewEvent event = opened("2026-0001");
    event.staff = "Anna Nowak";
    CHECK_THROWS_WITH(add(vault, event), Catch::Contains("is not a staff id"));
    CHECK(vault.size() == 1);
}

TEST_CASE("numbers have no gaps: what was not logged is given out again") {
    SmallVault small;
    Vault vault = small.open();
    open_case(vault);
    vault.write([](Writer& writer) { CHECK(writer.next_case_number(2026) == "2026-0002"); });
    CHECK(open_case(vault) == "2026-0002");
    CHECK_THROWS_WITH(add(vault, opened("2026-0004")),
                      Catch::Contains("not the next free case number"));
    vault.write([](Writer& writer) {
        CHECK(writer.next_case_number(2027) == "2027-0001");
        CHECK(writer.next_record_id("SET", 2026) == "SET-2026-0001");
    });
}

TEST_CASE("a record's versions follow each other, and each is issued once") {
    SmallVault small;
    Vault vault = small.open();
    const std::string number = open_case(vault);
    fix_record(vault, number, "first");
    CHECK_THROWS_AS(fix_record(vault, number, "second", 3), Error);
    fix_record(vault, number, "second", 2);
    issue_record(vault, number, 2);
    CHECK_THROWS_AS(issue_record(vault, number, 2), Error);
    const auto records = vault.records(number);
    REQUIRE(records.size() == 2);
    CHECK_FALSE(records[0].issued_seq);
    CHECK(records[1].issued_seq);
    vault.write(
        [](Writer& writer) { CHECK(writer.next_record_id("SET", 2026) == "SET-2026-0002"); });
}

TEST_CASE("when the work in a transaction throws, nothing was logged") {
    SmallVault small;
    Vault vault = small.open();
    CHECK_THROWS_AS(vault.write([](Writer& writer) {
        writer.append(opened(writer.next_case_number(2026)));
        throw std::runtime_error("interrupted");
    }),
                    std::runtime_error);
    CHECK(vault.size() == 1);
    CHECK(vault.cases().empty());
    CHECK(open_case(vault) == "2026-0001");
    CHECK(is_intact(small.verify()));
}

TEST_CASE("an event about a case that is not there is refused") {
    SmallVault small;
    Vault vault = small.open();
    CHECK_THROWS_WITH(add(vault, {"note.added", "2026-0001", Json::object(), {}, "s-1"}),
                      Catch::Contains("there is no such case"));
}

TEST_CASE("an event that names an object which is not there is refused") {
    SmallVault small;
    Vault vault = small.open();
    const std::string number = open_case(vault);
    CHECK_THROWS_AS(
        add(vault,
            {"note.added", number, Json::object(), {{sha256("nowhere"), 7, "original"}}, "s-1"}),
        Error);
    CHECK(vault.size() == 2);
}

TEST_CASE("once something is erased, its old pages are not left in the journal") {
    SmallVault small;
    Vault vault = small.open();
    open_case(vault);
    const fs::path journal = small.folder() / "index.db-journal";
    CHECK(fs::file_size(journal) > 0);
    add(vault, {"erased", std::nullopt, {{"events", {1}}}, {}, "s-1"});
    CHECK(fs::file_size(journal) == 0);
}

TEST_CASE("a case is found by the number that the salon gave it, whichever event told it") {
    SmallVault small;
    Vault vault = small.open();
    const std::string first = open_case(vault), second = open_case(vault);
    const auto call = [&](const std::string& number, const Json& intake) {
        add(vault, {"case.added", number, {{"sections", {{"intake", intake}}}}, {}, "s-1"});
    };
    call(second, {{"case_number", "REK/2026/014"}});
    call(first, {{"case_number", "REK/2026/015"}});
    CHECK(vault.cases_called("REK/2026/014") == std::vector<std::string>{second});
    call(second, {{"case_number", "REK/2026/015"}});
    CHECK(vault.cases_called("REK/2026/014").empty());
    CHECK(vault.cases_called("REK/2026/015") == std::vector<std::string>{first, second});
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a clock set back is noted in the event and told") {
    SmallVault small;
    Vault vault = small.open();
    open_case(vault);
    small.clock.move(-3600);
    open_case(vault);
    CHECK(vault.events("2026-0002")[0].header.behind);
    const Findings findings = small.verify();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].level == Level::note);
    CHECK_THAT(findings[0].what, Catch::Contains("showed an earlier time"));
}

TEST_CASE("reindexing gives the same rows") {
    SmallVault small;
    small.with_cases();
    const auto rows = [&] {
        const Vault vault = small.open(Access::read);
        return vault.find_case("2026-0001")->sections.dump() + vault.find_case("2026-0001")->opened;
    };
    const std::string before = rows();
    small.open().reindex();
    CHECK(rows() == before);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a vault opened for reading takes nothing") {
    SmallVault small;
    Vault vault = small.open(Access::read);
    CHECK_THROWS_AS(vault.put("bytes", "original"), Error);
    CHECK_THROWS_AS(open_case(vault), Error);
    CHECK_THROWS_AS(vault.reindex(), Error);
}

TEST_CASE("a change inside another is refused") {
    SmallVault small;
    Vault vault = small.open();
    CHECK_THROWS_AS(vault.write([&](Writer&) { open_case(vault); }), Error);
    CHECK_THROWS_AS(vault.write([&](Writer& writer) {
        writer.append(opened("2026-0001"));
        (void)vault.signed_checkpoint(2);
    }),
                    Error);
    CHECK(vault.size() == 1);
}

TEST_CASE("a checkpoint is the same whenever it is signed") {
    SmallVault small;
    small.with_cases();
    Vault vault = small.open();
    const std::string early = vault.signed_checkpoint(3);
    open_case(vault);
    CHECK(vault.signed_checkpoint(3) == early);
    CHECK(is_signed_by(early, parse_verifier_key(vault.public_key()).value()));
    CHECK_THROWS_AS(vault.signed_checkpoint(0), Error);
    CHECK_THROWS_AS(vault.signed_checkpoint(vault.size() + 1), Error);
}

TEST_CASE("words with every kind of character are logged exactly") {
    SmallVault small;
    Vault vault = small.open();
    const std::string odd = "Łucja \"Ωμέγα\" \u2028 \U0001F615 \\ \t' ; DROP TABLE event;--";
    NewEvent event = opened("2026-0001");
    event.content["title"] = odd;
    add(vault, event);
    CHECK(vault.find_case("2026-0001")->about.at("title") == odd);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("content that could not be read back is not logged") {
    SmallVault small;
    Vault vault = small.open();
    NewEvent event = opened("2026-0001");
    event.content["title"] = "\xFF\xFE";
    CHECK_THROWS_AS(add(vault, event), Error);
    CHECK(vault.size() == 1);
}
