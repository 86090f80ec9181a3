// The samples are what the program is tried with: they must stay usable.
#include <catch2/catch.hpp>

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

}  // namespace

TEST_CASE("every sample is a sound case file") {
    for (const std::string& name : sample_names()) {
        INFO(name);
        const SampleCase sample(name);
        const Json& file = sample.file();
        CHECK((name.ends_with("-visit") ? checked_sections(file) : checked_case_file(file)).empty());
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
    for (const std::string& name : sample_names()) {
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
