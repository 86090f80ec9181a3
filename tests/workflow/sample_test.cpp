// Samples are fixtures, so samples never rot: each opens, issues and says what it must.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "document/locale.h"
#include "support/pdf_text.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

using Names = std::vector<std::string>;

/// Those that lead to a settlement: all but the visits.
Names samples() {
    Names names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "samples"))
        if (const std::string name = entry.path().filename().string();
            entry.path().extension() == ".json" && !name.ends_with("-visit.json"))
            names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

/// A visit has no complaint to open a case with.
bool has_complaint(const std::string& name) { return read_case_file(sample(name)).contains("intake"); }

std::string salon_of(const std::string& sample_name) {
    return "salon-" + sample_name.substr(0, sample_name.find('-')) + ".toml";
}

/// What the two parties would look for on the paper.
Names expected_texts(const Json& file, const Locale& locale) {
    const Json& settlement = file.at("settlement");
    Names texts = {text_at(file.at("client"), "client_name"), text_at(settlement, "agreement_place")};
    for (const char* field : {"amount_figures", "refund_amount", "voucher_value"})
        if (const auto money = money_from(settlement.value(field, Json()))) {
            texts.push_back("***" + money_text(*money, locale) + "***");
            texts.push_back(money_words(*money, locale));
        }
    return texts;
}

const Names languages{"el", "en", "es", "it", "pl"};

/// Every form that the file has a section for, the settlement first: the others speak of it.
Names records_of(const Json& file) {
    Names forms = {"settlement"};
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "forms")) {
        const Json form = parse_json(read_file(entry.path(), 1u << 20, Fault::wording), "form");
        if (entry.path().extension() == ".json" && form.contains("form") && form.at("form") != "settlement" &&
            file.contains(text_at(form, "section")))
            forms.push_back(text_at(form, "form"));
    }
    return forms;
}

/// The case of a story in which the treatment is that of the visit of the same language.
std::filesystem::path case_of_visit(const Salon& salon, const std::string& language) {
    Json file = read_case_file(sample(language + "-story.json"));
    file.update(read_case_file(sample(language + "-visit.json")));
    std::filesystem::create_directory(salon.path("photographs"));
    for (const Json& photo : file.at("photo_sheet").at("photos"))
        std::filesystem::copy_file(sample(text_at(photo, "file")), salon.path(text_at(photo, "file")));
    return salon.file_with("visit.json", file);
}

/// Texts and amounts as they stand in the file, wherever they stand in the section: what people
/// wrote. Names of choices, dates and what lies beyond a photograph's list are told otherwise.
void collect_words(const Json& value, Names& words) {
    if (value.is_string() && value.get<std::string>().find_first_of(" «“„") != std::string::npos)
        words.push_back(value.get<std::string>());
    if (!value.is_structured()) return;
    for (const auto& member : value.items())
        if (member.key() != "photos") collect_words(member.value(), words);
}

/// What was written for this record and is not on its paper, and what should never be on any.
std::string missing_words(const Json& file, const std::string& form, const std::string& paper) {
    const Json shipped = parse_json(
        read_file(std::filesystem::path(UGODA_SOURCE_DIR) / "forms" / (form + ".json"), 1u << 20, Fault::wording), form);
    Names words;
    collect_words(file.at(text_at(shipped, "section")), words);
    std::string missing;
    for (const std::string& text : words)
        if (paper.find(without_blanks(text)) == std::string::npos) missing += text + "\n";
    for (const char* never : {"{{", "[…]"})
        if (paper.find(never) != std::string::npos) missing += std::string("there is ") + never + "\n";
    return missing;
}

}  // namespace

TEST_CASE("there is a sample of every variant of the settlement") {
    std::set<std::string> variants;
    for (const std::string& name : samples())
        if (has_complaint(name)) variants.insert(text_at(read_case_file(sample(name)).at("settlement"), "variant"));
    CHECK(variants == std::set<std::string>{"A_remedy", "AB", "AC", "BC", "B_refund", "C_payment_no_admission"});
}

TEST_CASE("every sample opens, and its settlement and intake name the parties, the place and the amounts") {
    for (const std::string& name : samples()) {
        if (!has_complaint(name)) continue;
        INFO(name);
        const Json file = read_case_file(sample(name));
        Salon salon(salon_of(name));
        REQUIRE(salon.made().empty());
        const CaseOutcome opened = open_case(salon.place(), sample(name));
        REQUIRE_FALSE(opened.number.empty());
        CHECK(worst(opened.findings) <= Level::note);
        const Issued settlement = salon.issue("settlement", opened.number);
        const Issued intake = salon.issue("intake", opened.number);
        REQUIRE(settlement.files.size() == 2);
        REQUIRE(intake.files.size() == 2);
        const Json settings = open_vault(salon.place(), Access::read).settings();
        const Locale locale = load_locale(salon.place().resources.templates(), text_at(settings, "locale"));
        const Json salon_section = settings.at("salon");
        for (const auto& copy : settlement.files) {
            const std::string text = pdf_text(copy);
            for (const std::string& expected : expected_texts(file, locale))
                CHECK_THAT(text, Catch::Contains(without_blanks(expected)));
            CHECK_THAT(text, Catch::Contains(without_blanks(text_at(salon_section, "salon_name"))));
            CHECK_THAT(text, !Catch::Contains("{{") && !Catch::Contains("[…]"));
        }
        CHECK_THAT(pdf_text(intake.files[0]), Catch::Contains(without_blanks(text_at(file.at("client"), "client_name"))));
        CHECK(salon.is_intact());
    }
}

