// Samples are fixtures, so samples never rot: each opens, issues and says what it must.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

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

std::string section_of(const std::string& form) {
    const std::filesystem::path file = std::filesystem::path(UGODA_SOURCE_DIR) / "forms" / (form + ".json");
    return text_at(parse_json(read_file(file, 1u << 20, Fault::wording), form), "section");
}

/// Every form that the file has a section for; the settlement first, the others speak of it.
Names records_of(const Json& file) {
    Names forms;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "forms"))
        if (entry.path().extension() == ".json" && entry.path().stem() != "types" &&
            file.contains(section_of(entry.path().stem().string())))
            forms.push_back(entry.path().stem().string());
    std::sort(forms.begin(), forms.end());
    std::stable_partition(forms.begin(), forms.end(), [](const std::string& form) { return form == "settlement"; });
    return forms;
}

/// Every word that somebody wrote in the section, but for what the paper does not show: what the
/// salon notes for itself, and of a photograph the name of its file.
void collect_words(const Json& value, std::set<std::string>& words) {
    static const std::set<std::string> kept_inside{"note", "lawyer_name", "approved_by", "photos"};
    if (value.is_string() && value.get<std::string>().find(' ') != std::string::npos) {
        std::istringstream text(value.get<std::string>());
        for (std::string word; text >> word;) words.insert(word);
    }
    if (value.is_array())
        for (const Json& row : value) collect_words(row, words);
    if (value.is_object())
        for (const auto& member : value.items())
            if (!kept_inside.contains(member.key())) collect_words(member.value(), words);
}

/// What was written for this record and is not on its paper, and what should never be on any.
std::string missing_words(const Json& file, const std::string& section, const std::string& paper) {
    std::set<std::string> words;
    collect_words(file.at(section), words);
    std::string missing;
    for (const std::string& word : words)
        if (paper.find(word) == std::string::npos) missing += word + " ";
    for (const char* never : {"{{", "[…]"})
        if (paper.find(never) != std::string::npos) missing += std::string("there is ") + never;
    return missing;
}

/// Issues the record and holds its last copy against the case file.
void check_record(Salon& salon, const std::string& number, const Json& file, const std::string& form) {
    INFO(form);
    const Issued issued = salon.issue(form, number);
    CHECK(worst(issued.findings) <= Level::warning);
    REQUIRE_FALSE(issued.files.empty());
    CHECK(missing_words(file, section_of(form), pdf_text(issued.files.back())) == "");
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

TEST_CASE("a proposal that leaves the dispute open says whether the salon takes part in out-of-court resolution") {
    struct Told {
        const char *language, *agrees, *refuses;
    };
    // In Poland silence would count as consent, so it is said also where no body is named.
    for (const Told& told : {Told{"pl", "oświadczamy, że wyrażamy zgodę na udział", "oświadczamy, że nie wyrażamy zgody na udział"},
                             Told{"it", "il Salone intende avvalersi", "il Salone non intende avvalersi"},
                             Told{"es", "el Centro acepta someterse", "el Centro no acepta someterse"},
                             Told{"el", "η Επιχείρηση αποδέχεται", "η Επιχείρηση δεν αποδέχεται"},
                             Told{"en", "you can refer the matter to", "We are not a member of"}}) {
        INFO(told.language);
        const std::string language = told.language;
        Salon salon("salon-" + language + ".toml");
        Json file = read_case_file(sample(language + "-story.json"));
        file["client"]["client_is_consumer"] = true;
        file["reply"].erase("adr_body");
        file["reply"]["decision"] = "settlement_proposal";
        file["reply"].erase("rejected_part");
        for (const char* section : {"photo_sheet", "evidence"}) file.erase(section);  // their files lie elsewhere
        const std::string number = open_case(salon.place(), salon.file_with("story.json", file)).number;
        for (const auto& [statement, words] : {std::pair("agree", told.agrees), std::pair("refuse", told.refuses)}) {
            const Issued issued = salon.issue("reply", number, {{"adr_statement", statement}});
            REQUIRE_FALSE(issued.files.empty());
            CHECK_THAT(pdf_text(issued.files.at(0)), Catch::Contains(without_blanks(words)));
        }
    }
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
        INFO(language);
        for (const std::string& form : records_of(file)) check_record(salon, opened.number, file, form);
        CHECK(salon.is_intact());
    }
}

TEST_CASE("every visit opens and issues every record it answers, with every word of it") {
    for (const std::string& language : languages) {
        Salon salon("salon-" + language + ".toml");
        const Json file = read_case_file(sample(language + "-visit.json"));
        const CaseOutcome opened = open_visit(salon.place(), sample(language + "-visit.json"));
        CHECK(worst(opened.findings) <= Level::note);
        INFO(language);
        for (const std::string& form : records_of(file)) check_record(salon, opened.number, file, form);
    }
}

TEST_CASE("the acceptance record names the settlement that stands, without being told") {
    Salon salon;
    const std::string number = salon.open("pl-story.json");
    (void)salon.issue("settlement", number);
    CHECK_THAT(pdf_text(salon.issue("delivery_protocol", number).files.at(0)), Catch::Contains("SET-2099-0001"));
}
