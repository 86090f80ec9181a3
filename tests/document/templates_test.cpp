// The templates that exist, held against their forms and against each other.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "document/composing.h"
#include "document/labels.h"
#include "document/mustache.h"
#include "document/wording.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

std::vector<std::string> form_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir / "forms"))
        if (entry.path().extension() == ".json" && entry.path().stem() != "types")
            names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Form form_named(const std::string& name) {
    const auto read = [](const std::string& file) {
        return read_file(source_dir / "forms" / file, 1u << 20, Fault::wording);
    };
    return parse_form(read(name + ".json"), parse_json(read("types.json"), "types.json"), name);
}

std::vector<Locale> locales() {
    std::vector<Locale> all;
    for (const std::string& name : locales_in(source_dir / "templates"))
        all.push_back(load_locale(source_dir / "templates", name));
    return all;
}

std::string template_of(const std::string& form, const Locale& locale) {
    return read_file(source_dir / "templates" / locale.name / (form + ".md"), 1u << 20,
                     Fault::wording);
}

Json sample(const Field& field);

/// A row with every cell, and one that is a text.
Json rows_for(const Field& list) {
    Json row = Json::object();
    for (const Field& column : list.columns) row[column.own_name()] = sample(column);
    return Json::array({row, "Wiersz " + list.name});
}

Json sample(const Field& field) {
    switch (field.type) {
        case FieldType::date:
            return "2026-03-12";
        case FieldType::time:
            return "17:30";
        case FieldType::datetime:
            return "2026-03-12T17:30:00+01:00";
        case FieldType::money:
            return {{"amount_minor", 48050}, {"currency", "EUR"}};
        case FieldType::integer:
            return 3;
        case FieldType::decimal:
            return 12.5;
        case FieldType::choice:
            return field.choices.front();
        case FieldType::boolean:
            return true;
        case FieldType::list:
            if (!field.columns.empty()) return rows_for(field);
            return field.choices.empty() ? Json{1} : Json(field.choices);
        default:
            return field.words_of.empty() ? Json("Wartość " + field.name) : Json();
    }
}

/// What `variant` decides, as the settlement form derives it; a remedy is described.
Json decided(const std::string& variant) {
    const bool redo = variant.starts_with("A"), sum = variant.find('C') != std::string::npos;
    const bool refund = variant.find('B') != std::string::npos;
    Json truths{{"variant", variant},        {"redo_promised", redo},
                {"refund_promised", refund}, {"voucher_or_discount_promised", variant == "AB"},
                {"sum_promised", sum},       {"money_due", refund || sum},
                {"narrow_release", !sum},    {"broad_release", sum},
                {"consequences_stated", sum}};
    if (redo) truths["remedy_description"] = "Poprawka";
    return truths;
}

constexpr std::array variants{"A_remedy", "B_refund", "C_payment_no_admission", "AB", "AC", "BC"};

/// `only_needed`: no answer that a person may leave out.
Json answers_for(const Form& form, bool only_needed) {
    Json answers = Json::object();
    for (const Field& field : form.fields) {
        const bool is_needed =
            field.need == Need::required || field.need == Need::filled || !field.from.empty();
        if (only_needed && !is_needed) continue;
        if (const Json value = sample(field); !value.is_null()) answers[field.name] = value;
    }
    if (form.name == "settlement") answers.update(decided("A_remedy"));
    return answers;
}

Composed made(const Form& form, const Locale& locale, const Json& answers) {
    Composition what{form, answers};
    what.record = form.prefix + "-2026-0001";
    what.issued_at = "2026-03-12T17:30:00+01:00";
    what.checkpoint = "ugoda/9f2c41d07ab3\n1\nAAAA\n\n— x y\n";
    what.photos = {PrintedPhoto{}};
    what.photos.front().phase = "before";
    what.photos.front().received = what.issued_at;
    what.photos.front().stated_at = what.issued_at;
    what.photos.front().stated_source = "exif";
    what.attachments = {
        {1, "other", "Tytuł", "autor", what.issued_at, "exif", 1, std::string(64, 'a'), true}};
    return compose(template_of(form.name, locale), locale, what);
}

/// The first number in each heading of a clause: "§ 3. Opis", "Art. 3 – Allegati".
std::vector<int> heading_numbers(const Composed& document) {
    static const std::regex numbered("^[^0-9]*([0-9]+)");
    std::vector<int> numbers;
    for (const Block& block : document.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading == nullptr || heading->level != 2) continue;
        const std::string text = text_of(heading->text);
        std::smatch found;
        if (std::regex_search(text, found, numbered)) numbers.push_back(std::stoi(found[1]));
    }
    return numbers;
}

/// The keys of nested objects, "values.phase.after".
std::set<std::string> keys_of(const Json& value, const std::string& path = {}) {
    std::set<std::string> keys;
    for (const auto& member : value.items()) {
        keys.insert(path + member.key());
        if (member.value().is_object())
            keys.merge(keys_of(member.value(), path + member.key() + "."));
    }
    return keys;
}

}  // namespace

TEST_CASE("every form has a template in every locale, and all its names are the form's") {
    for (const std::string& name : form_names())
        for (const Locale& locale : locales()) {
            INFO(locale.name << " " << name);
            const Form form = form_named(name);
            CHECK_NOTHROW(made(form, locale, answers_for(form, false)));
        }
}

