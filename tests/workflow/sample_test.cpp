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

std::vector<std::string> samples() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "samples"))
        if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string salon_of(const std::string& sample_name) {
    return "salon-" + sample_name.substr(0, sample_name.find('-')) + ".toml";
}

/// What the two parties would look for on the paper.
std::vector<std::string> expected_texts(const Json& file, const Locale& locale) {
    const Json& settlement = file.at("settlement");
    std::vector<std::string> texts = {text_at(file.at("client"), "client_name"), text_at(settlement, "agreement_place")};
    for (const char* field : {"amount_figures", "refund_amount", "voucher_value"})
        if (const auto money = money_from(settlement.value(field, Json()))) {
            texts.push_back("***" + money_text(*money, locale) + "***");
            texts.push_back(money_words(*money, locale));
        }
    return texts;
}

}  // namespace

TEST_CASE("there is a sample of every variant of the settlement") {
    std::set<std::string> variants;
    for (const std::string& name : samples())
        variants.insert(text_at(read_case_file(sample(name)).at("settlement"), "variant"));
    CHECK(variants == std::set<std::string>{"A_remedy", "AB", "AC", "BC", "B_refund", "C_payment_no_admission"});
}

TEST_CASE("every sample opens, and its settlement and intake name the parties, the place and the amounts") {
    for (const std::string& name : samples()) {
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
