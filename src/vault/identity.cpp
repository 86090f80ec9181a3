#include "vault/identity.h"

#include <algorithm>

#include "audit/checkpoint.h"
#include "base/error.h"
#include "base/files.h"
#include "base/toml.h"

namespace ugoda {

namespace {

constexpr std::int64_t format_version = 1;
constexpr std::size_t largest_settings = 1u << 20;

bool is_id(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void check_format(const Json& values, const std::string& where) {
    const auto format = values.find("format");
    if (format == values.end() || !format->is_number_integer() || format->get<std::int64_t>() < 1)
        throw Error(Fault::storage, where, "does not say which format the vault has",
                    "put the line `format = 1` back at its top");
    if (format->get<std::int64_t>() > format_version)
        throw Error(Fault::storage, where,
                    "the vault was made by a newer program (format " +
                        std::to_string(format->get<std::int64_t>()) + ")",
                    "update ugoda");
}

Json parse_values(const std::string& text, const std::string& where) {
    try {
        return parse_toml(text, where);
    } catch (const Error& e) {
        throw Error(Fault::storage, where, e.text(), e.remedy());
    }
}

}  // namespace

std::string origin_of(const std::string& id) { return "ugoda/" + id.substr(0, 12); }

std::string settings_text(const Identity& identity, const Json& settings) {
    for (const char* reserved : {"format", "id", "origin", "public_key"})
        if (settings.contains(reserved))
            throw Error(Fault::input, reserved, "is given by the program", "leave it out");
    return "# Settings of this vault. The first four never change. After editing the rest, run:\n"
           "#     ugoda settings accept\n"
           "format = " +
           std::to_string(format_version) + "\n" +
           to_toml({{"id", identity.id},
                    {"origin", identity.origin},
                    {"public_key", identity.public_key}}) +
           "\n" + to_toml(settings);
}

Settings parse_settings(std::string text, const std::string& where) {
    Json values = parse_values(text, where);
    check_format(values, where);
    Identity identity{text_at(values, "id"), text_at(values, "origin"),
                      text_at(values, "public_key")};
    const auto key = parse_verifier_key(identity.public_key);
    if (!is_id(identity.id) || identity.origin != origin_of(identity.id) || !key ||
        key->name != identity.origin)
        throw Error(Fault::integrity, where,
                    "id, origin and public_key are not as this vault was given them",
                    "put those lines back as they were");
    return {std::move(text), std::move(values), std::move(identity)};
}

Settings read_settings(const VaultFiles& files) {
    return parse_settings(read_file(files.settings(), largest_settings, Fault::storage),
                          files.settings().string());
}

std::optional<std::string> contradiction(const Identity& identity, const Json& created) {
    if (text_at(created, "vault") != identity.id) return "the id is not the one given at creation";
    if (text_at(created, "public_key") != identity.public_key)
        return "the public key is not the one given at creation";
    return std::nullopt;
}

}  // namespace ugoda
