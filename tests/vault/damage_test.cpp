#include "damage.h"

#include <catch2/catch.hpp>

#include "audit/merkle.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

struct Blob {
    std::int64_t key;
    std::string bytes;
};

std::vector<Blob> blobs(SQLite::Database& database, const std::string& table) {
    std::vector<Blob> all;
    SQLite::Statement row(database, "SELECT * FROM " + table);
    while (row.executeStep())
        all.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getString()});
    return all;
}

void put(SQLite::Database& database, const std::string& table, const Blob& blob) {
    const std::string column = table == "event"     ? "header"
                               : table == "payload" ? "bytes"
                               : table == "node"    ? "hash"
                                                    : "root";
    const std::string key = table == "node" ? "id" : table == "head" ? "size" : "seq";
    SQLite::Statement update(database,
                             "UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?");
    update.bind(1, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
    update.bind(2, blob.key);
    update.exec();
}

/// A vault of three events: enough for every kind of row.
struct Tiny : SmallVault {
    Tiny() {
        Vault vault = open();
        const std::string number = open_case(vault);
        add(vault, {"photo.added",
                    number,
                    {{"number", 1}},
                    {vault.put("o", "original"), vault.put("r", "rendition")},
                    "s-1"});
    }
};

/// How many bytes of that table's blobs can be changed without `verify` telling.
std::size_t unnoticed(const std::string& table) {
    Tiny small;
    SQLite::Database database((small.folder() / "index.db").string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA synchronous=OFF");
    std::size_t count = 0;
    unsigned bit = 0;
    for (const Blob& blob : blobs(database, table)) {
        for (std::size_t at = 0; at < blob.bytes.size(); ++at) {
            Blob damaged = blob;
            flip(damaged.bytes, at, bit++ % 8);
            put(database, table, damaged);
            count += is_intact(small.verify());
        }
        put(database, table, blob);
    }
    CHECK(is_intact(small.verify()));
    return count;
}

std::size_t unnoticed_in_file(SmallVault& small, const fs::path& file) {
    const std::string bytes = read_all(file);
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        flip(damaged, at, static_cast<unsigned>(at) % 7);
        overwrite(file, damaged);
        count += is_intact(small.verify());
    }
    overwrite(file, bytes);
    CHECK(is_intact(small.verify()));
    return count;
}

void check_found(const std::string& sql, const std::string& words) {
    SmallVault small;
    small.with_cases();
    harm(small, sql);
    const Findings findings = small.verify();
    INFO(told(findings));
    CHECK_FALSE(is_intact(findings));
    CHECK_THAT(told(findings), Catch::Contains(words));
}

}  // namespace

TEST_CASE("one changed byte is found wherever it lies in a log of many megabytes") {
    SmallVault small;
    {
        Vault vault = small.open();
        const std::string number = open_case(vault);
        for (int text = 0; text < 6; ++text)
            add(vault, {"case.added", number, {{"case", number}, {"sections", {{"text", std::string(3u << 19, 'x')}}}}, {}, "s-1"});
    }
    CHECK(is_intact(small.verify()));
    SQLite::Database database((small.folder() / "index.db").string(), SQLite::OPEN_READWRITE);
    for (const Blob& blob : blobs(database, "payload")) {
        Blob damaged = blob;
        flip(damaged.bytes, blob.bytes.size() / 2, 0);
        put(database, "payload", damaged);
        CHECK_FALSE(is_intact(small.verify()));
        put(database, "payload", blob);
    }
    CHECK(is_intact(small.verify()));
}

TEST_CASE("a byte changed in any header is found") { CHECK(unnoticed("event") == 0); }
TEST_CASE("a byte changed in any payload is found") { CHECK(unnoticed("payload") == 0); }
TEST_CASE("a byte changed in any node of the tree is found") { CHECK(unnoticed("node") == 0); }
TEST_CASE("a byte changed in any noted root is found") { CHECK(unnoticed("head") == 0); }

