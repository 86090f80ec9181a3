#include "workflow/name_authority.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "base/toml.h"
#include "vault/settings.h"
#include "workflow/check_settings.h"

namespace ugoda {

namespace {

constexpr const char* table = "timestamp";

Finding stop(const std::string& member, const std::string& what, const std::string& remedy) {
    return {std::string(table) + (member.empty() ? "" : "." + member), what, remedy, Level::stop};
}

bool is_http(const std::string& url) {
    const bool has_scheme = url.starts_with("http://") || url.starts_with("https://");
    return has_scheme && url.size() > 10 && url.size() <= 400 &&
           std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// `text` without its table [timestamp]: from that line to the next table.
std::string without_table(const std::string& text) {
    std::string kept;
    bool is_in_table = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string line = text.substr(at, end - at);
        if (line.starts_with("[")) is_in_table = line.starts_with("[timestamp]");
        if (!is_in_table) kept += line;
        at = end;
    }
    return kept;
}

std::string with_table(const std::string& text, const Json& settings) {
    std::string changed = without_table(text);
    while (changed.ends_with("\n\n")) changed.pop_back();
    if (!changed.ends_with('\n')) changed += '\n';
    return changed + "\n" + to_toml({{table, settings}});
}

/// Whatever else stands there must read as it did before.
void require_only_that_changed(const std::string& before, const std::string& after, const Json& wanted) {
    Json old = parse_toml(before, "vault.toml"), now = parse_toml(after, "vault.toml");
    const bool is_there = now.value(table, Json()) == wanted;
    old.erase(table);
    now.erase(table);
    if (!is_there || old != now)
        throw Error(Fault::input, "vault.toml", "cannot be changed without changing more than [timestamp]",
                    "write [timestamp] by hand, then run ugoda settings accept");
}

}  // namespace

std::optional<Authority> named_authority(const Vault& vault) {
    const Json named = vault.settings().value(table, Json());
    if (!named.is_object() || worst(check_authority(named)) == Level::stop) return std::nullopt;
    Authority authority{text_at(named, "url"), "", 10};
    if (const auto trusted = digest_from_hex(text_at(named, "ca"))) authority.trusted = vault.object(*trusted);
    if (named.contains("timeout_seconds")) authority.seconds = static_cast<int>(number_at(named, "timeout_seconds"));
    return authority;
}

Findings check_authority(const Json& timestamp) {
    if (timestamp.is_null()) return {};
    if (!timestamp.is_object()) return {stop("", "is not a table", "write it as [timestamp]")};
    Findings findings;
    if (!is_http(text_at(timestamp, "url")))
        findings.push_back(stop("url", "is no http or https address", "write the authority's, such as https://tsa.example/"));
    if (timestamp.contains("ca") && !digest_from_hex(text_at(timestamp, "ca")))
        findings.push_back(stop("ca", "is not the SHA-256 of certificates in the vault",
                                "name their file with ugoda timestamp --authority URL --ca FILE"));
    const std::int64_t seconds = number_at(timestamp, "timeout_seconds");
    if (timestamp.contains("timeout_seconds") && (seconds < 1 || seconds > 120))
        findings.push_back(stop("timeout_seconds", "is not a whole number from 1 to 120", "write one, such as 10"));
    return findings;
}

std::vector<ObjectRef> authority_objects(const Vault& vault) {
    const auto trusted = digest_from_hex(text_at(vault.settings().value(table, Json::object()), "ca"));
    if (!trusted) return {};
    try {
        const std::string pem = vault.object(*trusted);
        require_certificates(pem, "timestamp.ca");
        return {{*trusted, pem.size(), "authority"}};
    } catch (const Error& error) {
        throw Error(Fault::input, "timestamp.ca", error.text(), "name their file with ugoda timestamp --authority URL --ca FILE");
    }
}

bool name_authority(const Workplace& workplace, const NewAuthority& authority) {
    Json wanted = {{"url", authority.url}};
    const std::string shown = shortened(one_line(authority.certificates.string()), 200);
    constexpr std::uintmax_t largest = 256u << 10;
    std::string pem;
    if (!authority.certificates.empty()) {
        pem = read_file(authority.certificates, largest, Fault::input);
        require_certificates(pem, shown);
    }
    if (!is_http(authority.url))
        throw Error(Fault::usage, "--authority", "is no http or https address", "write one such as https://tsa.example/");
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const std::filesystem::path file = vault.folder() / "vault.toml";
    const std::string before = read_file(file, 8u << 20, Fault::storage);
    if (sha256(before) != vault.accepted_settings())
        throw Error(Fault::input, "vault.toml", "was edited since its text was last accepted",
                    "run ugoda settings accept if the edit is right");
    if (!pem.empty()) wanted["ca"] = to_hex(vault.put(pem, "authority").sha256);
    const Json old = vault.settings().value(table, Json::object());
    if (old.contains("timeout_seconds")) wanted["timeout_seconds"] = old.at("timeout_seconds");
    if (old == wanted) return false;
    const std::string after = with_table(before, wanted);
    require_only_that_changed(before, after, wanted);
    write_file_durably(file, after, 0600);
    Vault changed = open_vault(workplace, Access::write);
    return accept_settings(changed, staff, authority_objects(changed));
}

}  // namespace ugoda
