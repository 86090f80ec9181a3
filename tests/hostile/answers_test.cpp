// Answers that are missing, of another type, or contradict each other.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "hostile/shell.h"
#include "intake/sample_case.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

/// What is tried: a form, and the samples that answer it. Those that are no story and no visit
/// hold of a treatment and of a reply only what their settlement needs.
struct Trial {
    Form form;
    std::vector<std::string> samples;
};

std::vector<Trial> trials() {
    std::vector<Trial> all;
    for (const std::string& name : shipped_forms()) {
        const bool is_in_all = name == "intake" || name == "settlement";
        Trial trial{form_named(name), is_in_all ? sample_names() : whole_names("story")};
        for (const std::string& visit : whole_names("visit"))
            if (SampleCase(visit).file().contains(trial.form.section))
                trial.samples.push_back(visit);
        all.push_back(std::move(trial));
    }
    return all;
}

/// What the program itself supplies.
bool is_supplied(const std::string& path) {
    const std::string section = path.substr(0, path.find('.'));
    return section == "file" || section == "case" || section == "record" || section == "locale" ||
           section == "issued" || section == "settings";
}

/// Where the case file of a sample may hold the field, the program's own sources left out.
std::vector<std::string> places_of(const Form& form, const Field& field) {
    std::vector<std::string> places;
    if (!field.from.empty() && field.from.front().path.starts_with("file.")) return places;
    if (field.need != Need::filled) places.push_back(form.section + "." + field.name);
    for (const Source& source : field.from)
        if (!is_supplied(source.path)) places.push_back(source.path);
    return places;
}

bool is_demanded(const Field& field) {
    return field.words_of.empty() && (field.need == Need::required || field.need == Need::filled);
}

SampleCase without(SampleCase sample, const std::vector<std::string>& places) {
    for (const std::string& place : places) sample.with({{place, nullptr}});
    return sample;
}

SampleCase with_all(SampleCase sample, const std::vector<std::string>& places, const Json& value) {
    for (const std::string& place : places) sample.with({{place, value}});
    return sample;
}

bool is_stopped_at(const Findings& findings, const std::vector<std::string>& places) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.level == Level::stop &&
               std::find(places.begin(), places.end(), finding.where) != places.end();
    });
}

/// Whether a value is of a kind that the type could take.
bool might_fit(FieldType type, const Json& value) {
    if (type == FieldType::text || type == FieldType::long_text) return value.is_string();
    if (type == FieldType::decimal || type == FieldType::integer) return value.is_number();
    if (type == FieldType::boolean) return value.is_boolean();
    return type == FieldType::list && value.is_array();
}

const std::vector<Json>& wrong_types() {
    static const std::vector<Json> types = {
        7,          1.5,   true, "\u202ex", Json::array({"x"}), Json::array({Json::array({1})}),
        {{"x", 1}}, -1e300};
    return types;
}

/// What somebody else is to fill in under a condition that does not hold is not looked at.
bool is_of_no_account(const Field& field, const Json& answers) {
    return field.need == Need::filled && !holds(field.when, answers);
}

/// Asked also when it is not there: some fields are asked for only beside another.
bool is_missed(const Field& field, const Json& answers) {
    return !answers.contains(field.name) && holds(field.when, answers);
}

}  // namespace

TEST_CASE(
    "each answer that a record demands, taken out of each sample in turn, is missed by name") {
    int tried = 0;
    for (const auto& [form, samples] : trials())
        for (const std::string& sample : samples) {
            const SampleCase whole(sample);
            const Json given = whole.answers(form);
            for (const Field& field : form.fields) {
                const std::vector<std::string> places = places_of(form, field);
                if (!is_demanded(field) || places.empty() || !given.contains(field.name)) continue;
                const Json answers = without(whole, places).answers(form);
                if (!is_missed(field, answers)) continue;
                INFO(sample << " without " << form.section << "." << field.name);
                CHECK(is_stopped_at(check(form, answers), places));
                ++tried;
            }
        }
    CHECK(tried > 1500);
}

