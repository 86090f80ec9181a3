// The bag itself (RFC 8493 §3), and who signed it.
#include "audit/ed25519.h"
#include "audit/signed_note.h"
#include "dossier/manifest.h"
#include "dossier/public_key_pem.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

constexpr const char *manifest_name = "manifest-sha256.txt", *tagmanifest_name = "tagmanifest-sha256.txt",
                     *statement_name = "signature/statement.txt", *signature_name = "signature/statement.sig";

bool is_payload(const std::string& path) { return path.starts_with("data/"); }

/// Covered by the signature instead of the tag manifest.
bool is_beside_tagmanifest(const std::string& path) {
    return path == tagmanifest_name || path.starts_with("signature/");
}

/// Every file that the manifest names is there as it says, and it names every file that it must.
template <typename MustName>
void check_manifest(const FoundBag& bag, const char* name, MustName must_name, Findings& findings) {
    const auto manifest = parse_manifest(bag.text(name));
    if (!bag.has(name) || !manifest) {
        findings.push_back(damaged(name, bag.has(name) ? "is not a manifest" : "is missing"));
        return;
    }
    for (const auto& [path, hash] : *manifest) {
        const auto file = bag.files.find(path);
        if (!must_name(path))
            findings.push_back(damaged(path, std::string("may not stand in ") + name));
        else if (file == bag.files.end())
            findings.push_back(damaged(path, "is missing"));
        else if (file->second.sha256 != hash)
            findings.push_back(damaged(path, std::string("is not the file that ") + name + " names"));
    }
    for (const auto& [path, file] : bag.files)
        if (must_name(path) && !manifest->contains(path))
            findings.push_back(damaged(path, std::string("was added: ") + name + " does not name it"));
}

void check_oxum(const FoundBag& bag, Findings& findings) {
    std::uint64_t bytes = 0, files = 0;
    for (const auto& [path, file] : bag.files)
        if (is_payload(path)) bytes += file.bytes, ++files;
    const std::string line = "\nPayload-Oxum: " + std::to_string(bytes) + "." + std::to_string(files) + "\n";
    if (bag.has("bag-info.txt") && ("\n" + bag.text("bag-info.txt")).find(line) == std::string::npos)
        findings.push_back(damaged("bag-info.txt", "states another number of bytes and files than are in data/"));
}

std::string expected_statement(const FoundBag& bag) {
    Manifest beside;
    for (const auto& [path, file] : bag.files)
        if (path.starts_with("signature/") && path != statement_name && path != signature_name)
            beside[path] = file.sha256;
    const auto tagmanifest = bag.files.find(tagmanifest_name);
    const Digest hash = tagmanifest == bag.files.end() ? Digest{} : tagmanifest->second.sha256;
    return to_hex(hash) + "  " + tagmanifest_name + "\n" + to_text(beside);
}

}  // namespace

void check_bag(const FoundBag& bag, Findings& findings) {
    for (const char* name : {"bagit.txt", "bag-info.txt", "README.txt", "verify.sh"})
        if (!bag.has(name)) findings.push_back(damaged(name, "is missing"));
    if (bag.has("bagit.txt") && bag.text("bagit.txt") != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        findings.push_back(damaged("bagit.txt", "does not say that this is a BagIt 1.0 bag"));
    check_manifest(bag, manifest_name, is_payload, findings);
    const auto is_tag = [](const std::string& path) { return !is_payload(path) && !is_beside_tagmanifest(path); };
    check_manifest(bag, tagmanifest_name, is_tag, findings);
    check_oxum(bag, findings);
}

void check_statement(const Dossier& dossier, const DossierChecks& checks, Findings& findings) {
    const FoundBag& bag = dossier.bag;
    const std::string& statement = bag.text(statement_name);
    if (statement != expected_statement(bag))
        findings.push_back(
            damaged(statement_name, bag.has(statement_name)
                                        ? "does not name the tag manifest and what stands beside it as they are"
                                        : "is missing"));
    if (!dossier.key)
        findings.push_back(damaged("data/checkpoint", "is not signed by a key in data/keys"));
    else if (!is_good_signature(bag.text(signature_name), statement, dossier.key->public_bytes))
        findings.push_back(damaged(signature_name,
                                   bag.has(signature_name) ? "is not the signature over statement.txt" : "is missing"));
    const std::string token = "signature/tagmanifest-sha256.tsr";
    if (!bag.has(token)) return;
    if (checks.token)
        append(findings,
               checks.token(token, bag.text(tagmanifest_name), bag.text(token), bag.text("signature/authority.pem")));
    else
        findings.push_back(unchecked(token, "was not checked here; `openssl ts -verify` does"));
}

void check_keys(const Dossier& dossier, Findings& findings) {
    std::set<std::string> expected;
    for (const VerifierKey& key : dossier.keys) {
        const std::string name = "data/keys/" + to_hex(std::string_view(key.id));
        expected.insert({name + ".vkey", name + ".pem"});
        if (dossier.bag.text(name + ".vkey") != verifier_key(key.name, key.public_bytes) + "\n" ||
            dossier.bag.text(name + ".pem") != public_key_pem(key.public_bytes))
            findings.push_back(damaged(name + ".pem", "is not the key that its name and " + name + ".vkey say"));
    }
    for (const auto& [path, file] : dossier.bag.files)
        if (path.starts_with("data/keys/") && !path.starts_with("data/keys/seal-") && !expected.contains(path))
            findings.push_back(damaged(path, "is not a key of the log"));
}

}  // namespace ugoda
