#include "casefile/deadline.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "casefile/calendar.h"

namespace ugoda {

namespace {

using Unit = Length::Unit;

constexpr std::array<std::pair<std::string_view, Unit>, 5> units{{{"hours", Unit::hours},
                                                                  {"days", Unit::days},
                                                                  {"working_days", Unit::working_days},
                                                                  {"months", Unit::months},
                                                                  {"years", Unit::years}}};

constexpr std::array<std::pair<std::string_view, DeadlineKind>, 3> kinds{
    {{"duty", DeadlineKind::duty}, {"limit", DeadlineKind::limit}, {"note", DeadlineKind::note}}};

class Reader {
  public:
    explicit Reader(std::string where) : where_(std::move(where)) {}

    [[nodiscard]] DeadlineBook book(const Json& value) const {
        check_members("the file", value, {"note", "regions", "deadlines"});
        DeadlineBook book{where_, {}, {}};
        const Json regions = value.value("regions", Json::object());
        for (const auto& region : regions.items())
            book.regions[region.key()] = texts(region.value());
        for (const Json& each : value.value("deadlines", Json::array())) book.rules.push_back(rule(each));
        return book;
    }

  private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(Fault::wording, where_, what, "see forms/README.md");
    }

    void check_members(const std::string& of, const Json& value, const std::set<std::string>& known) const {
        if (!value.is_object()) refuse(of + " is not an object");
        for (const auto& member : value.items())
            if (!known.contains(member.key())) refuse(of + " has the unknown member '" + member.key() + "'");
    }

    [[nodiscard]] std::string required(const Json& value, const char* key) const {
        std::string text = text_at(value, key);
        if (text.empty()) refuse(std::string("a deadline has no '") + key + "'");
        return text;
    }

    [[nodiscard]] std::vector<std::string> texts(const Json& value) const {
        if (value.is_string()) return {value.get<std::string>()};
        return value.is_null() ? std::vector<std::string>{} : value.get<std::vector<std::string>>();
    }

    template <typename Names>
    auto named(const Names& names, const std::string& name) const {
        for (const auto& [text, value] : names)
            if (text == name) return value;
        refuse("'" + name + "' is no kind of deadline and no unit of time");
    }

    [[nodiscard]] DeadlineRule rule(const Json& value) const {
        DeadlineRule rule;
        rule.id = required(value, "id");
        const std::string name = "deadline " + rule.id;
        check_members(name, value, {"id", "of", "kind", "what", "length", "term", "counts_from", "stated",
                                    "when", "basis", "certainty", "means", "varies"});
        rule.of = required(value, "of");
        rule.kind = named(kinds, required(value, "kind"));
        rule.what = required(value, "what");
        rule.basis = required(value, "basis");
        rule.certainty = required(value, "certainty");
        rule.means = text_at(value, "means");
        rule.term = text_at(value, "term");
        rule.varies = text_at(value, "varies");
        rule.when = value.value("when", Json());
        rule.counts_from = texts(value.value("counts_from", Json()));
        rule.stated = texts(value.value("stated", Json()));
        if (value.contains("length")) rule.length = length(name, value.at("length"));
        const bool is_counted = rule.length && !rule.counts_from.empty();
        if ((rule.kind != DeadlineKind::note) != is_counted)
            refuse(name + ": a duty or limit has a length and what it counts from, a note has neither");
        if (rule.kind == DeadlineKind::duty && rule.means.empty()) refuse(name + " does not say what silence means");
        return rule;
    }

    /// `{"working_days": 10}`
    [[nodiscard]] Length length(const std::string& of, const Json& value) const {
        Length length;
        int counted = 0;
        for (const auto& member : value.items()) {
            if (member.key() == "to_year_end") {
                length.to_year_end = member.value().get<bool>();
                continue;
            }
            length.unit = named(units, member.key());
            length.count = member.value().get<int>();
            ++counted;
        }
        if (counted != 1 || length.count < 1 || length.count > 10'000) refuse(of + " has no length");
        return length;
    }

    std::string where_;
};

std::optional<std::string> within_our_years(Date date) {
    return date.year > 9999 ? std::nullopt : std::optional(to_iso(date));
}

std::optional<std::string> hours_after(int hours, const std::string& from, const std::string& time_zone) {
    const auto moment = parse_rfc3339(from);
    if (!moment) return std::nullopt;
    std::string end = to_rfc3339(in_zone(moment->seconds + std::int64_t{hours} * 3600, time_zone));
    return parse_rfc3339(end) ? std::optional(std::move(end)) : std::nullopt;
}

Date last_day(const Length& length, Date from) {
    switch (length.unit) {
        case Unit::working_days: return plus_working_days(from, length.count);
        case Unit::months: return plus_months(from, length.count);
        case Unit::years: return plus_months(from, 12 * length.count);
        case Unit::days:
        case Unit::hours: break;
    }
    return plus_days(from, length.count);
}

/// Of `ES-AN`, in `ES`: 0 for the region, 1 for the country, 2 for the EU, 3 for all; 4: not there.
int distance(const std::string& of, const std::string& country, const std::string& region) {
    if (!region.empty() && of == region) return 0;
    if (of == country) return 1;
    if (of == "EU" && country != "GB") return 2;  // the others that there are wordings for are in it
    return of == "ALL" ? 3 : 4;
}

}  // namespace

DeadlineBook parse_deadlines(const std::string& source, const std::string& where) {
    try {
        return Reader(where).book(parse_json(source, where));
    } catch (const Json::exception&) {
        throw Error(Fault::wording, where, "a member has the wrong type", "see forms/README.md");
    }
}

std::string region_code(const DeadlineBook& book, const std::string& region) {
    const auto plain = [](const std::string& name) { return folded(without_accents(name)); };
    for (const auto& [code, names] : book.regions) {
        if (plain(code) == plain(region)) return code;
        for (const std::string& name : names)
            if (plain(name) == plain(region)) return code;
    }
    return {};
}

std::vector<std::vector<const DeadlineRule*>> rules_for(const DeadlineBook& book, const std::string& country,
                                                        const std::string& region) {
    std::vector<std::vector<const DeadlineRule*>> list;
    const auto far = [&](const DeadlineRule* rule) { return distance(rule->of, country, region); };
    for (const DeadlineRule& rule : book.rules) {
        if (far(&rule) > 3) continue;
        const auto same = std::find_if(list.begin(), list.end(), [&](const auto& rules) {
            return rules.front()->id == rule.id;
        });
        if (same == list.end())
            list.push_back({&rule});
        else
            same->push_back(&rule);
    }
    for (auto& rules : list)
        std::stable_sort(rules.begin(), rules.end(), [&](const auto* a, const auto* b) { return far(a) < far(b); });
    return list;
}

std::optional<std::string> end_of(const Length& length, const std::string& from, const std::string& time_zone) {
    if (length.unit == Unit::hours) return hours_after(length.count, from, time_zone);
    const auto day = parse_rfc3339(from) ? parse_date(from.substr(0, 10)) : parse_date(from);
    if (!day) return std::nullopt;
    Date end = last_day(length, *day);
    if (length.to_year_end) end = {end.year, 12, 31};
    return within_our_years(end);
}

}  // namespace ugoda
