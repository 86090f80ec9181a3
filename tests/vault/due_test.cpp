// What is due, as events open and close it; and that the rows are what the events say.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "small_vault.h"

using namespace ugoda;

namespace {

/// `reply 2026-03-17, SET-2026-0001/redo 2026-03-20`
std::string open_items(const Vault& vault, const std::string& number = "2026-0001") {
    std::string list;
    for (const DueEntry& entry : vault.due(number))
        list += (list.empty() ? "" : ", ") + (entry.record.empty() ? "" : entry.record + "/") + entry.item +
                (entry.until.empty() ? "" : " " + entry.until.substr(0, 10));
    return list;
}

void set_deadlines(Vault& vault, const std::string& number, const std::string& reply = "2026-03-17") {
    const auto deadline = [](const char* id, const std::string& due) {
        return Json{{"id", id}, {"what", "do it"}, {"due", due}, {"basis", "the law"},
                    {"certainty", "high"}, {"silence", "lost"}, {"counts_from", "intake.received_at"}};
    };
    add(vault, {"deadlines.set",
                number,
                {{"deadlines", {deadline("acknowledgement", "2026-03-04T09:20:00+01:00"), deadline("reply", reply)}}},
                {},
                "s-1"});
}

Json promise(const std::string& id, const std::string& until, const std::string& what = "a remedy") {
    return {{"id", id}, {"what", what}, {"who", "Oliwia Testowa"}, {"until", until}};
}

/// Fixes and issues a version of SET-2026-0001 that promises and meets that.
void issue(Vault& vault, int version, const Json& promises, const Json& meets = Json::array()) {
    fix_record(vault, "2026-0001", std::string(64, 'a'), version);
    add(vault, {"record.issued",
                "2026-0001",
                {{"record", "SET-2026-0001"}, {"version", version}, {"promises", promises}, {"meets", meets}},
                {},
                "s-1"});
}

void happen(Vault& vault, const std::string& kind, Json content) {
    add(vault, {kind, "2026-0001", std::move(content), {}, "s-1"});
}

constexpr const char* both = "acknowledgement 2026-03-04, reply 2026-03-17";

/// A case with its two deadlines and a settlement that promises two things.
Vault with_promises(SmallVault& small) {
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    issue(vault, 1, Json::array({promise("redo", "2026-03-20"), promise("actions[1]", "2026-04-01"), promise("actions[2]", "2026-04-02")}));
    return vault;
}

const std::string of_record = "SET-2026-0001/actions[1] 2026-04-01, SET-2026-0001/actions[2] 2026-04-02, SET-2026-0001/redo 2026-03-20";

/// Dropping the tables and making them anew says the same, and `verify` finds nothing.
void check_rebuilds(SmallVault& small, Vault& vault) {
    const std::string before = open_items(vault);
    CHECK(told(small.verify()) == "");
    vault.reindex();
    CHECK(open_items(vault) == before);
    CHECK(told(small.verify()) == "");
}

}  // namespace

TEST_CASE("deadlines and promises are due until something closes them") {
    SmallVault small;
    Vault vault = with_promises(small);
    CHECK(open_items(vault) == std::string(both) + ", " + of_record);
    check_rebuilds(small, vault);
}

TEST_CASE("a deadline tells its ground, its certainty and what silence means, a promise what and who") {
    SmallVault small;
    const Vault vault = with_promises(small);
    const std::vector<DueEntry> due = vault.due("2026-0001");
    CHECK(due.front().what == "do it");
    CHECK(due.front().basis == "the law");
    CHECK(due.front().certainty == "high");
    CHECK(due.front().silence == "lost");
    CHECK(due.back().what == "a remedy");
    CHECK(due.back().who == "Oliwia Testowa");
    CHECK(due.back().basis.empty());
}

TEST_CASE("a record that meets a deadline closes it, and void it is open again") {
    SmallVault small;
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    issue(vault, 1, Json::array({promise("redo", "2026-03-20")}), Json::array({"reply"}));
    CHECK(open_items(vault) == "acknowledgement 2026-03-04, SET-2026-0001/redo 2026-03-20");
    check_rebuilds(small, vault);
    happen(vault, "record.void", {{"record", "SET-2026-0001"}, {"version", 1}, {"why", "wrong client"}});
    CHECK(open_items(vault) == both);
    check_rebuilds(small, vault);
}

