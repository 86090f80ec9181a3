// Every form held against itself: what a misspelling in one would silently switch off.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "casefile/deadline.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

std::vector<std::string> form_names() { return shipped_forms(); }

/// A field or a column, `actions.type`.
const Field* named(const Form& form, const std::string& name) {
    if (const Field* field = form.find(name)) return field;
    for (const Field& field : form.fields)
        for (const Field& column : field.columns)
            if (column.name == name) return &column;
    return nullptr;
}

/// The names of fields and truths that a condition looks at.
std::set<std::string> names_in(const Json& condition) {
    static const std::set<std::string> one{"has", "true", "iban"};
    static const std::set<std::string> first{"is", "in", "shorter", "says"};
    std::set<std::string> names;
    if (condition.is_null()) return names;
    const std::string operation = condition.begin().key();
    const Json& argument = condition.begin().value();
    if (operation == "not") return names_in(argument);
    if (operation == "all" || operation == "any") {
        for (const Json& each : argument) names.merge(names_in(each));
    } else if (one.contains(operation)) {
        names.insert(argument.get<std::string>());
    } else if (operation == "some") {
        names = names_in(argument.at(1));
        names.insert(argument.at(0).get<std::string>());
    } else if (operation == "contains") {
        names.insert(argument.at(0).get<std::string>());
        if (argument.at(1).is_object()) names.insert(argument.at(1).at("field").get<std::string>());
    } else {
        const std::size_t count = first.contains(operation) ? 1 : argument.size();
        for (std::size_t i = 0; i < count; ++i)
            if (argument.at(i).is_string()) names.insert(argument.at(i).get<std::string>());
    }
    return names;
}

std::set<std::string> known_names(const Form& form) {
    std::set<std::string> names;
    for (const Field& field : form.fields) {
        names.insert(field.name);
        for (const Field& column : field.columns) names.insert(column.name);
    }
    for (const Derived& truth : form.derived) names.insert(truth.name);
    return names;
}

std::vector<Json> conditions_of(const Form& form) {
    std::vector<Json> conditions;
    for (const Field& field : form.fields) {
        conditions.push_back(field.when);
        for (const Source& source : field.from) conditions.push_back(source.when);
    }
    for (const Promise& promise : form.promises) conditions.push_back(promise.when);
    for (const Meeting& meeting : form.meets) conditions.push_back(meeting.when);
    for (const Derived& truth : form.derived) conditions.push_back(truth.when);
    for (const Rule& rule : form.rules) conditions.push_back(rule.when);
    return conditions;
}

std::string section_of(const std::string& path) { return path.substr(0, path.find('.')); }

}  // namespace

TEST_CASE("every condition of every form looks at fields and truths that exist") {
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        const auto known = known_names(form);
        for (const Json& condition : conditions_of(form))
            for (const std::string& used : names_in(condition)) {
                INFO(name << ": " << condition.dump() << " looks at " << used);
                CHECK(known.contains(used));
            }
    }
}

TEST_CASE("every constant of a condition on a choice is one of its choices") {
    const auto check_constants = [](const Form& form, const Json& condition) {
        for (const char* operation : {"is", "in", "contains"}) {
            const auto pair = condition.find(operation);
            const Field* field =
                pair == condition.end() ? nullptr : named(form, pair->at(0).get<std::string>());
            if (!field || field->choices.empty()) continue;
            const Json constants =
                pair->at(1).is_array() ? pair->at(1) : Json::array({pair->at(1)});
            for (const Json& constant : constants) {
                INFO(form.name << ": " << condition.dump());
                CHECK(std::count(field->choices.begin(), field->choices.end(),
                                 constant.get<std::string>()) == 1);
            }
        }
    };
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        std::vector<Json> open = conditions_of(form);
        while (!open.empty()) {
            const Json condition = open.back();
            open.pop_back();
            if (condition.is_null()) continue;
            check_constants(form, condition);
            const Json& argument = condition.begin().value();
            if (condition.begin().key() == "not") open.push_back(argument);
            if (condition.begin().key() == "some") open.push_back(argument.at(1));
            if (condition.begin().key() == "all" || condition.begin().key() == "any")
                open.insert(open.end(), argument.begin(), argument.end());
        }
    }
}

TEST_CASE("only the settlement and the reply offer something") {
    std::set<std::string> offers;
    for (const std::string& name : form_names())
        if (form_named(name).offer) offers.insert(name);
    CHECK(offers == std::set<std::string>{"reply", "settlement"});
}

TEST_CASE("names of fields and truths, and ids of rules, stand once") {
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        std::size_t count = form.fields.size() + form.derived.size();
        for (const Field& field : form.fields) count += field.columns.size();
        CHECK(known_names(form).size() == count);
        std::set<std::string> rules;
        for (const Rule& rule : form.rules) CHECK(rules.insert(rule.id).second);
    }
}

