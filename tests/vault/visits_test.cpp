// Visits beside cases: numbers of their own, lines in lists, and what stays of them when erased.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "small_vault.h"

using namespace ugoda;

namespace {

void erase(SmallVault& small, std::uint64_t seq) {
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"events", {seq}}, {"ground", "request"}}, {}, "s-1"});
    }
    harm(small, "DELETE FROM payload WHERE seq = " + std::to_string(seq));
}

/// Every text of the lists.
std::string told_by_lists(const Vault& vault) {
    std::string text;
    for (const auto& list : {vault.cases(), vault.visits()})
        for (const CaseSummary& line : list)
            text += line.client + line.client_id + line.treatment + line.reference + "\n";
    return text;
}

}  // namespace

TEST_CASE("a vault with a visit and a case after it is intact, also when made anew") {
    SmallVault small;
    CHECK(told(small.with_visit().verify()) == "");
    small.open().reindex();
    CHECK(told(small.verify()) == "");
}

TEST_CASE("visits and cases are each numbered without gaps, on their own") {
    SmallVault small;
    small.with_visit();
    Vault vault = small.open();
    vault.write([](Writer& writer) {
        CHECK(writer.next_visit_number(2026) == "V-2026-0002");
        CHECK(writer.next_case_number(2026) == "2026-0002");
        CHECK(writer.next_visit_number(2027) == "V-2027-0001");
    });
    CHECK_THROWS_WITH(add(vault, visit_opened("V-2026-0003")),
                      Catch::Contains("not the next free visit number"));
    CHECK_THROWS_WITH(add(vault, visit_opened("2026-0002")),
                      Catch::Contains("not the next free visit number"));
    CHECK_THROWS_WITH(add(vault, opened("V-2026-0002")),
                      Catch::Contains("not the next free case number"));
}

TEST_CASE("what is asked of a case is asked of a visit by its number") {
    SmallVault small;
    small.with_visit();
    const Vault vault = small.open(Access::read);
    CHECK(vault.find_case("V-2026-0001")->sections.at("treatment").at("treatment_name") == "Balayage");
    CHECK(vault.photos("V-2026-0001").size() == 1);
    CHECK(vault.events("V-2026-0001").size() == 2);
    CHECK_FALSE(vault.find_case("V-2026-0002"));
}

TEST_CASE("a visit is never closed") {
    SmallVault small;
    small.with_visit();
    Vault vault = small.open();
    CHECK_THROWS_WITH(add(vault, {"case.closed", "V-2026-0001", Json::object(), {}, "s-1"}),
                      Catch::Contains("never closed"));
}

TEST_CASE("a case refers only to visits that are there before it") {
    SmallVault small;
    Vault vault = small.open();
    for (const Json& named : {Json("V-2026-0001"), Json("2026-0001"), Json("no number"), Json(1)}) {
        NewEvent event = opened("2026-0001");
        event.content["visits"] = Json::array({named});
        CHECK_THROWS_WITH(add(vault, event), Catch::Contains("there is no visit"));
    }
    NewEvent event = opened("2026-0001");
    event.content["visits"] = "V-2026-0001";
    CHECK_THROWS_WITH(add(vault, event), Catch::Contains("are no list"));
    CHECK(vault.cases_after("V-2026-0001").empty());
}

TEST_CASE("a visit tells the cases that were opened after it") {
    SmallVault small;
    small.with_visit();
    CHECK(small.open(Access::read).cases_after("V-2026-0001") == std::vector<std::string>{"2026-0001"});
}

TEST_CASE("a photograph taken over from a visit keeps the moment at which the visit received it") {
    SmallVault small;
    small.with_visit();
    const Vault vault = small.open(Access::read);
    CHECK(vault.photos("2026-0001").at(0).received == vault.photos("V-2026-0001").at(0).received);
    CHECK(vault.photos("2026-0001").at(0).received != vault.find_case("2026-0001")->opened);
}