TEST_CASE("each answer of each sample, given a wrong type, is a stop at its place") {
    for (const auto& [form, samples] : trials())
        for (const std::string& sample : samples)
            for (const Json& value : wrong_types()) {
                SampleCase all(sample);
                for (const Field& field : form.fields)
                    if (!might_fit(field.type, value))
                        all = with_all(all, places_of(form, field), value);
                const Json answers = all.answers(form);
                const Findings findings = check(form, answers);
                for (const Field& field : form.fields) {
                    const auto places = places_of(form, field);
                    if (places.empty() || might_fit(field.type, value) ||
                        is_of_no_account(field, answers))
                        continue;
                    INFO(sample << ": " << form.section << "." << field.name << " = "
                                << value.dump());
                    CHECK(is_stopped_at(findings, places));
                }
            }
}

TEST_CASE("one answer of a wrong type is a stop at its place, whatever the others are") {
    for (const std::string& name : shipped_forms()) {
        const Form form = form_named(name);
        const SampleCase sample("pl-story");
        for (const Field& field : form.fields)
            for (const Json& value : wrong_types()) {
                const auto places = places_of(form, field);
                const Json answers = with_all(sample, places, value).answers(form);
                if (places.empty() || might_fit(field.type, value) ||
                    is_of_no_account(field, answers))
                    continue;
                INFO(form.section << "." << field.name << " = " << value.dump());
                CHECK(is_stopped_at(check(form, answers), places));
            }
    }
}

TEST_CASE(
    "through the program, an answer that is missing or ill-typed issues nothing and changes "
    "nothing") {
    Shell shell;
    const Form form = form_named("settlement");
    const SampleCase whole("pl-hair");
    int number = 1;
    for (const Field& field : form.fields) {
        if (field.need != Need::required || !whole.file().at("settlement").contains(field.name))
            continue;
        const SampleCase less = without(whole, places_of(form, field));
        if (!is_missed(field, less.answers(form))) continue;
        Json file = less.file();
        file.erase("photo_sheet");
        file.erase("evidence");
        const Outcome opened = shell.in_vault({"case", "open", shell.json_file("case.json", file)});
        if (opened.code == 2) continue;  // told at the opening already
        const std::string opened_as = opened.out.substr(0, 9);
        shell.refuses({"issue", "settlement", opened_as, "--out", shell.path("out")}, 2,
                      "settlement." + field.name + ": is missing");
        shell.refuses({"issue", "settlement", "2099-0001", "--out", shell.path("out"), "--answers",
                       shell.json_file("answers.json", Json{{field.name, {{"odd", 1}}}})},
                      2, "settlement." + field.name + ": {\"odd\":1} is not ");
        ++number;
    }
    CHECK(number > 10);
    CHECK(std::filesystem::is_empty(shell.path("out")));
}

TEST_CASE("figures and words that name two amounts are refused, whichever of them is wrong") {
    Shell shell;
    for (const char* words : {"sto złotych 00/100", "jeden złoty 00/100", "milion złotych 00/100"})
        shell.refuses({"issue", "settlement", "2099-0001", "--out", shell.path("out"), "--answers",
                       shell.json_file("answers.json", Json{{"amount_words", words}})},
                      2, "settlement.amount_words");
}

TEST_CASE("answers out of their range are refused with what is expected") {
    Shell shell;
    for (const auto& [answers, says] : std::vector<std::pair<Json, std::string>>{
             {{{"reflection_days", -1}}, "settlement.reflection_days"},
             {{{"reflection_days", 1e18}}, "settlement.reflection_days"},
             {{{"agreement_date", "2026-02-30"}}, "settlement.agreement_date"},
             {{{"agreement_date", "0000-00-00"}}, "settlement.agreement_date"},
             {{{"agreement_time", "25:00"}}, "settlement.agreement_time"},
             {{{"agreement_date", "２０２６-03-12"}}, "settlement.agreement_date"},
             {{{"attachments", {0}}}, "settlement.attachments"},
             {{{"attachments", {9999999999}}}, "settlement.attachments"},
             {{{"variant", "Z"}}, "settlement.variant"}}) {
        shell.refuses({"issue", "settlement", "2099-0001", "--out", shell.path("out"), "--answers",
                       shell.json_file("answers.json", answers)},
                      2, says);
    }
}