TEST_CASE("a deadline that two records met stays met when one of them is void") {
    SmallVault small;
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    issue(vault, 1, Json::array(), Json::array({"reply"}));
    happen(vault, "deadline.met", {{"deadline", "reply"}, {"how", "a letter"}});
    happen(vault, "record.void", {{"record", "SET-2026-0001"}, {"version", 1}, {"why", "x"}});
    CHECK(open_items(vault) == "acknowledgement 2026-03-04");
    check_rebuilds(small, vault);
}

TEST_CASE("a promise performed is closed, by its own name and of its own version only") {
    SmallVault small;
    Vault vault = with_promises(small);
    const auto perform = [&](const Json& promise) {
        Json content = {{"record", "SET-2026-0001"}, {"version", 1}, {"at", "2026-03-18T17:00:00+01:00"}};
        if (!promise.is_null()) content["promise"] = promise;
        happen(vault, "record.performed", content);
    };
    perform("redo");
    CHECK(open_items(vault) ==
          std::string(both) + ", SET-2026-0001/actions[1] 2026-04-01, SET-2026-0001/actions[2] 2026-04-02");
    perform("actions[2]");
    CHECK(open_items(vault) == std::string(both) + ", SET-2026-0001/actions[1] 2026-04-01");
    perform("actions");  // no promise of that name
    CHECK(open_items(vault) == std::string(both) + ", SET-2026-0001/actions[1] 2026-04-01");
    check_rebuilds(small, vault);
    issue(vault, 2, Json::array({promise("actions[1]", "2026-05-01")}));
    perform("actions[1]");
    CHECK(open_items(vault) == std::string(both) + ", SET-2026-0001/actions[1] 2026-05-01");
    check_rebuilds(small, vault);
}

TEST_CASE("performed as a whole, nothing of a record is due") {
    SmallVault small;
    Vault vault = with_promises(small);
    happen(vault, "record.performed", {{"record", "SET-2026-0001"}, {"version", 1}});
    CHECK(open_items(vault) == both);
    check_rebuilds(small, vault);
}

TEST_CASE("the promises of a new version replace the old ones, and so do the deadlines it meets") {
    SmallVault small;
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    issue(vault, 1, Json::array({promise("redo", "2026-03-20")}), Json::array({"reply"}));
    issue(vault, 2, Json::array({promise("refund", "2026-03-25")}));
    CHECK(open_items(vault) == std::string(both) + ", SET-2026-0001/refund 2026-03-25");
    happen(vault, "record.void", {{"record", "SET-2026-0001"}, {"version", 1}, {"why", "the old one"}});
    CHECK(open_items(vault) == std::string(both) + ", SET-2026-0001/refund 2026-03-25");
    check_rebuilds(small, vault);
}

TEST_CASE("a closed case has nothing due, whatever comes later") {
    SmallVault small;
    Vault vault = with_promises(small);
    happen(vault, "case.closed", Json::object());
    CHECK(open_items(vault).empty());
    issue(vault, 2, Json::array({promise("redo", "2026-05-20")}), Json::array({"reply"}));
    set_deadlines(vault, "2026-0001");
    CHECK(open_items(vault).empty());
    check_rebuilds(small, vault);
}

TEST_CASE("deadlines set anew take the place of the old ones, and what was met stays met") {
    SmallVault small;
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    issue(vault, 1, Json::array(), Json::array({"acknowledgement"}));
    set_deadlines(vault, "2026-0001", "2026-03-20");
    CHECK(open_items(vault) == "reply 2026-03-20");
    CHECK(vault.deadlines("2026-0001").size() == 2);
    CHECK(vault.deadlines("2026-0001").at(1).at("due") == "2026-03-20");
    check_rebuilds(small, vault);
}

TEST_CASE("what one case is due is not another's") {
    SmallVault small;
    Vault vault = with_promises(small);
    const std::string other = open_case(vault);
    set_deadlines(vault, other, "2026-03-30");
    happen(vault, "case.closed", Json::object());
    CHECK(open_items(vault, other) == "acknowledgement 2026-03-04, reply 2026-03-30");
    CHECK(vault.due().size() == 2);
    CHECK(open_items(vault, "2026-0003").empty());
}

TEST_CASE("words of the law are kept once, however many cases there are") {
    SmallVault small;
    Vault vault = small.open();
    for (int i = 0; i < 5; ++i) set_deadlines(vault, open_case(vault));
    SQLite::Database index((small.folder() / "index.db").string(), SQLite::OPEN_READONLY);
    CHECK(index.execAndGet("SELECT count(*) FROM law").getInt() == 1);
    CHECK(index.execAndGet("SELECT count(*) FROM due").getInt() == 10);
}