TEST_CASE("a line of a list says what the events say") {
    SmallVault small;
    small.with_cases();
    for (const bool is_anew : {false, true}) {
        if (is_anew) small.open().reindex();
        const Vault vault = small.open(Access::read);
        const CaseSummary line = vault.cases().at(0);
        CHECK(line.number == "2026-0001");
        CHECK(line.opened == vault.find_case("2026-0001")->opened);
        CHECK(line.client == "Anna Przykładowa");
        CHECK(line.photos == 1);
        CHECK(line.attachments == 1);
        CHECK(line.records == std::vector<std::string>{"SET-2026-0001"});
        CHECK(line.closed.empty());
        CHECK(vault.cases().at(1).closed == vault.find_case("2026-0002")->closed);
        CHECK(vault.find_summary("2026-0002")->number == "2026-0002");
        CHECK_FALSE(vault.find_summary("2026-0009"));
    }
}

TEST_CASE("a line follows what is added: members given replace, null removes, others stay") {
    SmallVault small;
    Vault vault = small.open();
    NewEvent event = opened("2026-0001");
    event.content["sections"] = {{"client", {{"client_name", "Anna"}, {"client_id", "K-1"}}},
                                 {"intake", {{"treatment_name", "Hair"}, {"case_number", "REK/1"}}}};
    add(vault, event);
    const auto after = [&](const Json& sections) {
        add(vault, {"case.added", "2026-0001", {{"sections", sections}}, {}, "s-1"});
        const CaseSummary line = vault.cases().at(0);
        return line.client + "|" + line.client_id + "|" + line.treatment + "|" + line.reference;
    };
    CHECK(after({{"client", {{"client_name", "Ewa"}}}}) == "Ewa|K-1|Hair|REK/1");
    CHECK(after({{"client", {{"client_id", nullptr}}}}) == "Ewa||Hair|REK/1");
    CHECK(after({{"treatment", {{"treatment_name", "Nails"}}}}) == "Ewa||Hair|REK/1");
    CHECK(after({{"intake", {{"treatment_name", "Nails"}}}}) == "Ewa||Nails|REK/1");
    CHECK(after({{"client", "text"}}) == "||Nails|REK/1");
    CHECK(after({{"client", {{"client_name", std::string(300, 'x')}}}}) ==
          std::string(200, 'x') + "…||Nails|REK/1");
    CHECK(told(small.verify()) == "");
}

TEST_CASE("once what opened a case or visit is erased, no list names its client, treatment or number") {
    for (const std::uint64_t opening : {1u, 3u}) {
        SmallVault small;
        small.with_visit();
        {
            Vault vault = small.open();
            const std::string number = opening == 1 ? "V-2026-0001" : "2026-0001";
            const CaseSummary before = vault.find_summary(number).value();
            CHECK_FALSE(before.client.empty());
            add(vault, {"case.added",
                        number,
                        {{"sections",
                          {{"client", {{"client_name", "Anna Przykładowa"}, {"client_id", "K-1"}}},
                           {"intake", {{"treatment_name", "Hair"}, {"case_number", "REK/1"}}},
                           {"treatment", {{"treatment_name", "Hair"}}}}}},
                        {},
                        "s-1"});
            add(vault, {"erased", std::nullopt, {{"events", {opening}}}, {}, "s-1"});
            const CaseSummary line = vault.find_summary(number).value();
            CHECK(line.client + line.client_id + line.treatment + line.reference == "");
            CHECK(line.opened == before.opened);
        }
        harm(small, "DELETE FROM payload WHERE seq = " + std::to_string(opening));
        Vault vault = small.open();
        vault.reindex();
        CHECK(is_intact(small.verify()));
        const std::string number = opening == 1 ? "V-2026-0001" : "2026-0001";
        const CaseSummary line = vault.find_summary(number).value();
        CHECK(line.client + line.client_id + line.treatment + line.reference == "");
    }
}

TEST_CASE("an erased visit keeps its number, and an erased closing still closes") {
    SmallVault small;
    small.with_visit();
    {
        Vault vault = small.open();
        add(vault, {"case.closed", "2026-0001", Json::object(), {}, "s-1"});
    }
    erase(small, 5);
    erase(small, 1);
    Vault vault = small.open();
    vault.reindex();
    CHECK(is_intact(small.verify()));
    CHECK_FALSE(vault.cases().at(0).closed.empty());
    vault.write([](Writer& writer) { CHECK(writer.next_visit_number(2026) == "V-2026-0002"); });
    CHECK_THAT(told_by_lists(vault), Catch::Contains("Anna"));
    erase(small, 3);
    small.open().reindex();
    CHECK(told_by_lists(small.open(Access::read)) == "\n\n");
}
