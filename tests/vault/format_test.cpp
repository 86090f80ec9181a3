// The worked example of src/vault/FORMAT.md is true, and its commands work.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <sstream>

#include "audit/merkle.h"
#include "damage.h"
#include "vault/identity.h"

using namespace ugoda;

namespace {

/// The lines of the first code block of that language.
std::vector<std::string> block(const std::string& language) {
    std::istringstream text(read_all(std::string(UGODA_SOURCE_DIR) + "/src/vault/FORMAT.md"));
    std::vector<std::string> lines;
    bool is_inside = false;
    for (std::string line; std::getline(text, line);) {
        if (is_inside && line == "```") break;
        if (is_inside) lines.push_back(line);
        if (line == "```" + language) is_inside = true;
    }
    REQUIRE_FALSE(lines.empty());
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("the example's payloads are those of its headers") {
    const auto lines = block("json");
    REQUIRE(lines.size() == 4);
    for (const std::size_t at : {0u, 2u}) {
        CHECK(parse_payload(lines[at]));
        const auto header = parse_header(lines[at + 1]);
        REQUIRE(header);
        CHECK(header->payload == sha256(lines[at]));
        CHECK(header->seq == at / 2);
    }
}

TEST_CASE("the example's nodes are the hashes of its headers") {
    const auto lines = block("json"), nodes = block("nodes");
    Frontier frontier;
    std::vector<std::string> stored;
    for (const std::size_t at : {1u, 3u})
        for (const Digest& node : frontier.append(leaf_hash(bytes_of(sha256(lines[at])))))
            stored.push_back(to_hex(node));
    CHECK(stored == nodes);
}

TEST_CASE("the example's settings are the object that its first event names") {
    const std::string text = joined(block("toml"));
    const Payload created = parse_payload(block("json")[0]).value();
    CHECK(created.objects.at(0).sha256 == sha256(text));
    CHECK(created.objects.at(0).bytes == text.size());
    CHECK_FALSE(contradiction(parse_settings(text, "example").identity, created.content));
}

TEST_CASE("the example's checkpoint is signed by its key over its root") {
    const std::string note = joined(block("checkpoint"));
    const auto checkpoint = parse_checkpoint(note);
    REQUIRE(checkpoint);
    CHECK(checkpoint->size == 2);
    CHECK(to_hex(checkpoint->root) == block("nodes").back());
    const Settings settings = parse_settings(joined(block("toml")), "example");
    CHECK(is_signed_by(note, parse_verifier_key(settings.identity.public_key).value()));
}

TEST_CASE("an outsider's commands give the root and find the signature good") {
    if (std::system("command -v sqlite3 openssl base64 >/dev/null") != 0) {
        WARN("sqlite3 or openssl is not installed here");
        return;
    }
    SmallVault small;
    Vault vault = small.open();
    open_case(vault);
    const std::string paper = vault.signed_checkpoint(2);
    write_file_durably(small.folder() / "paper", paper, 0600);
    write_file_durably(small.folder() / "commands", joined(block("sh")), 0600);
    const std::string in_vault = "cd '" + small.folder().string() + "' && ";
    CHECK(std::system((in_vault + "sh ./commands > said 2>&1").c_str()) == 0);
    const std::string said = read_all(small.folder() / "said");
    INFO(said);
    CHECK_THAT(said, Catch::Contains(paper.substr(paper.find("\n2\n") + 3, 44)));
    CHECK_THAT(said, Catch::Contains("Signature Verified Successfully"));
    CHECK_THAT(said, Catch::Contains(to_hex(vault.events("2026-0001")[0].header.payload)));
}
