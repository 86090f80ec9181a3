#include <array>
#include <string>

#include "base/text.h"
#include "intake/answers.h"
#include "intake/evidence.h"
#include "intake/expectation.h"
#include "intake/names.h"
#include "intake/opening.h"

namespace ugoda {

namespace {

/// Those that are of no form alone.
constexpr std::array<std::string_view, 4> common_sections{"salon", "client", "intake",
                                                          "photo_sheet"};
constexpr std::array<std::string_view, 5> languages{"pl", "it", "es", "el", "en"};
constexpr std::array<std::string_view, 6> jurisdictions{"PL", "IT", "ES", "GR", "GB", "IE"};

Finding stop(const std::string& where, const std::string& what, const std::string& remedy) {
    return {where, what, remedy, Level::stop};
}

/// Single facts about the file (its title, its language) are no sections.
bool is_section_like(const Json& value) {
    return value.is_object() || (value.is_array() && !value.empty() && value.front().is_object());
}

Findings check_members(const Json& file, const std::set<std::string>& form_sections) {
    Findings findings;
    for (const auto& member : file.items()) {
        const std::string name = one_line(member.key());
        if (member.value().is_null()) continue;
        if (member.key() == "evidence") {
            append(findings, check_evidence(member.value()));
        } else if (is_among(common_sections, member.key()) ||
                   form_sections.contains(member.key())) {
            if (!member.value().is_object())
                findings.push_back(stop(name, "is not a section with named fields",
                                        "write it as an object of fields"));
        } else if (is_section_like(member.value())) {
            findings.push_back({name, "is no section of a case file and is not used",
                                "check the spelling of its name", Level::note});
        }
    }
    return findings;
}

Findings check_code(const Json& file, const char* key, Names codes) {
    const auto value = file.find(key);
    if (value == file.end() || is_blank(*value)) return {};
    if (value->is_string() && is_among(codes, value->get_ref<const std::string&>())) return {};
    return {stop(key, shown(*value) + " is not one of " + listed(codes), "choose one of them")};
}

}  // namespace

Findings check_sections(const Json& file, const std::set<std::string>& form_sections) {
    if (!file.is_object())
        return {stop("case file", "is not a file of named sections",
                     "write it like {\"client\": {…}, \"intake\": {…}}")};
    const Json clean = cleaned(file);
    Findings findings = check_members(clean, form_sections);
    append(findings, check_opening_kinds(clean));
    append(findings, check_code(clean, "language", languages));
    append(findings, check_code(clean, "jurisdiction", jurisdictions));
    const auto sheet = clean.find("photo_sheet");
    if (sheet != clean.end() && sheet->is_object()) append(findings, check_photos(*sheet));
    return findings;
}

Findings check_case_file(const Json& file, const std::set<std::string>& form_sections) {
    Findings findings = check_sections(file, form_sections);
    if (file.is_object()) append(findings, check_opening_given(cleaned(file)));
    return findings;
}

Findings check_visit_file(const Json& file, const std::set<std::string>& form_sections) {
    Findings findings = check_sections(file, form_sections);
    if (file.is_object()) append(findings, check_visit_given(cleaned(file)));
    return findings;
}

}  // namespace ugoda
