// The samples are what the program is tried with: they must stay usable.
#include <catch2/catch.hpp>
#include <map>

#include "base/toml.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

Json salon_file(const std::string& language) {
    const std::string name = "salon-" + language + ".toml";
    const auto file = std::filesystem::path(UGODA_SOURCE_DIR) / "samples" / name;
    return parse_toml(read_file(file, 1u << 20, Fault::input), name);
}

bool is_asked(const Field& field, const Json& answers) {
    return field.need == Need::required && holds(field.when, answers);
}

bool carries(const std::string& sample, const std::string& section) {
    return SampleCase(sample).file().contains(section);
}

/// A whole story, or a visit: made to be issued in every record whose section it carries. In the
/// others all sections but intake and settlement only hold what these two take from them.
bool is_whole(const std::string& sample) { return sample.ends_with("-story") || sample.ends_with("-visit"); }

/// The forms that a sample is made to be issued in.
std::vector<Form> forms_of(const std::string& sample) {
    std::vector<Form> forms;
    for (const std::string& name : is_whole(sample) ? shipped_forms() : std::vector<std::string>{"intake", "settlement"})
        if (Form form = form_named(name); carries(sample, form.section)) forms.push_back(std::move(form));
    return forms;
}

/// Removes an answer everywhere it could come from.
Json without(const Form& form, const Field& field) {
    Json changes = {{form.section + "." + field.name, nullptr}};
    for (const Source& source : field.from) changes[source.path] = nullptr;
    return changes;
}

/// Each record of each story and visit: its sample and its form.
std::vector<std::pair<std::string, std::string>> whole_records() {
    std::vector<std::pair<std::string, std::string>> records;
    for (const char* kind : {"story", "visit"})
        for (const std::string& name : whole_names(kind))
            for (const std::string& form : shipped_forms())
                if (SampleCase(name).file().contains(form_named(form).section))
                    records.emplace_back(name, form);
    return records;
}

/// The names of the answers, and of the cells of their rows as `products.batch`.
void collect(const Json& answers, std::set<std::string>& names) {
    for (const auto& answer : answers.items()) {
        names.insert(answer.key());
        if (!answer.value().is_array()) continue;
        for (const Json& row : answer.value())
            if (row.is_object())
                for (const auto& cell : row.items()) names.insert(answer.key() + "." + cell.key());
    }
}

}  // namespace

TEST_CASE("every sample is a sound case file") {
    for (const std::string& name : sample_names()) {
        INFO(name);
        const SampleCase sample(name);
        const Json& file = sample.file();
        CHECK((name.ends_with("-visit") ? checked_sections(file) : checked_case_file(file)).empty());
    }
}

TEST_CASE("every visit among the samples has sound sections, and no complaint") {
    for (const std::string& name : whole_names("visit")) {
        INFO(name);
        const SampleCase visit(name);
        CHECK(checked_sections(visit.file()).empty());
        CHECK_FALSE(visit.file().contains("intake"));
    }
}

TEST_CASE("a story carries every section there is, a visit those of a treatment") {
    for (const std::string& name : whole_names("story"))
        for (const std::string& section : shipped_sections()) {
            INFO(name << ": " << section);
            CHECK(SampleCase(name).file().contains(section));
        }
    for (const std::string& name : whole_names("visit"))
        for (const char* section : {"client_card", "consent", "treatment", "photo_sheet", "service_spec"}) {
            INFO(name << ": " << section);
            CHECK(SampleCase(name).file().contains(section));
        }
}

TEST_CASE("every record of a story and of a visit can be issued without a stop or a decision") {
    for (const auto& [name, form] : whole_records()) {
        INFO(name << ", " << form);
        CHECK(worst(SampleCase(name).findings(form_named(form))) <= Level::warning);
        CHECK(unused_answers(form_named(form), SampleCase(name).sources()).empty());
    }
}

/// Not in a sample: what is asked of a represented client or a minor alone is tried where the rule is, and
/// the rest is filled in by the program or by the pen.
TEST_CASE("the stories and the visits together answer every question of their forms") {
    const std::set<std::string> elsewhere{"client_representative", "prosecutor_notice_ref", "agreement_number",
                                          "signature_date", "signature_time"};
    std::map<std::string, std::set<std::string>> answered;
    for (const auto& [name, form] : whole_records())
        collect(SampleCase(name).answers(form_named(form)), answered[form]);
    for (const std::string& name : shipped_forms()) {
        if (name == "settlement" || name == "intake") continue;
        const Form form = form_named(name);
        for (const Field& field : form.fields) {
            INFO(name << ": " << field.name);
            if (field.need != Need::filled && !elsewhere.contains(field.name))
                CHECK(answered[name].contains(field.name));
            for (const Field& column : field.columns) {
                INFO(column.name);
                CHECK(answered[name].contains(column.name));
            }
        }
    }
}

