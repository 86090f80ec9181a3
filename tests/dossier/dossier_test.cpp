#include <catch2/catch.hpp>

#include "audit/tlog_proof.h"
#include "dossier/bags.h"
#include "dossier/dossier_index.h"
#include "dossier/withheld.h"

using namespace ugoda;

namespace {

std::vector<std::string> paths_of(const Files& files) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files) paths.push_back(path);
    return paths;
}

bool has(const Files& files, const std::string& path) {
    const auto paths = paths_of(files);
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

TEST_CASE("a dossier holds its case, and is intact") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    const DossierReport report = verified(files);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK(report.case_number == "2026-0001");
    CHECK(report.events == 7);
    CHECK(report.size == 10);
    for (const char* path :
         {"data/photos/01-before.bin", "data/attachments/01.bin", "data/records/SET-2026-0001-v1-copy1.pdf",
          "data/checkpoints/000000000005/consistency", "data/events/000000000001/header.json"})
        CHECK(has(files, path));
}

TEST_CASE("sha256sum of a header's file is the leaf entry, and of a payload's what the header says") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    const auto header = parse_header(bytes_at(files, "data/events/000000000001/header.json"));
    REQUIRE(header);
    CHECK(header->payload == sha256(bytes_at(files, "data/events/000000000001/payload.json")));
    const auto proof = parse_tlog_proof(bytes_at(files, "data/events/000000000001/inclusion.tlog-proof"));
    REQUIRE(proof);
    CHECK(proof->checkpoint == bytes_at(files, "data/checkpoint"));
}

TEST_CASE("a visit that the case refers to comes with all its events, and a photograph of both lies there once") {
    SmallVault small;
    const Files files = dossier_of(small.with_visit());
    CHECK(verified(files).is_intact());
    CHECK(verified(files).events == 4);
    CHECK(has(files, "data/photos/V-2026-0001-01-after.bin"));
    CHECK_FALSE(has(files, "data/photos/01-after.bin"));
}

TEST_CASE("nothing of another case is in a dossier") {
    SmallVault small;
    for (const auto& [path, bytes] : dossier_of(small.with_cases()))
        CHECK(bytes.find("2026-0002") == std::string::npos);
}

TEST_CASE("what is withheld is listed, and what the reader may have of it stands beside as an excerpt") {
    SmallVault small;
    small.with_cases();
    GatherOptions options = options_of(small.open());
    options.withholding = [](const Header& header, const Json&) -> std::optional<LeftOut> {
        if (header.kind == "attachment.added") return LeftOut{"health", Json()};
        if (header.kind == "case.added") return LeftOut{"internal", {{"content", "a part"}}};
        return std::nullopt;
    };
    Files files = dossier_of(small, "2026-0001", options);
    const DossierReport report = verified(files);
    INFO(told(report.findings));
    CHECK(report.is_intact());
    CHECK(report.withheld == 2);
    CHECK(bytes_at(files, "data/withheld.txt") == "payload 3 health\npayload 6 internal\n");
    CHECK(bytes_at(files, "data/events/000000000006/excerpt.json") == R"({"content":"a part"})");
    CHECK_FALSE(has(files, "data/attachments/01.bin"));
    CHECK_FALSE(has(files, "data/events/000000000003/payload.json"));
}

TEST_CASE("a timestamp over the tag manifest lies beside the statement, which covers it") {
    SmallVault small;
    small.with_cases();
    BagExtras extras = some_extras();
    extras.witnesses = [](std::string_view manifest) {
        return BagFiles{{"tagmanifest-sha256.tsr", "token of " + to_hex(sha256(manifest))}};
    };
    const GatherOptions options = options_of(small.open());
    Files files = dossier_of(small, "2026-0001", options, extras);
    CHECK(verified(files).is_intact());
    bytes_at(files, "signature/tagmanifest-sha256.tsr") += "!";
    CHECK_FALSE(verified(files).is_intact());
}

TEST_CASE("each record's seal is judged by who can; where nobody can, that is said") {
    SmallVault small;
    const Files files = dossier_of(small.with_cases());
    CHECK_THAT(told(verified(files).findings),
               Catch::Contains("note: data/records: the seals of the PDFs were not checked here"));
    DossierChecks checks;
    std::string seen;
    checks.seal = [&](const std::string& where, const std::string& pdf) {
        seen += where + " " + pdf;
        return Findings{{where, "is not sealed", "", Level::warning}};
    };
    MemoryBag bag(files);
    const DossierReport report = verify_dossier(bag, checks);
    CHECK(seen == "data/records/SET-2026-0001-v1-copy1.pdf %PDF copy 1 of version 1");
    CHECK(told(report.findings) == "warning: data/records/SET-2026-0001-v1-copy1.pdf: is not sealed\n");
}

TEST_CASE("a checkpoint on paper is found in the dossier, and one of another history is not") {
    SmallVault small, other;
    small.with_cases();
    const Files files = dossier_of(small);
    const std::string paper = small.open().signed_checkpoint(5);
    CHECK(verified(files, paper).is_intact());
    CHECK_FALSE(verified(files, small.open().signed_checkpoint(4)).is_intact());
    CHECK_FALSE(verified(files, other.with_cases().open().signed_checkpoint(5)).is_intact());
    CHECK_FALSE(verified(files, paper.substr(0, 30)).is_intact());
}

TEST_CASE("the log's key signs statements, and never what could be taken for something else") {
    SmallVault small;
    const Vault vault = small.open();
    const std::string line = std::string(64, 'a') + "  tagmanifest-sha256.txt\n";
    CHECK(vault.statement_signature(line).size() == 64);
    for (const std::string& other : {std::string("ugoda/abcdef012345\n7\n"), std::string(),
                                     std::string(64, 'A') + "  x\n", std::string(64, 'a') + " *x\n"})
        CHECK_THROWS_AS(vault.statement_signature(other), Error);
}
