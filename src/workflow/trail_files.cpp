// Wordings, and the fingerprints of files: part of workflow/trail_tables.h.
#include <algorithm>

#include "base/error.h"
#include "base/json_values.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/wording.h"
#include "workflow/trail_tables.h"

namespace ugoda {

namespace {

constexpr std::size_t group = 8;

/// Nothing when it was erased since.
std::optional<std::string> readable_object(const Vault& vault, const Digest& sha256) {
    try {
        return vault.object(sha256);
    } catch (const Error& error) {
        if (error.fault() != Fault::storage) throw;
        return std::nullopt;
    }
}

std::string clauses_in(const RecordEntry& record) {
    std::string list;
    for (const Json& clause : list_at(record.issued, "clauses"))
        list += (list.empty() ? "" : ", ") + text_at(clause, "id");
    return list;
}

/// `copy 2` and `layout 2` have the number of the copy in their label.
std::string part_label(const std::string& role, const Locale& locale) {
    const auto blank = role.find(' ');
    const std::string kind = role.substr(0, blank);
    const Insertions number{{"number", blank == std::string::npos ? "" : role.substr(blank + 1)}};
    return filled(label_of(locale, "object_role", kind), number, locale.files.at("labels.json"));
}

/// By its form alone when this program cannot read it: an older or a newer one wrote it, and its
/// fingerprint stands beside the name.
std::string wording_name(const Locale& locale, const std::string& form, const std::string& source) {
    const std::string name = form_label(locale, form);
    try {
        const Wording wording = parse_wording(source);
        return word(locale, "wording_version",
                    {{"form", name}, {"locale", wording.locale}, {"version", std::to_string(wording.version)}});
    } catch (const Error& error) {
        if (error.fault() != Fault::wording) throw;
        return name;
    }
}

Json file_row(const std::string& of, const std::string& part, const Digest& sha256) {
    return {{"of", of}, {"part", part}, {"sha256", in_groups(to_hex(sha256), group)}};
}

}  // namespace

Json wording_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const RecordEntry& record : from.facts.records)
        for (const ObjectRef& object : record.fixed_objects) {
            if (object.role != "template") continue;
            const auto source = readable_object(from.vault, object.sha256);
            if (!source) continue;
            rows.push_back({{"record", version_name(record)},
                            {"wording", wording_name(from.locale(), record.form, *source)},
                            {"clauses", clauses_in(record)},
                            {"sha256", in_groups(to_hex(object.sha256), group)}});
        }
    return rows;
}

Json file_rows(const TrailSources& from) {
    Json rows = Json::array();
    const Locale& locale = from.locale();
    for (const RecordEntry& record : from.facts.records)
        for (const auto* objects : {&record.fixed_objects, &record.issued_objects})
            for (const ObjectRef& object : *objects)
                if (object.role != "template" && !object.role.starts_with("layout"))
                    rows.push_back(file_row(version_name(record), part_label(object.role, locale), object.sha256));
    for (const PhotoEntry& photo : from.facts.photos)
        rows.push_back(file_row(word(locale, "photo_named", {{"number", std::to_string(photo.number)}}),
                                part_label("original", locale), photo.original.sha256));
    for (const AttachmentEntry& attachment : from.facts.attachments)
        rows.push_back(file_row(word(locale, "attachment_named", {{"number", std::to_string(attachment.number)}}),
                                part_label("original", locale), attachment.original.sha256));
    return rows;
}

}  // namespace ugoda
