#include "document/names.h"

#include <algorithm>

#include "base/error.h"
#include "document/amount_words.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
    throw Error(Fault::wording, where, what, "correct the template, or the form it names");
}

/// Room for handwriting, in millimetres.
double pen_length(FieldType type) {
    constexpr double date = 30, time_or_number = 18, moment = 45, text = 60;
    switch (type) {
        case FieldType::date:
            return date;
        case FieldType::time:
            return time_or_number;
        case FieldType::datetime:
            return moment;
        case FieldType::integer:
        case FieldType::decimal:
            return time_or_number;
        default:
            return text;
    }
}

Guard guard_of(const Field& field) {
    switch (field.type) {
        case FieldType::date:
        case FieldType::time:
        case FieldType::datetime:
            return Guard::date;
        case FieldType::money:
            return Guard::amount;
        default:
            return field.words_of.empty() ? Guard::none : Guard::amount;
    }
}

bool is_derived(const Form& form, const std::string& name) {
    return std::any_of(form.derived.begin(), form.derived.end(),
                       [&](const Derived& each) { return each.name == name; });
}

}  // namespace

Names::Names(const Composition& what, const Locale& locale, MarkedValues& marks)
    : what_(what), locale_(locale), marks_(marks) {}

/// An empty list is an answer: none.
const Json* Names::answer(const std::string& field) const {
    const auto found = what_.answers.find(field);
    const bool is_absent =
        found == what_.answers.end() || (is_blank(*found) && !found->is_array());
    return is_absent ? nullptr : &*found;
}

bool Names::has(const std::string& field) const {
    const Json* value = answer(field);
    if (value == nullptr || is_blank(*value)) return false;
    const auto money = money_from(*value);
    return !money || money->minor > 0;
}

/// `variant_is_AB` (joint "_is_") and `excluded_claims_has_unknown_injury` ("_has_").
std::optional<bool> Names::compared(const std::string& name, const std::string& joint) const {
    for (auto at = name.find(joint); at != std::string::npos; at = name.find(joint, at + 1)) {
        const Field* field = what_.form.find(name.substr(0, at));
        if (field == nullptr) continue;
        const std::string value = name.substr(at + joint.size());
        const auto& choices = field->choices;
        if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end())
            continue;
        const Json* given = answer(field->name);
        if (given == nullptr) return false;
        if (!given->is_array()) return joint == "_is_" && *given == Json(value);
        return joint == "_has_" &&
               std::find(given->begin(), given->end(), Json(value)) != given->end();
    }
    return std::nullopt;
}

bool Names::truth(const std::string& name, const std::string& where) const {
    const Field* field = what_.form.find(name);
    if (is_derived(what_.form, name) || (field != nullptr && field->type == FieldType::boolean)) {
        const Json* value = answer(name);
        return value != nullptr && *value == Json(true);
    }
    if (field != nullptr)
        refuse(where, "'" + name + "' is not a yes-or-no answer: ask has_" + name);
    if (name == "photos_attached") return !what_.photos.empty();
    if (name.starts_with("has_") && what_.form.find(name.substr(4)) != nullptr)
        return has(name.substr(4));
    for (const char* joint : {"_is_", "_has_"})
        if (const auto result = compared(name, joint)) return *result;
    refuse(where, "the form " + what_.form.name + " has nothing called '" + name + "'");
}

std::string Names::printed(const Field& field, const Json& value) {
    std::string text = value_text(field, value, locale_);
    if (field.guarded && field.type == FieldType::money) text = "***" + text + "***";
    return marks_.mark(text, field.name, guard_of(field));
}

std::string Names::value(const std::string& name, const std::string& where) {
    if (name == "copy_number") return std::to_string(what_.copy);
    if (name == "copies") return std::to_string(what_.copies);
    if (name == "page_count") return std::to_string(what_.pages);
    if (name == "signature_date") return marks_.mark_pen(name, pen_length(FieldType::date));
    if (name == "signature_time") return marks_.mark_pen(name, pen_length(FieldType::time));
    const Field* field = what_.form.find(name);
    if (field == nullptr)
        refuse(where, "the form " + what_.form.name + " has no answer '" + name + "'");
    if (const auto words = words_for(*field, what_.answers, locale_))
        return marks_.mark(*words, name, Guard::amount);
    if (const Json* value = answer(name)) return printed(*field, *value);
    if (field->need == Need::expected || what_.is_draft)
        return marks_.mark_pen(name, pen_length(field->type));
    return marks_.mark_absent("'" + name + "' is printed here and has no value");
}

std::string Names::reference(const std::string& id, const std::vector<Clause>& included) {
    std::vector<const Clause*> meant;
    for (const Clause& clause : included)
        if (is_meant(clause, id)) meant.push_back(&clause);
    if (meant.empty())
        return marks_.mark_absent("it refers to clause " + id + ", which is not in this document");
    if (meant.size() > 1)
        return marks_.mark_absent("it refers to clause " + id +
                                  ", which stands here more than once");
    const int number = number_of(*meant.front(), included);
    if (number == 0)
        return marks_.mark_absent("it refers to clause " + id + ", which has no number");
    return std::to_string(number);
}

Meanings Names::meanings(const Clause& clause, const std::vector<Clause>& included,
                         const Wording& wording) {
    const std::string where = clause.id + " (" + clause.tag + ")";
    const auto is_known = [&](const std::string& id) {
        return std::any_of(wording.clauses.begin(), wording.clauses.end(),
                           [&](const Clause& each) { return is_meant(each, id); });
    };
    Meanings meanings;
    for (const Tag& tag : tags_in(clause.text, where)) {
        const auto colon = tag.name.find(':');
        const std::string family = colon == std::string::npos ? "" : tag.name.substr(0, colon);
        const std::string id = colon == std::string::npos ? "" : tag.name.substr(colon + 1);
        const bool is_value = tag.kind == Tag::Kind::value;
        if (!family.empty() && (family != (is_value ? "ref" : "clause") || !is_known(id)))
            refuse(where, "'" + tag.name + "' names no clause of this template");
        if (!is_value)
            meanings.truths[tag.name] =
                family.empty()
                    ? truth(tag.name, where)
                    : std::any_of(included.begin(), included.end(),
                                  [&](const Clause& each) { return is_meant(each, id); });
        else if (tag.name == "§")
            meanings.values[tag.name] = std::to_string(number_of(clause, included));
        else
            meanings.values[tag.name] =
                family.empty() ? value(tag.name, where) : reference(id, included);
    }
    for (const auto& [name, text] : meanings.values)
        if (meanings.truths.contains(name))
            refuse(where, "'" + name + "' is both printed and asked");
    return meanings;
}

int number_of(const Clause& clause, const std::vector<Clause>& included) {
    int number = 0;
    for (const Clause& each : included) {
        if (each.is_counted) ++number;
        if (each.id == clause.id) return each.is_counted ? number : 0;
    }
    return 0;
}

}  // namespace ugoda
