#include "intake/opening.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/clock.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "intake/answers.h"
#include "intake/expectation.h"

namespace ugoda {

namespace {

/// What the fields asked for at the opening must be; the rest is asked when it is needed.
enum class Kind { name, text, date, moment };

struct Opening {
    const char* section;
    const char* field;
    Kind kind;
};

constexpr std::array<Opening, 5> opening{{{"client", "client_name", Kind::name},
                                          {"intake", "received_at", Kind::moment},
                                          {"intake", "treatment_name", Kind::name},
                                          {"intake", "treatment_date", Kind::date},
                                          {"intake", "event_description", Kind::text}}};

std::string where_of(const Opening& item) { return std::string(item.section) + "." + item.field; }

std::string asked(Kind kind) {
    switch (kind) {
        case Kind::name:
            return "a text of at most 200 characters";
        case Kind::text:
            return "a text";
        case Kind::date:
            return "a date that exists, like 2026-03-12";
        case Kind::moment:
            return "a moment with its offset, like 2026-03-12T17:30:00+01:00";
    }
    return {};
}

bool is_of(Kind kind, const Json& value) {
    if (!value.is_string()) return false;
    const std::string& text = value.get_ref<const std::string&>();
    switch (kind) {
        case Kind::name:
            return count_code_points(text) <= 200;
        case Kind::text:
            return true;
        case Kind::date:
            return parse_date(text) || parse_rfc3339(text);
        case Kind::moment:
            return parse_rfc3339(with_seconds(text)).has_value();
    }
    return false;
}

/// Any of these says what a visit was for.
constexpr std::array<const char*, 4> of_a_visit{"treatment", "consent", "client_card", "service_spec"};

bool is_given(const Json& file, const char* section) {
    return file.contains(section) && !is_blank(file.at(section));
}

/// What a section that is there must hold.
Findings check_field_given(const Json& file, const Opening& item) {
    const auto section = file.find(item.section);
    if (section == file.end() || !section->is_object() || section->empty()) return {};
    if (!is_blank(section->value(item.field, Json()))) return {};
    return {{where_of(item), "is missing", "add it: " + asked(item.kind), Level::stop}};
}

}  // namespace

Findings check_opening_kinds(const Json& file) {
    Findings findings;
    for (const Opening& item : opening) {
        const Json value = file.value(item.section, Json()).is_object()
                               ? file.at(item.section).value(item.field, Json())
                               : Json();
        if (!is_blank(value) && !is_of(item.kind, value))
            findings.push_back({where_of(item), shown(value) + " is not " + asked(item.kind),
                                "correct it", Level::stop});
    }
    return findings;
}

Findings check_opening_given(const Json& file) {
    Findings findings;
    for (const char* name : {"client", "intake"})
        if (!is_given(file, name))
            findings.push_back({name, "the section is missing",
                                "a case needs its client and its complaint: add it", Level::stop});
    for (const Opening& item : opening) append(findings, check_field_given(file, item));
    return findings;
}

Findings check_visit_given(const Json& file) {
    Findings findings;
    if (!is_given(file, "client"))
        findings.push_back({"client", "the section is missing", "a visit needs its client: add it", Level::stop});
    append(findings, check_field_given(file, opening.front()));
    if (is_given(file, "intake"))
        findings.push_back({"intake", "is a complaint, and a visit has none",
                            "open a case with it: ugoda case open", Level::stop});
    if (std::none_of(of_a_visit.begin(), of_a_visit.end(), [&](const char* name) { return is_given(file, name); }))
        findings.push_back({"treatment", "nothing is said of the treatment",
                            "add a section: treatment, consent, client_card or service_spec", Level::stop});
    return findings;
}

}  // namespace ugoda
