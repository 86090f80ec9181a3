// The language in which forms say when a rule, a clause or a source applies. Its grammar is
// in forms/README.md; a new operator is a function and a line in the table below.
#include <map>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "casefile/money.h"
#include "intake/answers.h"
#include "intake/comparison.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw Error(Fault::wording, "condition", what, "see forms/README.md");
}

/// The argument's member `i`; conditions with too few are no conditions.
const Json& part(const Json& argument, std::size_t i) {
    if (!argument.is_array() || argument.size() <= i) refuse(argument.dump() + " is too short");
    return argument[i];
}

/// The answer to the field called `name`, null when there is none.
const Json& answer(const Json& answers, const Json& name) {
    static const Json none;
    if (!name.is_string()) refuse(name.dump() + " is no field name");
    const auto found = answers.find(name.get_ref<const std::string&>());
    return found == answers.end() ? none : *found;
}

/// A field's answer, or the number itself.
const Json& operand(const Json& answers, const Json& name) {
    return name.is_number() ? name : answer(answers, name);
}

std::size_t whole_number(const Json& value) {
    if (!value.is_number_unsigned()) refuse(value.dump() + " is no whole number");
    return value.get<std::size_t>();
}

bool has(const Json& field, const Json& answers) {
    const Json& value = answer(answers, field);
    const auto money = money_from(value);
    return money ? money->minor > 0 : !is_blank(value);
}

bool is_true(const Json& field, const Json& answers) {
    return answer(answers, field) == Json(true);
}

bool is(const Json& pair, const Json& answers) {
    return answer(answers, part(pair, 0)) == part(pair, 1);
}

bool is_in(const Json& pair, const Json& answers) {
    const Json& value = answer(answers, part(pair, 0));
    for (const Json& each : part(pair, 1))
        if (each == value) return true;
    return false;
}

/// The second is a value, or `{"field": "G"}` for the answer to G.
bool contains(const Json& pair, const Json& answers) {
    const Json& list = answer(answers, part(pair, 0));
    const Json& wanted = part(pair, 1);
    const Json& value =
        wanted.is_object() ? answer(answers, wanted.value("field", Json())) : wanted;
    if (!list.is_array()) return false;
    for (const Json& each : list)
        if (each == value) return true;
    return false;
}

bool less(const Json& pair, const Json& answers) {
    return compare(operand(answers, part(pair, 0)), operand(answers, part(pair, 1))) ==
           std::partial_ordering::less;
}

bool same(const Json& pair, const Json& answers) {
    const Json &a = answer(answers, part(pair, 0)), &b = answer(answers, part(pair, 1));
    if (is_blank(a) || is_blank(b)) return false;
    if (a.is_string() && b.is_string())
        return folded(a.get<std::string>()) == folded(b.get<std::string>());
    const auto one = money_from(a), other = money_from(b);
    return one && other ? *one == *other : a == b;
}

bool same_currency(const Json& pair, const Json& answers) {
    const auto one = money_from(answer(answers, part(pair, 0)));
    const auto other = money_from(answer(answers, part(pair, 1)));
    return one && other && one->currency == other->currency;
}

bool mentions(const Json& pair, const Json& answers) {
    const Json &text = answer(answers, part(pair, 0)), &name = answer(answers, part(pair, 1));
    if (!text.is_string() || !name.is_string()) return false;
    const std::string needle = folded(name.get<std::string>());
    return !needle.empty() && folded(text.get<std::string>()).find(needle) != std::string::npos;
}

bool shorter(const Json& pair, const Json& answers) {
    const Json& text = answer(answers, part(pair, 0));
    const std::size_t length = whole_number(part(pair, 1));
    return text.is_string() && count_code_points(text.get<std::string>()) < length;
}

bool parts_make(const Json& pair, const Json& answers) {
    return sums_to(answer(answers, part(pair, 0)), answer(answers, part(pair, 1)));
}

bool days_after(const Json& triple, const Json& answers) {
    return is_days_after(answer(answers, part(triple, 0)), operand(answers, part(triple, 1)),
                         answer(answers, part(triple, 2)));
}

bool within_years(const Json& triple, const Json& answers) {
    return is_within_years(answer(answers, part(triple, 0)), answer(answers, part(triple, 1)),
                           static_cast<int>(whole_number(part(triple, 2))));
}

bool within_days(const Json& triple, const Json& answers) {
    return is_within_days(answer(answers, part(triple, 0)), answer(answers, part(triple, 1)),
                          static_cast<int>(whole_number(part(triple, 2))));
}

bool within_hours(const Json& triple, const Json& answers) {
    return is_within_hours(answer(answers, part(triple, 0)), answer(answers, part(triple, 1)),
                           static_cast<int>(whole_number(part(triple, 2))));
}

bool over_before(const Json& pair, const Json& answers) {
    return is_over_before(answer(answers, part(pair, 0)), answer(answers, part(pair, 1)));
}

/// The second is the words themselves.
bool says(const Json& pair, const Json& answers) {
    const Json &text = answer(answers, part(pair, 0)), &words = part(pair, 1);
    return text.is_string() && words.is_string() &&
           folded(text.get<std::string>()).find(folded(words.get<std::string>())) !=
               std::string::npos;
}

bool iban(const Json& field, const Json& answers) {
    const Json& account = answer(answers, field);
    return account.is_string() && is_iban(account.get<std::string>());
}

bool all(const Json& conditions, const Json& answers) {
    for (const Json& each : conditions)
        if (!holds(each, answers)) return false;
    return true;
}

bool any(const Json& conditions, const Json& answers) {
    for (const Json& each : conditions)
        if (holds(each, answers)) return true;
    return false;
}

/// Whether the condition holds for some row of the list, whose cells are called as in the form:
/// `products.batch`. A row that is a text has no cells.
bool some(const Json& pair, const Json& answers) {
    const Json& name = part(pair, 0);
    const Json& rows = answer(answers, name);
    if (!rows.is_array()) return false;
    for (const Json& row : rows) {
        Json known = answers;
        if (row.is_object())
            for (const auto& cell : row.items())
                known[name.get<std::string>() + "." + cell.key()] = cell.value();
        if (holds(part(pair, 1), known)) return true;
    }
    return false;
}

bool none_of(const Json& condition, const Json& answers) { return !holds(condition, answers); }

using Operator = bool (*)(const Json& argument, const Json& answers);

const std::map<std::string, Operator>& operators() {
    static const std::map<std::string, Operator> table{{"has", has},
                                                       {"true", is_true},
                                                       {"is", is},
                                                       {"in", is_in},
                                                       {"contains", contains},
                                                       {"less", less},
                                                       {"same", same},
                                                       {"same_currency", same_currency},
                                                       {"mentions", mentions},
                                                       {"shorter", shorter},
                                                       {"sums_to", parts_make},
                                                       {"days_after", days_after},
                                                       {"within_years", within_years},
                                                       {"within_days", within_days},
                                                       {"within_hours", within_hours},
                                                       {"over_before", over_before},
                                                       {"says", says},
                                                       {"iban", iban},
                                                       {"all", all},
                                                       {"any", any},
                                                       {"some", some},
                                                       {"not", none_of}};
    return table;
}

}  // namespace

bool holds(const Json& condition, const Json& answers) {
    if (condition.is_null()) return true;
    if (!condition.is_object() || condition.size() != 1)
        refuse(condition.dump() + " is not one operator with its argument");
    const auto found = operators().find(condition.begin().key());
    if (found == operators().end())
        refuse("the operator '" + condition.begin().key() + "' is unknown");
    return found->second(condition.begin().value(), answers);
}

}  // namespace ugoda