TEST_CASE("events about what is due that cannot be right are refused, and nothing is logged") {
    SmallVault small;
    Vault vault = with_promises(small);
    const auto size = vault.size();
    const std::vector<std::pair<std::string, Json>> wrong = {
        {"deadlines.set", Json::parse(R"({"deadlines": "none"})")},
        {"deadlines.set", Json::parse(R"({"deadlines": [{"id": "reply"}]})")},
        {"deadlines.set", Json::parse(R"({"deadlines": [{"due": "2026-03-17"}]})")},
        {"deadlines.set", Json::parse(R"({"deadlines": [{"id": "reply", "due": "soon"}]})")},
        {"deadlines.set", Json::parse(R"({"deadlines": ["reply"]})")},
        {"deadline.met", {{"how", "a letter"}}},
        {"record.performed", {{"version", 1}}},
        {"record.void", {{"record", "SET-2026-0001"}}}};
    for (const auto& [kind, content] : wrong) {
        INFO(kind << content.dump());
        CHECK_THROWS_AS(happen(vault, kind, content), Error);
        CHECK(vault.size() == size);
    }
    fix_record(vault, "2026-0001", std::string(64, 'b'), 2);
    for (const Json& promises : {Json("redo"), Json::array({Json{{"id", "redo"}}}), Json::array({promise("redo", "soon")}),
                                 Json::array({promise("redo", "2026-03-20"), promise("redo", "2026-03-20")})}) {
        INFO(promises.dump());
        CHECK_THROWS_AS(happen(vault, "record.issued", {{"record", "SET-2026-0001"}, {"version", 2}, {"promises", promises}}),
                        Error);
    }
    CHECK(vault.size() == size + 1);
    check_rebuilds(small, vault);
}

TEST_CASE("whatever is changed in the tables of what is due is found, and made good by reindexing") {
    for (const char* sql : {"DELETE FROM due WHERE item = 'reply'", "UPDATE due SET until = '2027-03-17' WHERE item = 'reply'",
                            "UPDATE due SET what = 'nothing' WHERE item = 'redo'", "UPDATE due SET law = 7 WHERE item = 'reply'",
                            "INSERT INTO met VALUES ('2026-0001', 'reply', '', 0)", "INSERT INTO closed VALUES ('2026-0001')",
                            "UPDATE law SET words = '{}'"}) {
        INFO(sql);
        SmallVault small;
        (void)with_promises(small);
        harm(small, sql);
        CHECK_THAT(told(small.verify()), Catch::Contains("does not say what the events say"));
        Vault vault = small.open();
        vault.reindex();
        CHECK(open_items(vault) == std::string(both) + ", " + of_record);
        CHECK(told(small.verify()) == "");
    }
}

TEST_CASE("the words of a promise go with its event") {
    SmallVault small;
    std::uint64_t seq = 0;
    {
        Vault vault = small.open();
        set_deadlines(vault, open_case(vault));
        issue(vault, 1, Json::array({promise("redo", "2026-03-20", "something unmistakably personal")}));
        seq = vault.records("2026-0001").at(0).issued_seq.value();
        add(vault, {"erased", std::nullopt, {{"events", {seq}}}, {}, "s-1"});
    }
    CHECK_THAT(read_all(small.folder() / "index.db"), Catch::Contains("unmistakably personal"));
    harm(small, "PRAGMA secure_delete=ON; DELETE FROM payload WHERE seq = " + std::to_string(seq));
    Vault vault = small.open();
    vault.reindex();
    CHECK(open_items(vault) == both);
    CHECK(is_intact(small.verify()));
    for (const auto& file : std::filesystem::directory_iterator(small.folder()))
        if (file.is_regular_file()) CHECK(read_all(file.path()).find("unmistakably personal") == std::string::npos);
}

TEST_CASE("long words are shortened in the list and whole in the event") {
    SmallVault small;
    Vault vault = small.open();
    set_deadlines(vault, open_case(vault));
    std::string words;
    for (int i = 0; i < 500; ++i) words += "ż";
    issue(vault, 1, Json::array({promise("redo", "2026-03-20", words)}));
    CHECK(vault.due("2026-0001").back().what.size() < words.size());
    CHECK(vault.records("2026-0001").at(0).issued.at("promises").at(0).at("what") == words);
    check_rebuilds(small, vault);
}