TEST_CASE("a byte changed in any event of a visit and of a case after it is found") {
    SmallVault small;
    small.with_visit();
    SQLite::Database database((small.folder() / "index.db").string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA synchronous=OFF");
    for (const std::string table : {"event", "payload"})
        for (const Blob& blob : blobs(database, table))
            for (std::size_t at = 0; at < blob.bytes.size(); at += 7) {
                Blob damaged = blob;
                flip(damaged.bytes, at, static_cast<unsigned>(at) % 8);
                put(database, table, damaged);
                CHECK_FALSE(is_intact(small.verify()));
                put(database, table, blob);
            }
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a byte changed in any object is found") {
    Tiny small;
    for (const auto& entry : fs::recursive_directory_iterator(small.folder() / "objects"))
        if (entry.is_regular_file()) CHECK(unnoticed_in_file(small, entry.path()) == 0);
}

TEST_CASE("a byte changed in the key is found") {
    SmallVault small;
    CHECK(unnoticed_in_file(small, small.folder() / "keys/log.key") == 0);
}

TEST_CASE("a byte changed in the settings is found") {
    SmallVault small;
    CHECK(unnoticed_in_file(small, small.folder() / "vault.toml") == 0);
}

TEST_CASE("a byte changed in a high-water mark is found") {
    SmallVault small;
    CHECK(unnoticed_in_file(small, small.folder() / "high-water") == 0);
    const std::string id = small.open(Access::read).id();
    CHECK(unnoticed_in_file(small, small.state() / id / "high-water") == 0);
}

TEST_CASE("a changed header is told as one event, by its number") {
    check_found(changed_header("s-2", "s-3", 3), "event 3");
}

TEST_CASE("an event taken out of the middle is found") {
    check_found("DELETE FROM event WHERE seq = 4; DELETE FROM payload WHERE seq = 4",
                "event 4: is missing");
}

TEST_CASE("an event cut off the end is found, with its nodes or without") {
    check_found("DELETE FROM event WHERE seq = 9; DELETE FROM payload WHERE seq = 9",
                "belong to no event");
    check_found(
        "DELETE FROM event WHERE seq = 9; DELETE FROM payload WHERE seq = 9;"
        "DELETE FROM node WHERE id >= 16; DELETE FROM head WHERE size > 9",
        "10 were acknowledged");
}

TEST_CASE("two events that changed places are found") {
    check_found(
        "UPDATE event SET seq = 100 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4;"
        "UPDATE event SET seq = 4 WHERE seq = 100",
        "event 3");
}

TEST_CASE("two payloads that changed places are found") {
    check_found(
        "UPDATE payload SET seq = 100 WHERE seq = 3; UPDATE payload SET seq = 3 WHERE seq = 4;"
        "UPDATE payload SET seq = 4 WHERE seq = 100",
        "not the one that was logged");
}

TEST_CASE("a missing payload is found") {
    check_found("DELETE FROM payload WHERE seq = 3",
                "event 3: its payload is missing and no event erased it");
}

TEST_CASE("an erased payload is told as erased, by the event that says so, and is no damage") {
    SmallVault small;
    small.with_cases();
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"events", {7}}, {"ground", "request"}}, {}, "s-1"});
    }
    harm(small, "DELETE FROM payload WHERE seq = 7");
    CHECK(told(small.verify()) == "note: event 7: its payload was erased, by event 10\n");
    const Vault vault = small.open();
    CHECK_FALSE(vault.events("2026-0001").back().payload);
}

TEST_CASE("an erased object is told as erased, and one that came back must be the same") {
    SmallVault small;
    small.with_cases();
    const Digest name = sha256("a receipt");
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"objects", {to_hex(name)}}}, {}, "s-1"});
    }
    const fs::path file = small.folder() / "objects" / to_hex(name).substr(0, 2) / to_hex(name);
    overwrite(file, "another receipt");
    CHECK_FALSE(is_intact(small.verify()));
    fs::remove(file);
    CHECK_THAT(told(small.verify()), Catch::Contains("was erased, by event 10"));
    CHECK(is_intact(small.verify()));
}

