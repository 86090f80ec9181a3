// After an erasure: nothing of what went is found in any file, everything else is as it was.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "small_vault.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

const std::string name = "Zofia Needleska", other = "Berta Bleibtreu";

/// Cases of two people by turns, each with a photograph, a record and a photograph that both have.
struct TwoPeople : SmallVault {
    TwoPeople() {
        Vault vault = open();
        for (int i = 0; i < 6; ++i) {
            const std::string who = i % 2 == 0 ? name : other;
            const std::string number = "2026-000" + std::to_string(i + 1);
            NewEvent event = opened(number);
            event.content["sections"]["client"] = {{"client_name", who}, {"client_id", "K-" + who}};
            event.content["sections"]["intake"] = {{"treatment_name", who + " treatment"}, {"case_number", who + " number"}};
            event.content["sections"]["client_card"] = {{"allergies", std::string(40000, 'x') + who}};
            add(vault, event);
            add(vault, {"photo.added", number, {{"number", 1}, {"phase", "after"}, {"name", who + ".jpg"}},
                        {vault.put("picture of " + who + number, "original"), vault.put("shared picture", "rendition")}, "s-1"});
            const std::string record = "SET-2026-000" + std::to_string(i + 1);
            add(vault, {"record.fixed", number,
                        {{"record", record}, {"form", "settlement"}, {"version", 1}, {"content_hash", std::string(64, 'a')}},
                        {vault.put("answers of " + who + number, "answers")}, "s-1"});
            add(vault, {"record.issued", number,
                        {{"record", record}, {"version", 1}, {"promises", {{{"id", "pay"}, {"what", "pay " + who}, {"until", "2026-05-01"}}}}},
                        {vault.put("PDF of " + who + number, "copy 1")}, "s-1"});
        }
    }

    static std::vector<std::uint64_t> events_of(const Vault& vault, const std::string& number) {
        std::vector<std::uint64_t> events;
        for (const EventEntry& event : vault.events(number))
            if (event.payload && event.header.kind != "erased") events.push_back(event.header.seq);
        return events;
    }
    void erase(const std::vector<std::string>& numbers) {
        Vault vault = open();
        std::vector<Erasure> erasures;
        for (const std::string& number : numbers)
            erasures.push_back({number, events_of(vault, number), {{"ground", "request"}}, "s-1"});
        vault.write([&](Writer& writer) { writer.erase(erasures); });
    }
    /// Files under the vault and its state folder with these bytes in them.
    [[nodiscard]] std::string files_with(const std::string& needle) const {
        std::string found;
        for (const fs::path& root : {folder(), state()})
            for (const auto& entry : fs::recursive_directory_iterator(root))
                if (entry.is_regular_file() && read_file(entry.path(), 1u << 30, Fault::internal).find(needle) != std::string::npos)
                    found += entry.path().filename().string() + " ";
        return found;
    }
};

const std::vector<std::string> hers = {"2026-0001", "2026-0003", "2026-0005"};

}  // namespace

TEST_CASE("what is erased is found in no file of the vault, and what is not erased is") {
    TwoPeople small;
    REQUIRE(small.files_with(name) != "");
    small.erase(hers);
    CHECK(small.files_with(name) == "");
    CHECK(small.files_with(other) != "");
    CHECK(is_intact(small.verify()));
    CHECK_THAT(told(small.verify()), Catch::Contains("event 1: its payload was erased, by event 25\n"));
    const Vault vault = small.open();
    for (const char* number : {"2026-0002", "2026-0004", "2026-0006"}) {
        CHECK(vault.find_case(number)->sections.at("client").at("client_name") == other);
        CHECK(vault.object(vault.photos(number).at(0).original.sha256) == "picture of " + other + number);
        CHECK(vault.object(vault.photos(number).at(0).rendition.sha256) == "shared picture");
        CHECK(vault.records(number).size() == 1);
        CHECK(vault.due(number).size() == 1);
    }
}

TEST_CASE("erasing one case after another leaves nothing of any, also of copies that the index made when rows moved") {
    TwoPeople small;
    for (const char* number : {"2026-0002", "2026-0006", "2026-0001", "2026-0004", "2026-0003", "2026-0005"}) small.erase({number});
    CHECK(small.files_with("Needleska") == "");
    CHECK(small.files_with("Bleibtreu") == "");
    CHECK(small.files_with("shared picture") == "");
    CHECK(is_intact(small.verify()));
}

TEST_CASE("numbers of cases and records that were erased are not given again") {
    TwoPeople small;
    small.erase({"2026-0005", "2026-0006"});
    Vault vault = small.open();
    vault.write([&](Writer& writer) {
        CHECK(writer.next_case_number(2026) == "2026-0007");
        CHECK(writer.next_record_id("SET", 2026) == "SET-2026-0007");
    });
    CHECK(is_intact(small.verify()));
}

TEST_CASE("reindexing after an erasure changes no row") {
    TwoPeople small;
    small.erase(hers);
    const std::string before = read_file(small.folder() / "index.db", 1u << 30, Fault::internal);
    small.open().reindex();
    CHECK(told(small.verify()).find("table") == std::string::npos);
    CHECK(small.files_with(name) == "");
    CHECK(read_file(small.folder() / "index.db", 1u << 30, Fault::internal).size() == before.size());
}

TEST_CASE("an object that was erased and is there again is told, and removed by the next change or by reindexing") {
    TwoPeople small;
    const Digest object = sha256("picture of " + name + "2026-0001");
    const fs::path file = small.folder() / "objects" / to_hex(object).substr(0, 2) / to_hex(object);
    const auto put_back = [&] { write_file_durably(file, "picture of " + name + "2026-0001", 0400); };
    small.erase(hers);
    put_back();
    CHECK_THAT(told(small.verify()), Catch::Contains("was erased, by event 25, and is still there"));
    small.open().reindex();
    CHECK_FALSE(is_there(file));
    put_back();
    write_file_durably(small.folder() / "erasing", "", 0600);  // as a crash leaves it
    Vault vault = small.open();
    (void)open_case(vault);
    CHECK_FALSE(is_there(file));
    CHECK_FALSE(is_there(small.folder() / "erasing"));
}

TEST_CASE("an erasure that is refused changes nothing") {
    TwoPeople small;
    Vault vault = small.open();
    const std::uint64_t size = vault.size();
    for (const std::uint64_t foreign : {std::uint64_t{0}, std::uint64_t{5}})
        CHECK_THROWS_WITH(vault.write([&](Writer& writer) {
            writer.erase({{"2026-0001", {1, foreign}, Json::object(), "s-1"}});
        }),
                          Catch::Contains("is not to be erased with 2026-0001"));
    CHECK(vault.size() == size);
    CHECK(told(small.verify()) == "");
    CHECK(small.files_with(name) != "");
}

TEST_CASE("what an erasure says of itself cannot be erased") {
    TwoPeople small;
    small.erase({"2026-0001"});
    Vault vault = small.open();
    const std::uint64_t erased = vault.size() - 1;
    CHECK_THROWS(vault.write([&](Writer& writer) { writer.erase({{"2026-0001", {erased}, Json::object(), "s-1"}}); }));
    CHECK(vault.events("2026-0001").back().payload->content.at("ground") == "request");
}
