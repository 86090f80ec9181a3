#include "workflow/dossier_reader.h"

#include "base/error.h"
#include "base/text.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

constexpr const char *internal = "internal", *health = "health";

/// Reasons for which something is kept from a reader.
const std::map<std::string, std::set<std::string>>& kept_from() {
    static const std::map<std::string, std::set<std::string>> reasons = {
        {"complete", {}}, {"court", {}}, {"client", {internal}}, {"insurer", {internal, health}}};
    return reasons;
}

/// What the reader may have of a payload that is withheld whole, said to be that.
Json excerpt(const Json& content) {
    return {{"excerpt",
             "by the salon, of a payload that is withheld because other parts of it are not for this reader; it cannot "
             "be checked against the header"},
            {"content", content}};
}

}  // namespace

DossierReader::DossierReader(const Resources& resources, const std::string& reader) {
    const auto reasons = kept_from().find(reader);
    if (reasons == kept_from().end())
        throw Error(Fault::usage, "--for", "'" + shortened(one_line(reader), 40) + "' is no reader of a dossier",
                    "choose insurer, court or client, or leave it out");
    is_all_given_ = reasons->second.empty();
    is_health_withheld_ = reasons->second.contains(health);
    if (is_all_given_) return;
    for (const std::string& name : form_names(resources)) {
        const Form form = load_form(resources, name);
        known_forms_.insert(name);
        const std::string why = form.internal ? internal : form.health ? health : "";
        if (!reasons->second.contains(why)) continue;
        forms_[name] = prefixes_[form.prefix] = sections_[form.section] = why;
    }
}

/// A record of a form that is not there any more may have been internal.
std::string DossierReader::reason_of_record(const Json& content) const {
    const std::string form = text_at(content, "form");
    if (const auto found = forms_.find(form); found != forms_.end()) return found->second;
    if (!form.empty() && !known_forms_.contains(form)) return internal;
    const auto found = prefixes_.find(text_at(content, "record").substr(0, 3));
    return found == prefixes_.end() ? "" : found->second;
}

/// Health data that came with a visit is not what the complaint is about.
std::string DossierReader::reason_of_file(const Json& content) const {
    const bool is_from_visit = content.contains("visit") || text_at(content, "case").starts_with("V-");
    return is_health_withheld_ && is_from_visit && content.value("contains_health_data", Json()) == true ? health : "";
}

std::optional<LeftOut> DossierReader::withheld(const Header& header, const Json& content) const {
    if (is_all_given_) return std::nullopt;
    const bool is_of_record = header.kind.starts_with("record.") || header.kind.starts_with("draft.");
    std::string why = is_of_record                        ? reason_of_record(content)
                      : header.kind == "attachment.added" ? reason_of_file(content)
                                                          : "";
    if (header.kind == "health.read" && is_health_withheld_) why = health;
    if (!why.empty()) return LeftOut{why, Json()};
    Json rest = content;
    for (const auto& [section, reason] : sections_)
        if (rest.contains("sections") && rest["sections"].erase(section) > 0 && why != internal) why = reason;
    if (why.empty()) return std::nullopt;
    return LeftOut{why, excerpt(rest)};
}

}  // namespace ugoda
