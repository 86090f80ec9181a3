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

inline std::vector<std::string> sample_names() {
    std::set<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "samples"))
        if (entry.path().extension() == ".json") names.insert(entry.path().stem().string());
    return {names.begin(), names.end()};
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
            const std::string field = change.key().substr(dot == std::string::npos ? 0 : dot + 1);
            if (!change.value().is_null())
                section[field] = change.value();
            else if (section.is_object())
                section.erase(field);
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
                                      {"governing_law", "Ruritania"}};
        return sources;
    }

    [[nodiscard]] Json answers(const Form& form) const {
        return derive(form, assemble(form, sources()));
    }
    [[nodiscard]] Findings findings(const Form& form) const { return check(form, answers(form)); }

  private:
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
