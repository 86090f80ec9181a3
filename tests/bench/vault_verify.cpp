#include "bench/vault_verify.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <openssl/evp.h>

#include <chrono>
#include <stdexcept>

#include "audit/merkle.h"
#include "audit/signed_note.h"
#include "base/handle.h"
#include "bench/turns.h"
#include "vault/verify.h"
#include "vault/verify_signatures.h"

namespace ugoda::bench {

namespace {

constexpr double budget_events_per_second = 300'000;
constexpr std::uint64_t notes = 1000;

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

const unsigned char* raw(const std::string& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Nothing but OpenSSL's check, of notes that are taken apart already, with a key that is too.
double signature_floor(const std::vector<SignedNote>& parsed, const std::string& public_bytes) {
    const Handle<EVP_PKEY, EVP_PKEY_free> key(EVP_PKEY_new_raw_public_key(
        EVP_PKEY_ED25519, nullptr, raw(public_bytes), public_bytes.size()));
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    const double begin = seconds();
    for (const SignedNote& note : parsed) {
        const std::string& signature = note.signatures.at(0).signature;
        if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
            EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(note.text),
                             note.text.size()) != 1)
            throw std::runtime_error("a checkpoint of this vault is not signed by it");
    }
    return seconds() - begin;
}

double signatures_cost(const std::vector<Printed>& printed, const VerifierKey& key) {
    const double begin = seconds();
    SignatureCheck check(printed, key);
    for (const char is_signed : check.finish())
        if (is_signed == 0) throw std::runtime_error("a good signature was refused");
    return seconds() - begin;
}

}  // namespace

VerifyCost verify_cost(const GrowingVault& growing) {
    VerifyCost cost;
    double pass_begin = 0;
    const double begin = seconds();
    const Findings findings =
        verify_vault(growing.folder(), {growing.state()},
                     [&](std::string_view what, std::uint64_t done, std::uint64_t total) {
                         if (what != "events") return;
                         if (done == 0) pass_begin = seconds();
                         if (done == total) cost.pass_s = seconds() - pass_begin;
                     });
    cost.whole_s = seconds() - begin;
    if (worst(findings) > Level::note) throw std::runtime_error("the vault is not intact");
    return cost;
}

double pass_floor(const std::filesystem::path& vault) {
    const double begin = seconds();
    const SQLite::Database database((vault / "index.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement row(database,
                          "SELECT header, bytes FROM event LEFT JOIN payload USING (seq) "
                          "ORDER BY event.seq");
    Frontier frontier;
    while (row.executeStep()) {
        const auto bytes = [&](int column) {
            const SQLite::Column value = row.getColumn(column);
            return std::string_view(static_cast<const char*>(value.getBlob()),
                                    static_cast<std::size_t>(value.getBytes()));
        };
        (void)sha256(bytes(1));
        (void)frontier.append(leaf_hash(bytes_of(sha256(bytes(0)))));
    }
    (void)frontier.root();
    return seconds() - begin;
}

void measure_verify(const GrowingVault& growing, int turns, Table& table) {
    std::vector<double> passes, wholes, floors, ratios;
    for (int turn = 0; turn < turns; ++turn) {
        floors.push_back(pass_floor(growing.folder()));
        const VerifyCost cost = verify_cost(growing);
        passes.push_back(cost.pass_s);
        wholes.push_back(cost.whole_s);
        ratios.push_back(cost.pass_s / floors.back());
    }
    const auto events = static_cast<double>(content_of(growing.folder()).events);
    table.at_least("verify: headers, payloads and tree", events / median(passes) / 1000, "k/s",
                   budget_events_per_second / 1000);
    table.at_most_times("  against reading and hashing only", 1e3 * median(passes),
                        1e3 * median(floors), "ms", median(ratios), 2);
    table.told("verify: all, with 1 signature for 6 events", events / median(wholes) / 1000, "k/s");
}

void measure_signatures(const GrowingVault& growing, int turns, Table& table) {
    const auto key = parse_verifier_key(growing.vault().public_key()).value();
    std::vector<Printed> printed;
    std::vector<SignedNote> parsed;
    for (std::uint64_t i = 0; i < notes; ++i) {
        printed.push_back({i, growing.vault().signed_checkpoint(growing.vault().size() - i)});
        parsed.push_back(parse_signed_note(printed.back().note).value());
    }
    std::vector<double> ours, floors, ratios;
    for (int turn = 0; turn < turns; ++turn) {
        floors.push_back(signature_floor(parsed, key.public_bytes) * 1e6 / double(notes));
        ours.push_back(signatures_cost(printed, key) * 1e6 / double(notes));
        ratios.push_back(ours.back() / floors.back());
    }
    table.at_most_times("verify: one printed checkpoint's signature", median(ours), median(floors),
                        "us", median(ratios), 1.2);
}

}  // namespace ugoda::bench
