// A sample case that a test can change, and what the forms say about it then.
#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "intake/answers.h"

namespace ugoda {

inline Json source_json(const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(UGODA_SOURCE_DIR) / name;
    return parse_json(read_file(file, 1u << 20, Fault::input), name);
}

inline Form form_named(const std::string& name) {
    const std::filesystem::path file =
        std::filesystem::path(UGODA_SOURCE_DIR) / "forms" / (name + ".json");
    return parse_form(read_file(file, 1u << 20, Fault::wording), source_json("forms/types.json"),
                      name + ".json");
}

/// The case files that lead to a settlement: all samples but the visits.
inline std::vector<std::string> sample_names() {
    std::set<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "samples"))
        if (const std::string name = entry.path().stem().string();
            entry.path().extension() == ".json" && !name.ends_with("-visit"))
            names.insert(name);
    return {names.begin(), names.end()};
}

/// `whole_names("visit")`: of each language the treatment nobody complained of; "story": the
/// complaint with every record from the consent to the corrective action.
inline std::vector<std::string> whole_names(const std::string& kind) {
    std::vector<std::string> names;
    for (const char* language : {"el", "en", "es", "it", "pl"})
        names.push_back(std::string(language) + "-" + kind);
    return names;
}

/// The names of the forms that come with the program.
inline std::vector<std::string> shipped_forms() {
    std::set<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "forms"))
        if (entry.path().extension() == ".json" && entry.path().stem() != "types")
            names.insert(entry.path().stem().string());
    return {names.begin(), names.end()};
}

inline std::set<std::string> shipped_sections() {
    std::set<std::string> sections;
    for (const std::string& name : shipped_forms()) sections.insert(form_named(name).section);
    return sections;
}

inline Findings checked_sections(const Json& file) {
    return check_sections(file, shipped_sections());
}

inline Findings checked_case_file(const Json& file) {
    return check_case_file(file, shipped_sections());
}

class SampleCase {
  public:
    explicit SampleCase(const std::string& name)
        : file_(source_json("samples/" + name + ".json")) {}

    /// `{"settlement.variant": "AB", "client.client_name": null}`: null takes away.
    SampleCase& with(const Json& changes) {
        for (const auto& change : changes.items()) {
            const auto dot = change.key().find('.');
            Json& section = dot == std::string::npos ? file_ : file_[change.key().substr(0, dot)];
            put(section, change.key().substr(dot == std::string::npos ? 0 : dot + 1),
                change.value());
        }
        return *this;
    }

    [[nodiscard]] const Json& file() const { return file_; }

    [[nodiscard]] Sources sources() const {
        Sources sources{file_};
        sources.sections["file"] = {{"jurisdiction", file_.value("jurisdiction", Json())},
                                    {"language", file_.value("language", Json())},
                                    {"region", file_.value("region", Json())}};
        sources.sections["case"] = {{"number", "2026-0001"}};
        sources.sections["record"] = {{"id", "SET-2026-0001"}, {"version", 1}};
        sources.sections["locale"] = {{"retention_settlement", "six years"},
                                      {"retention_settlement_bodily_harm", "ten years"},
                                      {"retention_treatment", "ordinary"},
                                      {"retention_treatment_long_stop", "long"},
                                      {"retention_treatment_minor", "of age"},
                                      {"retention_treatment_minor_long_stop", "of age, long"},
                                      {"governing_law", "Ruritania"}};
        return sources;
    }

    [[nodiscard]] Json answers(const Form& form) const {
        return derive(form, assemble(form, sources()));
    }
    [[nodiscard]] Findings findings(const Form& form) const { return check(form, answers(form)); }

  private:
    /// `device.name`: of the object `device`. What is no object is left as it is.
    static void put(Json& object, const std::string& path, const Json& value) {
        const auto dot = path.find('.');
        if (!object.is_object() && !(object.is_null() && !value.is_null())) return;
        if (dot != std::string::npos) return put(object[path.substr(0, dot)], path.substr(dot + 1), value);
        if (value.is_null())
            object.erase(path);
        else
            object[path] = value;
    }

    Json file_;
};

inline Findings at(const Findings& findings, const std::string& where) {
    Findings found;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                 [&](const Finding& finding) { return finding.where == where; });
    return found;
}

inline bool tells(const Form& form, const std::string& rule_id, const Findings& findings) {
    for (const Rule& rule : form.rules)
        if (rule.id == rule_id)
            return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
                return finding.where == rule.where && finding.what == rule.what &&
                       to_string(finding.level) == rule.level;
            });
    return false;
}

}  // namespace ugoda