TEST_CASE("an index that somebody switched to another journal is refused") {
    SmallVault small;
    harm(small, "PRAGMA journal_mode=WAL");
    CHECK_THROWS_WITH(small.open(Access::read), Catch::Contains("journal mode wal"));
    CHECK_THROWS_WITH(small.open(Access::write), Catch::Contains("journal mode wal"));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("a payload without an event is found") {
    check_found("INSERT INTO payload VALUES (77, x'00')", "index.db");
}

TEST_CASE("an event added without its nodes is found") {
    check_found("INSERT INTO event SELECT 10, header FROM event WHERE seq = 9", "event 10");
}

TEST_CASE("an emptied log is found") {
    check_found("DELETE FROM event; DELETE FROM payload; DELETE FROM node; DELETE FROM head",
                "the log is empty");
}

TEST_CASE("a missing or additional node is found") {
    check_found("DELETE FROM node WHERE id = 3", "event 2");
    check_found("DELETE FROM node WHERE id = 2", "inner nodes");
    check_found("INSERT INTO node VALUES (1000, x'00')", "belong to no event");
}

TEST_CASE("any change to a derived table is found") {
    SmallVault small;
    small.with_cases();
    const fs::path index = small.folder() / "index.db";
    const std::string whole = read_all(index);
    for (const std::string change :
         {"UPDATE case_file SET opened = 8 WHERE ordinal = 1", "UPDATE case_file SET photos = 0",
          "UPDATE case_file SET attachments = 2", "DELETE FROM case_file WHERE ordinal = 2",
          "DELETE FROM photo", "UPDATE photo SET original = original + 1",
          "INSERT INTO photo VALUES (0, 2)", "UPDATE record SET issued = 0",
          "UPDATE record SET ordinal = 2", "DELETE FROM checkpoint",
          "UPDATE checkpoint SET size = 3", "DELETE FROM settings",
          "UPDATE case_event SET events = 900 WHERE first = 1",
          "DELETE FROM case_event WHERE first = 8", "DELETE FROM summary WHERE opened = 1",
          "UPDATE summary SET client = 'Ewa Inna' WHERE opened = 1",
          "UPDATE summary SET client_id = 'K-1'", "UPDATE summary SET treatment = 'Nails'",
          "UPDATE summary SET reference = 'REK/1'", "UPDATE summary SET seconds = seconds + 1",
          "UPDATE summary SET offset = 0", "UPDATE summary SET closed = 0",
          "UPDATE summary SET closed_seconds = 0 WHERE closed = 1",
          "UPDATE summary SET closed_offset = 0 WHERE closed = 1",
          "UPDATE summary SET photos = 2", "UPDATE summary SET attachments = 0",
          "INSERT INTO visited VALUES (1, 2026, 2)"}) {
        INFO(change);
        harm(small, change);
        CHECK_THAT(told(small.verify()), Catch::Contains("does not say what the events say"));
        overwrite(index, whole);
    }
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a visit made a case, or taken from the case that refers to it, is found") {
    SmallVault small;
    small.with_visit();
    const fs::path index = small.folder() / "index.db";
    const std::string whole = read_all(index);
    for (const std::string change :
         {"UPDATE case_file SET visit = 0, ordinal = 9 WHERE visit = 1", "DELETE FROM visited",
          "UPDATE visited SET ordinal = 2", "DELETE FROM case_file WHERE visit = 1"}) {
        INFO(change);
        harm(small, change);
        CHECK_THAT(told(small.verify()), Catch::Contains("does not say what the events say"));
        overwrite(index, whole);
    }
    harm(small, changed_header("visit.opened", "case.opened", 1));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("what is not ours in the index is found") {
    check_found("CREATE TRIGGER t AFTER INSERT ON photo BEGIN DELETE FROM record; END",
                "sqlite_master");
    check_found("DROP TABLE photo", "photo");
}

TEST_CASE("what was damaged in derived tables is made good by reindexing") {
    SmallVault small;
    small.with_cases();
    harm(small, "DELETE FROM photo; UPDATE case_file SET opened = 0; DELETE FROM settings");
    CHECK_FALSE(is_intact(small.verify()));
    small.open().reindex();
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a missing object is found, and so is one that is cut short or another one's") {
    SmallVault small;
    small.with_cases();
    const auto file = [&](const std::string& bytes) {
        const std::string name = to_hex(sha256(bytes));
        return small.folder() / "objects" / name.substr(0, 2) / name;
    };
    const fs::path photo = file("original picture");
    overwrite(photo, "original pictur");
    CHECK_THAT(told(small.verify()), Catch::Contains("was changed"));
    overwrite(photo, "smaller picture");
    CHECK_THAT(told(small.verify()), Catch::Contains("was changed"));
    fs::remove(photo);
    CHECK_THAT(told(small.verify()), Catch::Contains("is missing (event 2)"));
}

TEST_CASE("a file that no event names is told and is no damage") {
    SmallVault small;
    (void)small.open().put("left by a change that was not finished", "original");
    const Findings findings = small.verify();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].level == Level::note);
}

TEST_CASE("a key or high-water mark that is missing is found") {
    SmallVault small;
    const std::string key = read_all(small.folder() / "keys/log.key");
    fs::remove(small.folder() / "keys/log.key");
    CHECK_THAT(told(small.verify()), Catch::Contains("log.key"));
    write_file_durably(small.folder() / "keys/log.key", key, 0600);
    fs::remove(small.folder() / "high-water");
    CHECK_THAT(told(small.verify()), Catch::Contains("high-water: is missing"));
}

TEST_CASE("a file that is no database gives findings, not an exception") {
    SmallVault small;
    overwrite(small.folder() / "index.db", std::string(8192, 'x'));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("whatever byte of the index file is changed, verify ends with findings or without") {
    SmallVault small;
    small.with_cases();
    const fs::path index = small.folder() / "index.db";
    const std::string bytes = read_all(index);
    std::size_t found = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 211) {
        std::string damaged = bytes;
        flip(damaged, at, static_cast<unsigned>(at) % 8);
        overwrite(index, damaged);
        found += !is_intact(small.verify());
    }
    CHECK(found > 0);
}

TEST_CASE("appending to a log whose last event was changed is refused") {
    SmallVault small;
    small.with_cases();
    harm(small, changed_header("s-1", "s-9", 9));
    Vault vault = small.open();
    CHECK_THROWS_WITH(open_case(vault), Catch::Contains("event 9"));
}