TEST_CASE("a record is printed with nothing but what it needs") {
    for (const std::string& name : form_names())
        for (const Locale& locale : locales()) {
            INFO(locale.name << " " << name);
            const Form form = form_named(name);
            CHECK_NOTHROW(made(form, locale, answers_for(form, true)));
        }
}

TEST_CASE("every required answer is printed or decides something, in every language") {
    for (const std::string& name : form_names())
        for (const Locale& locale : locales()) {
            const Form form = form_named(name);
            const Json source = parse_json(form.source, name);
            const std::string deciding =
                source.value("derived", Json()).dump() + source.value("rules", Json()).dump();
            const std::string wording = template_of(name, locale);
            for (const Field& field : form.fields) {
                if (field.need != Need::required) continue;
                INFO(locale.name << " " << name << " " << field.name);
                CHECK((wording.find(field.name) != std::string::npos ||
                       deciding.find('"' + field.name + '"') != std::string::npos));
            }
        }
}

TEST_CASE("every field and every choice has a label in every language") {
    for (const std::string& name : form_names())
        for (const Locale& locale : locales()) {
            const Form form = form_named(name);
            CHECK_NOTHROW(record_label(locale, form.name));
            for (const Field& field : form.fields) {
                CHECK_NOTHROW(field_label(locale, field.name));
                for (const std::string& choice : field.choices)
                    CHECK_NOTHROW(value_label(locale, field.name, choice));
                for (const Field& column : field.columns) {
                    CHECK_NOTHROW(field_label(locale, column.name));
                    for (const std::string& choice : column.choices)
                        CHECK_NOTHROW(value_label(locale, column.name, choice));
                }
            }
        }
}

TEST_CASE("all languages have the same labels") {
    const auto all = locales();
    for (const Locale& locale : all) {
        INFO(locale.name);
        CHECK(keys_of(locale.labels) == keys_of(all.front().labels));
    }
}

TEST_CASE("all languages have the same clauses, tags and conditions") {
    for (const std::string& name : form_names()) {
        std::set<std::vector<std::string>> outlines;
        for (const Locale& locale : locales()) {
            std::vector<std::string> outline;
            for (const Clause& clause : parse_wording(template_of(name, locale)).clauses)
                outline.push_back(clause.id.substr(3) + " " + clause.tag + " " + clause.when);
            outlines.insert(outline);
        }
        INFO(name);
        CHECK(outlines.size() == 1);
    }
}

TEST_CASE("a settlement's clauses are numbered without a gap in every variant and language") {
    const Form form = form_named("settlement");
    for (const Locale& locale : locales())
        for (const char* variant : variants) {
            INFO(locale.name << " " << variant);
            Json answers = answers_for(form, false);
            answers.update(decided(variant));
            const auto numbers = heading_numbers(made(form, locale, answers));
            CHECK(numbers.size() >= 11);
            for (std::size_t at = 0; at < numbers.size(); ++at)
                CHECK(numbers[at] == static_cast<int>(at) + 1);
        }
}

TEST_CASE("a settlement prints exactly the clauses of its variant") {
    const Form form = form_named("settlement");
    const auto ids = [&](const char* variant) {
        Json answers = answers_for(form, true);
        answers.update(decided(variant));
        std::string list;
        for (const ClauseUse& use : made(form, polish(), answers).clauses)
            list += use.id.substr(3) + " ";
        return list;
    };
    CHECK(
        ids("A_remedy") ==
        "S-01 S-02 S-03 S-04 S-05 S-06A S-10 S-11N S-12 S-14 S-16 S-17 S-18 S-19 S-20 P-01 W-01 ");
    CHECK(ids("B_refund") ==
          "S-01 S-02 S-03 S-04 S-05 S-07 S-09 S-10 S-11N S-12 S-14 S-16 S-17 S-18 S-19 S-20 P-01 "
          "W-01 ");
    CHECK(ids("C_payment_no_admission") ==
          "S-01 S-02 S-03 S-04 S-05 S-08 S-09 S-10 S-11B S-12 S-13 S-14 S-16 S-17 S-18 S-19 S-20 "
          "P-01 W-01 ");
}

TEST_CASE("the limits of the release name the release that is printed") {
    const Form form = form_named("settlement");
    for (const char* variant : variants) {
        Json answers = answers_for(form, false);
        answers.update(decided(variant));
        const std::string lines = lines_of(made(form, polish(), answers));
        std::smatch release, limits;
        REQUIRE(std::regex_search(
            lines, release, std::regex("## §~([0-9]+)\\. (Zaspokojenie|Wyczerpanie) roszczeń")));
        REQUIRE(std::regex_search(lines, limits,
                                  std::regex("Skutki określone w~§~([0-9]+) nie obejmują")));
        CHECK(release[1] == limits[1]);
    }
}

TEST_CASE("nothing that looks like a placeholder is printed") {
    for (const std::string& name : form_names())
        for (const Locale& locale : locales()) {
            const Form form = form_named(name);
            const std::string lines = lines_of(made(form, locale, answers_for(form, false)));
            INFO(locale.name << " " << name);
            for (const char* mark : {"{{", "}}", "[…]", "____________", "\uFDD0"})
                CHECK(lines.find(mark) == std::string::npos);
        }
}