TEST_CASE("every sample can be issued without a stop, a decision or a warning") {
    for (const std::string& name : sample_names())
        for (const Form& form : forms_of(name)) {
            INFO(name << ", " << form.name);
            CHECK(worst(SampleCase(name).findings(form)) == Level::note);
        }
}

TEST_CASE("samples answer nothing that no form asks") {
    for (const std::string& name : sample_names())
        for (const Form& form : forms_of(name)) {
            INFO(name << ", " << form.name);
            CHECK(unused_answers(form, SampleCase(name).sources()).empty());
        }
}

TEST_CASE("there is a sample of every variant of a settlement") {
    std::set<std::string> variants;
    for (const std::string& name : sample_names())
        if (carries(name, "settlement"))
            variants.insert(SampleCase(name).file().at("settlement").at("variant").get<std::string>());
    const Form form = form_named("settlement");
    const Field* variant = form.find("variant");
    REQUIRE(variant != nullptr);
    CHECK(variants == std::set<std::string>(variant->choices.begin(), variant->choices.end()));
}

TEST_CASE("the samples of a language share one salon, that of its salon file") {
    std::vector<std::string> names = sample_names();
    for (const std::string& visit : whole_names("visit")) names.push_back(visit);
    for (const std::string& name : names) {
        INFO(name);
        CHECK(SampleCase(name).file().at("salon") == salon_file(name.substr(0, 2)).at("salon"));
    }
}

TEST_CASE("there is a sample for every form, and every sample but a visit has a complaint and its settlement") {
    std::set<std::string> tried;
    for (const std::string& name : sample_names()) {
        INFO(name);
        CHECK(carries(name, "intake") != name.ends_with("-visit"));
        CHECK(carries(name, "settlement") != name.ends_with("-visit"));
        for (const Form& form : forms_of(name)) tried.insert(form.name);
    }
    const auto shipped = shipped_forms();
    CHECK(tried == std::set<std::string>(shipped.begin(), shipped.end()));
}

TEST_CASE("each required answer, taken out of a sample, is one finding that names it") {
    for (const std::string& name : sample_names())
        for (const Form& form : forms_of(name))
            for (const Field& field : form.fields) {
                SampleCase sample(name);
                if (!is_asked(field, sample.answers(form))) continue;
                const std::string where = form.section + "." + field.name;
                const Json without_it = sample.with(without(form, field)).answers(form);
                if (!is_asked(field, without_it)) continue;  // asked only because it was there
                INFO(name << ": " << where);
                const Findings findings = at(check(form, without_it), where);
                REQUIRE(findings.size() == 1);
                CHECK(findings.front().level == Level::stop);
                CHECK(findings.front().what == "is missing");
            }
}

TEST_CASE("what is taken from salon, client and intake is missed there") {
    for (const char* where :
         {"salon.salon_name", "salon.salon_address", "client.client_name", "client.client_address",
          "client.client_contact", "intake.treatment_name", "intake.treatment_place",
          "intake.performed_by", "intake.received_at"}) {
        INFO(where);
        const Findings findings =
            SampleCase("pl-nails").with({{where, nullptr}}).findings(form_named("settlement"));
        REQUIRE_FALSE(at(findings, where).empty());
        CHECK(at(findings, where).front().level == Level::stop);
    }
}

TEST_CASE("a remedy needs the fields of its own kind only") {
    const Form form = form_named("settlement");
    const Findings voucher = SampleCase("pl-voucher").findings(form);
    CHECK(at(voucher, "settlement.remedy_deadline").empty());
    CHECK(at(voucher, "settlement.remedy_description").empty());
    const Findings apology = SampleCase("en-apology").findings(form);
    CHECK(at(apology, "settlement.remedy_deadline").empty());
    CHECK(at(apology, "settlement.voucher_number").empty());
    CHECK(at(SampleCase("pl-nails").findings(form), "settlement.voucher_value").empty());
}

TEST_CASE("a redo without its date is not quietly taken for another remedy") {
    const Findings findings = SampleCase("pl-nails")
                                  .with({{"settlement.remedy_deadline", nullptr}})
                                  .findings(form_named("settlement"));
    CHECK(at(findings, "settlement.remedy_deadline").size() == 1);
}

TEST_CASE("the samples hold what long layouts are tried with") {
    CHECK(SampleCase("pl-voucher").file().at("client").at("client_name").get<std::string>().size() >
          200);
    const std::string text = SampleCase("pl-brows").file().at("intake").at("event_description");
    CHECK(std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }) >=
          599);
}