TEST_CASE("every source lies in a section that exists") {
    std::set<std::string> sections{"salon", "client", "evidence", "case", "issued",
                                   "record", "file", "locale", "settings"};
    for (const std::string& name : form_names()) sections.insert(form_named(name).section);
    for (const std::string& name : form_names())
        for (const Field& field : form_named(name).fields)
            for (const Source& source : field.from) {
                INFO(name << "." << field.name << " from " << source.path);
                CHECK(sections.contains(section_of(source.path)));
                CHECK(source.path.find('.') != std::string::npos);
            }
}

TEST_CASE("conditions used while filling look at fields above") {
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        std::set<std::string> above;
        for (const Field& field : form.fields) {
            for (const Source& source : field.from)
                for (const std::string& used : names_in(source.when)) {
                    INFO(name << "." << field.name << " looks at " << used);
                    CHECK((above.contains(used) || form.find(used) == nullptr));
                }
            above.insert(field.name);
        }
    }
}

TEST_CASE("words belong to an amount, and only amounts are guarded") {
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        for (const Field& field : form.fields) {
            INFO(name << "." << field.name);
            if (field.guarded) CHECK(field.type == FieldType::money);
            if (field.words_of.empty()) continue;
            REQUIRE(form.find(field.words_of) != nullptr);
            CHECK(form.find(field.words_of)->type == FieldType::money);
        }
    }
}

TEST_CASE("every rule tells where, what and what to do, in one line each") {
    for (const std::string& name : form_names())
        for (const Rule& rule : form_named(name).rules) {
            INFO(name << ": " << rule.id);
            for (const std::string& text : {rule.where, rule.what, rule.remedy}) {
                CHECK_FALSE(text.empty());
                CHECK(text.find('\n') == std::string::npos);
                CHECK(text.back() != '.');
            }
        }
}

TEST_CASE("fallbacks and limits are what their fields accept") {
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        Json fallbacks = Json::object();
        for (const Field& field : form.fields)
            if (!field.fallback.is_null()) fallbacks[field.name] = field.fallback;
        for (const Finding& finding : check(form, derive(form, fallbacks)))
            CHECK(finding.what.find("is not a") == std::string::npos);
    }
}

TEST_CASE("the truths that templates rely on exist in the settlement") {
    const auto known = known_names(form_named("settlement"));
    for (const char* truth :
         {"money_due", "refund_is_full", "has_bodily_effect", "healing_ongoing", "adr_participates",
          "redo_promised", "voucher_or_discount_promised", "other_remedy_promised",
          "refund_promised", "sum_promised", "narrow_release", "broad_release",
          "consequences_stated", "confidentiality"})
        CHECK(known.contains(truth));
}

TEST_CASE("patterns of types repeat a bounded number of times") {
    const Json types = source_json("forms/types.json");
    for (const auto& type : types.items()) {
        CHECK_FALSE(type.value().contains("format"));
        CHECK(type.value().dump().find("]+") == std::string::npos);
        CHECK(type.value().dump().find("]*") == std::string::npos);
    }
}

TEST_CASE("every deadline that a form meets is one of the law's duties, and the main ones are met by a form") {
    const DeadlineBook book = parse_deadlines(source_json("forms/law/deadlines.json").dump(), "deadlines.json");
    std::set<std::string> duties, met;
    for (const DeadlineRule& rule : book.rules)
        if (rule.kind == DeadlineKind::duty) duties.insert(rule.id);
    for (const std::string& name : form_names())
        for (const Meeting& meeting : form_named(name).meets) {
            INFO(name << " meets " << meeting.deadline);
            CHECK(duties.contains(meeting.deadline));
            met.insert(meeting.deadline);
        }
    for (const char* id : {"acknowledgement", "reply", "withdrawal"}) CHECK(met.contains(id));
}

TEST_CASE("every path in the law's deadlines leads to a field that some form has") {
    std::set<std::string> paths;
    for (const std::string& name : form_names()) {
        const Form form = form_named(name);
        for (const Field& field : form.fields) {
            paths.insert(form.section + "." + field.name);
            for (const Source& source : field.from) paths.insert(source.path);
        }
    }
    const DeadlineBook book = parse_deadlines(source_json("forms/law/deadlines.json").dump(), "deadlines.json");
    for (const DeadlineRule& rule : book.rules) {
        std::set<std::string> used = names_in(rule.when);
        used.insert(rule.counts_from.begin(), rule.counts_from.end());
        used.insert(rule.stated.begin(), rule.stated.end());
        for (const std::string& path : used) {
            INFO(rule.of << ' ' << rule.id << ": " << path);
            CHECK(paths.contains(path));
        }
    }
}
