#include "intake/promises.h"

#include <string>

#include "casefile/money.h"
#include "intake/answers.h"

namespace ugoda {

namespace {

/// `480.00 PLN`: for the terminal, in no country's way of writing.
std::string amount(const Money& money) {
    const auto places = static_cast<std::size_t>(currency_digits(money.currency));
    std::string digits = std::to_string(money.minor);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return digits + " " + money.currency;
}

std::string words_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (const auto money = money_from(value)) return amount(*money);
    if (value.is_number()) return value.dump();
    std::string list;
    if (value.is_array())
        for (const Json& member : value)
            if (const std::string words = words_of(member); !words.empty())
                list += (list.empty() ? "" : ", ") + words;
    return list;
}

std::string answered(const Json& answers, const std::string& name) {
    return name.empty() ? std::string() : words_of(answers.value(name, Json()));
}

/// Null when nothing is promised.
Json promised(const Promise& promise, const std::string& id, const Json& answers) {
    if (!promise.done.empty() && !is_blank(answers.value(promise.done, Json()))) return nullptr;
    const std::string said = answered(answers, promise.what);
    if (said.empty() && !promise.what.empty()) return nullptr;
    const bool is_both = !promise.words.empty() && !said.empty();
    Json made = {{"id", id}, {"what", promise.words + (is_both ? ": " : "") + said}};
    if (const std::string who = answered(answers, promise.who); !who.empty()) made["who"] = who;
    if (const std::string until = answered(answers, promise.until); !until.empty())
        made["until"] = with_seconds(until);
    return made;
}

/// A row that is a text says all there is to say.
Json as_row(const Promise& promise, const Json& row) {
    return row.is_string() ? Json{{promise.what, row}} : row;
}

}  // namespace

Json promises_of(const Form& form, const Json& answers) {
    Json list = Json::array();
    const auto add = [&](Json promise) {
        if (!promise.is_null()) list.push_back(std::move(promise));
    };
    for (const Promise& promise : form.promises) {
        if (!holds(promise.when, answers)) continue;
        if (promise.each.empty()) {
            add(promised(promise, promise.id, answers));
            continue;
        }
        const Json rows = answers.value(promise.each, Json::array());
        for (std::size_t i = 0; i < rows.size(); ++i)
            add(promised(promise, promise.id + "[" + std::to_string(i + 1) + "]", as_row(promise, rows[i])));
    }
    return list;
}

Json deadlines_met(const Form& form, const Json& answers) {
    Json met = Json::array();
    for (const Meeting& meeting : form.meets)
        if (holds(meeting.when, answers)) met.push_back(meeting.deadline);
    return met;
}

}  // namespace ugoda
