#include "workflow/record_wording.h"

#include <algorithm>

#include "base/digest.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "document/wording.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t wording_bytes = 4u << 20;

/// The stems of the files with that extension.
std::vector<std::string> names_in(const Shelf& shelf, const std::string& folder, const char* extension) {
    std::vector<std::string> names;
    for (const fs::path name : shelf.names(folder))
        if (name.extension() == extension && name.stem() != "types" && name.stem() != "README")
            names.push_back(name.stem().string());
    return names;
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

bool is_plain_name(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(),
                                        [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::string read_wording(const fs::path& file) { return read_file(file, wording_bytes, Fault::wording); }

Form form_in(const Shelf& forms, const std::string& name, const fs::path& file) {
    // How answers are written is the program's to say: a salon's types.json would change nothing on paper.
    const fs::path types = forms.shipped("types.json");
    Form form = parse_form(read_wording(file), parse_json(read_wording(types), types.string()), file.string());
    if (form.name != name)
        throw Error(Fault::wording, file.string(), "it says that it is the form '" + one_line(form.name) + "'",
                    "put it into a file of that name, or correct its \"form\"");
    return form;
}

bool is_approved(const std::string& id, const Wording& wording, const std::vector<Json>& approvals) {
    const auto clause = std::find_if(wording.clauses.begin(), wording.clauses.end(),
                                     [&](const Clause& each) { return each.id == id; });
    if (clause == wording.clauses.end()) return false;
    const std::string fingerprint = clause_fingerprint(*clause);
    return std::any_of(approvals.begin(), approvals.end(), [&](const Json& approval) {
        return text_at(approval, "clause") == id && text_at(approval, "sha256") == fingerprint;
    });
}

/// The approvals that vault.toml lists for this form and locale.
std::vector<Json> approvals_of(const Json& settings, const RecordWording& wording) {
    std::vector<Json> approvals;
    for (const Json& approval : settings.value("approved", Json::array()))
        if (text_at(approval, "template") == wording.form.name &&
            text_at(approval, "locale") == wording.locale.name)
            approvals.push_back(approval);
    return approvals;
}

}  // namespace

std::vector<std::string> form_names(const Resources& resources) {
    return names_in(resources.forms(), "", ".json");
}

Form load_form(const Resources& resources, const std::string& name) {
    const Shelf forms = resources.forms();
    if (!is_plain_name(name) || name == "types" || !forms.has(name + ".json"))
        throw Error(Fault::input, "form '" + shortened(one_line(name), 40) + "'", "does not exist",
                    "choose one of: " + listed(form_names(resources)));
    return form_in(forms, name, forms.file(name + ".json"));
}

std::set<std::string> form_sections(const Resources& resources) {
    std::set<std::string> sections;
    for (const std::string& name : form_names(resources))
        sections.insert(load_form(resources, name).section);
    return sections;
}

RecordWording load_certificate(const Resources& resources, const std::string& form, const std::string& locale) {
    RecordWording wording;
    wording.form_file = resources.forms().file("certificates/" + form + ".json");
    wording.form = form_in(resources.forms(), form, wording.form_file);
    wording.locale = load_locale(resources.templates(), locale);
    wording.template_file = resources.templates().file(wording.locale.name + "/certificates/" + form + ".md");
    wording.template_source = read_wording(wording.template_file);
    return wording;
}

RecordWording load_wording(const Resources& resources, const std::string& form, const std::string& locale) {
    const Shelf templates = resources.templates();
    RecordWording wording;
    wording.form = load_form(resources, form);
    wording.form_file = resources.forms().file(form + ".json");
    wording.locale = load_locale(templates, locale);
    const std::string name = wording.locale.name + "/" + form + ".md";
    if (!templates.has(name))
        throw Error(Fault::input, "form '" + form + "'", "has no wording in " + wording.locale.name,
                    "there it exists for: " + listed(names_in(templates, wording.locale.name, ".md")));
    wording.template_file = templates.file(name);
    wording.template_source = read_wording(wording.template_file);
    std::error_code failed;
    wording.is_shipped = !templates.has_own(name) ||
                         (fs::exists(templates.shipped(name), failed) &&
                          read_wording(templates.shipped(name)) == wording.template_source);
    return wording;
}

std::string clause_fingerprint(const Clause& clause) { return to_hex(sha256(clause.text)); }

Findings unapproved_clauses(const Json& settings, const std::vector<Json>& approved_clauses,
                            const RecordWording& wording, const RecordEntry& record) {
    const std::string fingerprint = to_hex(sha256(wording.template_source));
    const Wording parsed = parse_wording(wording.template_source);
    const int version = parsed.version;
    for (const Json& approval : approvals_of(settings, wording)) {
        const std::string approved = text_at(approval, "sha256");
        if (approved.empty() ? wording.is_shipped && number_at(approval, "version") == version
                             : approved == fingerprint)
            return {};
    }
    std::string ids;
    for (const Json& clause : record.issued.value("clauses", Json::array()))
        if (text_at(clause, "tag").find("LAWYER") != std::string::npos &&
            !is_approved(text_at(clause, "id"), parsed, approved_clauses))
            ids += (ids.empty() ? "" : ", ") + text_at(clause, "id");
    if (ids.empty()) return {};
    const std::string where = wording.form.name + " " + wording.locale.name;
    if (wording.is_shipped)
        return {{where, "no lawyer has approved version " + std::to_string(version) + " of these clauses: " + ids,
                 "have them read, then log it: ugoda clauses approve " + wording.form.name + " --by NAME --on DATE",
                 Level::warning}};
    return {{where, "no lawyer has approved the salon's own text of these clauses: " + ids,
             "have " + wording.template_file.string() + " (sha256 " + fingerprint +
                 ") read, then log it: ugoda clauses approve " + wording.form.name + " --by NAME --on DATE",
             Level::warning}};
}

}  // namespace ugoda
