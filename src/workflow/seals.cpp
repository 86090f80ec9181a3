#include "workflow/seals.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "seal/seal_pem.h"
#include "vault/vault_files.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_pkcs12 = 1u << 20, longest_passphrase = 1024;

std::string moment(std::int64_t seconds) { return to_rfc3339({seconds, 0}); }

std::string salon_of(const Vault& vault) { return text_at(vault.settings().value("salon", Json::object()), "salon_name"); }

Json about(const CertificateFacts& facts, const char* how) {
    return {{"fingerprint", facts.fingerprint}, {"subject", facts.subject}, {"issuer", facts.issuer},
            {"self_made", facts.is_self_made}, {"key", facts.key},         {"from", moment(facts.from)},
            {"until", moment(facts.until)},    {"how", how}};
}

NewSeal new_seal(const SealPem& pem, const char* how) {
    return {{pem.key, pem.certificates}, about(read_certificates(pem.certificates, "seal").front(), how)};
}

std::string passphrase_in(const fs::path& file) {
    if (file.empty()) return {};
    std::string passphrase = read_file(file, longest_passphrase, Fault::input);
    while (passphrase.ends_with('\n') || passphrase.ends_with('\r')) passphrase.pop_back();
    return passphrase;
}

SealInfo info_of(const Vault& vault, const SealEntry& entry) {
    return {entry, read_certificates(vault.object(entry.certificates.sha256), event_name(entry.seq))};
}

SealInfo put_in_place(Vault& vault, const NewSeal& seal, const std::string& staff) {
    set_seal(vault, seal, staff);
    return info_of(vault, vault.seals().back());
}

}  // namespace

Json to_json(const SealInfo& seal) {
    Json value = seal.entry.content;
    value["since"] = seal.entry.time;
    value["event"] = seal.entry.seq;
    value["certificate"] = to_hex(seal.entry.certificates.sha256);
    value["chain"] = seal.certificates.size();
    return value;
}

NewSeal made_seal(const std::string& salon, Instant now) {
    return new_seal(make_seal(salon.empty() ? "Salon" : salon, now.seconds), "made");
}

std::vector<SealInfo> list_seals(const Workplace& workplace) {
    const Vault vault = open_vault(workplace, Access::read);
    std::vector<SealInfo> seals;
    for (const SealEntry& entry : vault.seals()) seals.push_back(info_of(vault, entry));
    return seals;
}

SealInfo renew_seal(const Workplace& workplace) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    return put_in_place(vault, made_seal(salon_of(vault), current_time(vault, workplace)), staff);
}

SealInfo import_seal(const Workplace& workplace, const fs::path& file, const fs::path& passphrase_file) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const SealPem pem = seal_from_pkcs12(read_file(file, largest_pkcs12, Fault::input), passphrase_in(passphrase_file),
                                         current_time(vault, workplace).seconds, one_line(file.string()));
    return put_in_place(vault, new_seal(pem, "imported"), staff);
}

Seal load_seal(const Vault& vault, const std::string& at) {
    const auto files = read_seal(vault);
    if (!files)
        throw Error(Fault::storage, vault.folder().string(), "has no seal for its papers", "run `ugoda seal new`");
    const std::string where = VaultFiles{vault.folder()}.seal_key().string();
    Seal seal({files->key, files->certificates}, where);
    const auto time = parse_rfc3339(at);
    if (time && time->seconds > seal.certificate().until)
        throw Error(Fault::storage, where, "its certificate was in force until " + moment(seal.certificate().until),
                    "run `ugoda seal new`, or `ugoda seal import` with a new one");
    return seal;
}

Findings check_seal(const Vault& vault, Instant now) {
    if (vault.seals().empty())
        return {{"keys/seal.key", "the vault has no seal yet, so no record can be issued", "run `ugoda seal new`", Level::note}};
    try {
        (void)load_seal(vault, to_rfc3339(now));
        return {};
    } catch (const Error& error) {
        return {{error.where(), error.text(), error.remedy(), Level::warning}};
    }
}

}  // namespace ugoda
