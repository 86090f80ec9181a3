#include <set>
#include <string>

#include "base/clock.h"
#include "base/text.h"
#include "intake/answers.h"

namespace ugoda {

namespace {

/// Blanks of any width, joiners, and marks that print nothing.
bool is_invisible(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0xAD || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200D) || c == 0x202F || (c >= 0x205F && c <= 0x2064) ||
           c == 0x3000;
}

bool says_nothing(const std::string& text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_invisible(next_code_point(text, at))) return false;
    return true;
}

/// The value at `intake.price_paid`. Through a list the path gives the list of what its
/// members have there: `evidence.attachment_no` is [1, 2, 3].
Json value_at(const Json& node, std::string_view path) {
    if (path.empty()) return node;
    if (node.is_array()) {
        Json values = Json::array();
        for (const Json& each : node)
            if (Json value = value_at(each, path); !is_blank(value))
                values.push_back(std::move(value));
        return values;
    }
    const auto dot = path.find('.');
    const auto found = node.is_object() ? node.find(std::string(path.substr(0, dot))) : node.end();
    if (!node.is_object() || found == node.end()) return nullptr;
    return value_at(*found,
                    dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1));
}

/// The date or the time of a moment, where a date or a time is asked for.
Json fitted(const Field& field, const Json& value) {
    const bool is_time = field.type == FieldType::date || field.type == FieldType::time ||
                         field.type == FieldType::datetime;
    if (!is_time || !value.is_string()) return value;
    const std::string text = with_seconds(value.get<std::string>());
    if (!parse_rfc3339(text)) return value;
    if (field.type == FieldType::date) return text.substr(0, 10);
    if (field.type == FieldType::time) return text.substr(11, 5);
    return text;
}

Json own_answer(const Form& form, const Field& field, const Json& sections) {
    if (field.need == Need::filled) return nullptr;
    const auto section = sections.find(form.section);
    return section == sections.end() ? Json() : fitted(field, value_at(*section, field.name));
}

/// An empty list that somebody wrote down says that there is nothing of the kind. One of choices
/// says nothing: a choice that says "none" would be among them.
bool is_told_empty(const Form& form, const Field& field, const Json& sections) {
    if (field.type != FieldType::list || field.need == Need::filled || !field.choices.empty())
        return false;
    const auto section = sections.find(form.section);
    return section != sections.end() && section->is_object() && section->contains(field.name) &&
           section->at(field.name).is_array() && section->at(field.name).empty();
}

/// What the field may be filled from. Conditions see the answers of the fields above it.
Json filled_answer(const Form& form, const Field& field, const Json& sections,
                   const Json& answers) {
    if (field.from.empty() && field.fallback.is_null()) return nullptr;
    const Json known = derive(form, answers);
    if (!holds(field.when, known)) return nullptr;
    for (const Source& source : field.from) {
        if (!holds(source.when, known)) continue;
        if (Json value = fitted(field, value_at(sections, source.path)); !is_blank(value))
            return value;
    }
    return field.fallback;
}

/// Members of the form's own section that fields take something out of: `device` of
/// `treatment.device.name`.
std::set<std::string> taken_apart(const Form& form) {
    std::set<std::string> members;
    const std::string own = form.section + ".";
    for (const Field& field : form.fields)
        for (const Source& source : field.from)
            if (source.path.starts_with(own)) {
                const std::string rest = source.path.substr(own.size());
                members.insert(rest.substr(0, rest.find('.')));
            }
    return members;
}

}  // namespace

std::string with_seconds(std::string moment) {
    const bool bare =
        moment.size() > 16 && moment[10] == 'T' && moment[13] == ':' && moment[16] != ':';
    return bare ? moment.insert(16, ":00") : moment;
}

Json cleaned(const Json& value) {
    if (value.is_string()) {
        std::string text = clean_answer(value.get_ref<const std::string&>());
        return says_nothing(text) ? Json("") : Json(std::move(text));
    }
    if (!value.is_structured()) return value;
    Json result = value;
    for (Json& member : result) member = cleaned(member);
    return result;
}

Json assemble(const Form& form, const Sources& sources) {
    const Json sections = cleaned(sources.sections);
    Json answers = Json::object();
    for (const Field& field : form.fields) {
        Json value = own_answer(form, field, sections);
        if (is_blank(value)) value = filled_answer(form, field, sections, answers);
        if (is_blank(value) && is_told_empty(form, field, sections)) value = Json::array();
        if (!is_blank(value) || value.is_array()) answers[field.name] = std::move(value);
    }
    return answers;
}

Json derive(const Form& form, Json answers) {
    for (const Derived& truth : form.derived) answers[truth.name] = holds(truth.when, answers);
    return answers;
}

Findings unused_answers(const Form& form, const Sources& sources) {
    static const std::set<std::string> header{"record_id",  "record_type", "case_number",
                                              "version",    "status",      "created_at",
                                              "created_by", "signatures",  "currency"};
    Findings findings;
    const auto section = sources.sections.find(form.section);
    if (section == sources.sections.end() || !section->is_object()) return findings;
    const std::set<std::string> taken = taken_apart(form);
    for (const auto& member : section->items())
        if (!form.find(member.key()) && !header.contains(member.key()) &&
            !taken.contains(member.key()) && !is_blank(member.value()))
            findings.push_back({form.section + "." + one_line(member.key()),
                                "is no field of this form and is not used",
                                "check the spelling of its name", Level::note});
    return findings;
}

}  // namespace ugoda
