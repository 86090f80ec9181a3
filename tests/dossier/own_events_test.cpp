// What of the log itself goes with a case: what erased, sealed and timestamped.
#include <catch2/catch.hpp>

#include "dossier/bags.h"
#include "vault/damage.h"

using namespace ugoda;

namespace {

void erase_payload(SmallVault& small, std::uint64_t seq, const Json& events) {
    Vault vault = small.open();
    add(vault, {"erased", std::nullopt, {{"events", events}, {"ground", "request"}}, {}, "s-1"});
    harm(small, "DELETE FROM payload WHERE seq = " + std::to_string(seq));
    vault.reindex();
}

std::string text_of(const Files& files, const std::string& path) {
    for (const auto& [name, bytes] : files)
        if (name == path) return bytes;
    return "(not there)";
}

}  // namespace

TEST_CASE("an erased payload is told with the event that erased it, which is in the dossier") {
    SmallVault small;
    small.with_cases();
    erase_payload(small, 3, {3});
    Files files = dossier_of(small);
    const DossierReport report = verified(files);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK(report.erased == 1);
    CHECK(text_of(files, "data/withheld.txt") == "erased-payload 3 10\n");
    CHECK_THAT(text_of(files, "data/events/000000000010/payload.json"), Catch::Contains("\"events\":[3]"));
    bytes_at(files, "data/withheld.txt") = "erased-payload 3 9\n";
    sign_again(files, small.open());
    CHECK_FALSE(verified(files).is_intact());
}

TEST_CASE("what erased a case's opening leaves the rest of it to be checked") {
    SmallVault small;
    small.with_cases();
    erase_payload(small, 1, {1});
    const DossierReport report = verified(dossier_of(small));
    INFO(told(report.findings));
    CHECK(report.is_intact());
}

TEST_CASE("an event that erased something of others too is there without its words, and that is said") {
    SmallVault small;
    small.with_cases();
    erase_payload(small, 3, {3, 8});
    const Files files = dossier_of(small);
    const DossierReport report = verified(files);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK_THAT(told(report.findings), Catch::Contains("was erased by event 10, whose words are withheld: not checked"));
    CHECK(text_of(files, "data/withheld.txt") == "erased-payload 3 10\npayload 10 other-people\n");
    CHECK(text_of(files, "data/events/000000000010/payload.json") == "(not there)");
}

TEST_CASE("an event that erased only what is of others is not in the dossier") {
    SmallVault small;
    small.with_cases();
    erase_payload(small, 9, {9});
    CHECK(text_of(dossier_of(small), "data/events/000000000010/header.json") == "(not there)");
}

TEST_CASE("an erased object is told, and one that is missing without a reason stops the dossier") {
    SmallVault small;
    small.with_cases();
    Digest photo{};
    {
        Vault vault = small.open();
        photo = vault.photos("2026-0001").at(0).original.sha256;
        std::filesystem::remove(small.folder() / "objects" / to_hex(photo).substr(0, 2) / to_hex(photo));
        CHECK_THROWS_WITH(gather(vault, "2026-0001", options_of(vault)), Catch::Contains("is missing from the vault"));
        add(vault, {"erased", std::nullopt, {{"objects", {to_hex(photo)}}}, {}, "s-1"});
    }
    Files files = dossier_of(small);
    const DossierReport report = verified(files);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK(text_of(files, "data/withheld.txt") == "erased-object " + to_hex(photo) + " 10\n");
    bytes_at(files, "data/withheld.txt").clear();
    sign_again(files, small.open());
    CHECK_FALSE(verified(files).is_intact());
}

TEST_CASE("the first timestamp that covers an event, and the newest, go with it; one before the case does not") {
    SmallVault small;
    const auto stamp = [&](const std::string& token) {
        Vault vault = small.open();
        const std::uint64_t size = vault.size();
        add(vault, {"timestamp.token",
                    std::nullopt,
                    {{"size", size}, {"checkpoint", vault.signed_checkpoint(size)}},
                    {vault.put(token, "token"), vault.put("certificates", "authority")},
                    "s-1"});
    };
    stamp("before the case");
    small.with_cases();
    for (const char* token : {"first", "second", "newest"}) stamp(token);
    const Files files = dossier_of(small);
    DossierChecks checks;
    std::string checked;
    checks.token = [&](const std::string& where, const std::string& data, const std::string& token,
                       const std::string& authority) {
        checked += where + "=" + token + "," + authority + (parse_checkpoint(data) ? "," : "?");
        return Findings{};
    };
    MemoryBag bag(files);
    const DossierReport report = verify_dossier(bag, checks);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK(checked ==
          "data/checkpoints/000000000011/token.tsr=first,certificates,data/checkpoints/000000000013/"
          "token.tsr=newest,certificates,");
    CHECK(text_of(files, "data/events/000000000011/header.json") != "(not there)");
    CHECK(text_of(files, "data/events/000000000012/header.json") == "(not there)");
    CHECK(text_of(files, "data/events/000000000001/header.json") == "(not there)");
    CHECK_THAT(told(verified(files).findings), Catch::Contains("was not checked here"));
}

TEST_CASE("certificates that sealed records lie with the keys") {
    SmallVault small;
    {
        Vault vault = small.open();
        add(vault, {"seal.set", std::nullopt, {{"fingerprint", to_hex(sha256("a certificate"))}}, {vault.put("a certificate", "certificate")}, "s-1"});
    }
    small.with_cases();
    const Files files = dossier_of(small);
    CHECK(verified(files).is_intact());
    CHECK(text_of(files, "data/keys/seal-1.pem") == "a certificate");
}