TEST_CASE("a whole story is issued record by record, each in its copies, the client unnamed in internal ones") {
    Salon salon("salon-en.toml");
    REQUIRE(salon.made().empty());
    const std::string number = salon.open("en-story.json");
    const Json file = read_case_file(sample("en-story.json"));
    const std::string client = without_blanks(text_at(file.at("client"), "client_name"));
    std::size_t issued_forms = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "forms")) {
        if (entry.path().extension() != ".json" || entry.path().stem() == "types") continue;
        const Json form = read_case_file(entry.path());
        INFO(entry.path().stem().string());
        REQUIRE(file.contains(text_at(form, "section")));
        const Issued issued = salon.issue(entry.path().stem().string(), number);
        REQUIRE(issued.files.size() == form.at("copies").get<std::size_t>());
        for (const auto& copy : issued.files) {
            const std::string text = pdf_text(copy);
            CHECK_THAT(text, !Catch::Contains("{{") && !Catch::Contains("[…]"));
            CHECK((text.find(client) == std::string::npos) == form.value("internal", false));
        }
        ++issued_forms;
    }
    CHECK(issued_forms == 14);
    CHECK(salon.is_intact());
}

TEST_CASE("a payment made along with a repeat is told in the protocol, in figures, words and proof") {
    Salon salon("salon-en.toml");
    const std::string text = pdf_text(salon.issue("delivery_protocol", salon.open("en-story.json")).files.at(0));
    for (const char* told : {"***£240.00***", "two hundred and forty pounds", "bank confirmation of 15 June 2026"})
        CHECK_THAT(text, Catch::Contains(without_blanks(told)));
}

TEST_CASE("a photo sheet names its photographs by the numbers that consents use") {
    Salon salon("salon-en.toml");
    const std::string text = pdf_text(salon.issue("photo_sheet", salon.open("en-story.json")).files.at(0));
    for (const char* told : {"F-2026-0102-01", "F-2026-0102-02", "F-2026-0102-03"})
        CHECK_THAT(text, Catch::Contains(without_blanks(told)));
}

TEST_CASE("the client of a salon that is in no scheme is not sent to one") {
    Salon salon("salon-en.toml");
    const std::string number = salon.open("en-cleaning.json");
    const Issued issued = salon.issue("reply", number, {{"adr_body", "none, we are in no scheme"}});
    const std::string text = pdf_text(issued.files.at(0));
    CHECK_THAT(text, Catch::Contains(without_blanks("none, we are in no scheme")));
    CHECK_THAT(text, !Catch::Contains(without_blanks("you can turn to")));
}

TEST_CASE("both parties stand on every page of every copy") {
    Salon salon;
    const Issued issued = salon.issue("settlement", salon.open("pl-hair.json"));
    for (const auto& file : issued.files)
        for (const std::string& page : pdf_pages(file)) {
            CHECK_THAT(page, Catch::Contains("SET-2099-0001"));
            CHECK_THAT(page, Catch::Contains("Salon"));
            CHECK_THAT(page, Catch::Contains("Klient"));
        }
}

TEST_CASE("every story opens and issues every record it answers, with every word of it") {
    for (const std::string& language : languages) {
        Salon salon("salon-" + language + ".toml");
        const Json file = read_case_file(sample(language + "-story.json"));
        const CaseOutcome opened = open_case(salon.place(), sample(language + "-story.json"));
        CHECK(worst(opened.findings) <= Level::note);
        for (const std::string& form : records_of(file)) {
            INFO(language << ": " << form);
            const Issued issued = salon.issue(form, opened.number);
            CHECK(worst(issued.findings) <= Level::warning);
            REQUIRE_FALSE(issued.files.empty());
            CHECK(missing_words(file, form, pdf_text(issued.files.back())) == "");
        }
        CHECK(salon.is_intact());
    }
}

TEST_CASE("the treatment of every visit issues every record it answers, with every word of it") {
    for (const std::string& language : languages) {
        Salon salon("salon-" + language + ".toml");
        const Json file = read_case_file(sample(language + "-visit.json"));
        const CaseOutcome opened = open_case(salon.place(), case_of_visit(salon, language));
        CHECK(worst(opened.findings) <= Level::note);
        for (const std::string& form : records_of(file)) {
            if (form == "settlement") continue;
            INFO(language << ": " << form);
            const Issued issued = salon.issue(form, opened.number);
            CHECK(worst(issued.findings) <= Level::warning);
            REQUIRE_FALSE(issued.files.empty());
            CHECK(missing_words(file, form, pdf_text(issued.files.back())) == "");
        }
    }
}

TEST_CASE("the acceptance record names the settlement that stands, without being told") {
    Salon salon;
    const std::string number = salon.open("pl-story.json");
    (void)salon.issue("settlement", number);
    CHECK_THAT(pdf_text(salon.issue("delivery_protocol", number).files.at(0)), Catch::Contains("SET-2099-0001"));
}
