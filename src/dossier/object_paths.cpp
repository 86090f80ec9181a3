#include "dossier/object_paths.h"

#include <cstdio>

#include "base/json_values.h"
#include "dossier/bag_source.h"
#include "dossier/bag_writer.h"

namespace ugoda {

namespace {

std::string ending_of(const std::string& media_type) {
    static const std::map<std::string, std::string> endings = {
        {"image/jpeg", ".jpg"},  {"image/png", ".png"},  {"image/heic", ".heic"},    {"image/heif", ".heif"},
        {"image/webp", ".webp"}, {"image/tiff", ".tif"}, {"application/pdf", ".pdf"}};
    const auto known = endings.find(media_type);
    return known == endings.end() ? ".bin" : known->second;
}

std::string two_digits(std::int64_t number) {
    char digits[24];
    std::snprintf(digits, sizeof digits, "%02lld", static_cast<long long>(number));
    return digits;
}

/// `SET-2026-0001-v1-copy1.pdf` of the object that issuing called "copy 1"; empty: another object.
std::string record_file(const Json& content, const std::string& role) {
    const auto space = role.find(' ');
    const std::string what = role.substr(0, space);
    if (space == std::string::npos || (what != "copy" && what != "layout")) return {};
    return text_at(content, "record") + "-v" + std::to_string(number_at(content, "version")) +
           (what == "copy" ? "-copy" : "-map") + role.substr(space + 1) + (what == "copy" ? ".pdf" : ".json");
}

}  // namespace

std::string token_file(const std::string& role) {
    static const std::map<std::string, std::string> names = {
        {"token", "token.tsr"}, {"authority", "authority.pem"}, {"crl", "crl.der"}};
    const auto name = names.find(role);
    return name == names.end() ? "" : name->second;
}

/// Below data/; empty: it has no name of its own.
std::string ObjectPaths::named(const DossierEvent& event, const std::string& role) {
    const std::string& kind = event.entry.header.kind;
    const Json& content = event.entry.payload->content;
    const std::string number =
        (event.of == case_number_ ? "" : event.of + "-") + two_digits(number_at(content, "number"));
    if (kind == "seal.set" && role == "certificate") return "keys/seal-" + std::to_string(++seals_) + ".pem";
    if (kind == "timestamp.token" && !token_file(role).empty())
        return "checkpoints/" + twelve_digits(static_cast<std::uint64_t>(number_at(content, "size"))) + "/" +
               token_file(role);
    if (kind == "photo.added" && role == "original")
        return "photos/" + number + "-" + text_at(content, "phase") +
               ending_of(text_at(content.value("facts", Json::object()), "media_type"));
    if (kind == "attachment.added" && role == "original")
        return "attachments/" + number + ending_of(text_at(content, "media_type"));
    if (role.starts_with("scan")) return "scans/" + number + ".bin";
    if (kind != "record.issued") return {};
    const std::string file = record_file(content, role);
    return file.empty() ? file : "records/" + file;
}

std::string ObjectPaths::path_of(const DossierEvent& event, const ObjectRef& object) {
    std::string path = "data/" + named(event, object.role);
    if (!is_bag_path(path) || !taken_.emplace(path, object.sha256).second)
        path = "data/objects/" + to_hex(object.sha256);
    return path;
}

}  // namespace ugoda
