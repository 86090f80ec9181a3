#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/fix_record.h"
#include "workflow/salon.h"
#include "workflow/seals.h"

using namespace ugoda;

namespace {

std::string bytes_of_file(const std::filesystem::path& file) { return read_file(file, 100u << 20, Fault::internal); }

/// What the seal is over: another seal has other bytes.
std::string without_seal(const std::string& pdf) {
    const auto begin = pdf.find("/Contents <3"), end = pdf.find('>', begin);
    REQUIRE(end != std::string::npos);
    return pdf.substr(0, begin) + pdf.substr(end);
}

}  // namespace

TEST_CASE("a settlement comes in two copies that name their party") {
    Salon salon;
    const Issued issued = salon.issue("settlement", salon.open("pl-hair.json"));
    CHECK(issued.record == "SET-2099-0001");
    REQUIRE(issued.files.size() == 2);
    CHECK(issued.files[0].filename() == "SET-2099-0001_1of2.pdf");
    CHECK(issued.files[1].filename() == "SET-2099-0001_2of2.pdf");
    for (const auto& file : issued.files) CHECK_THAT(pdf_text(file), Catch::Contains("SET-2099-0001"));
    CHECK(salon.is_intact());
}

TEST_CASE("issuing the same again gives the same record and the same bytes") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued first = salon.issue("settlement", number);
    const std::string before = bytes_of_file(first.files.at(0));
    salon.clock().move(3600);
    const Issued again = salon.issue("settlement", number);
    CHECK(again.record == first.record);
    CHECK(again.version == 1);
    CHECK(bytes_of_file(again.files.at(0)) == before);
    CHECK(open_vault(salon.place(), Access::read).records(number).size() == 1);
}

TEST_CASE("changed answers make version 2, which names the version it replaces") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued first = salon.issue("settlement", number);
    const Issued second = salon.issue("settlement", number, {{"agreement_time", "18:45"}});
    CHECK(second.record == first.record);
    CHECK(second.version == 2);
    CHECK(second.files.at(0).filename() == "SET-2099-0001-v2_1of2.pdf");
    const std::vector<RecordEntry> records = open_vault(salon.place(), Access::read).records(number);
    REQUIRE(records.size() == 2);
    CHECK(records[1].fixed.at("replaces").at("version") == 1);
}

TEST_CASE("a draft has no number and leaves no trace in the log") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const std::uint64_t size = open_vault(salon.place(), Access::read).size();
    const Issued draft = issue_record(salon.place(), {"settlement", number, Json::object(), ""}, {salon.out(), true, "", ""});
    CHECK(draft.record.empty());
    REQUIRE(draft.files.size() == 1);
    CHECK(open_vault(salon.place(), Access::read).size() == size);
    CHECK_THAT(pdf_text(draft.files[0]), !Catch::Contains("SET-2099"));
}

TEST_CASE("a sum to a consumer without a day to reflect is refused and issues nothing") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued refused = salon.issue("settlement", number, {{"reflection_days", 0}});
    CHECK(worst(refused.findings) == Level::stop);
    CHECK(refused.record.empty());
    CHECK(std::filesystem::is_empty(salon.out()));
    CHECK(open_vault(salon.place(), Access::read).records(number).empty());
}

TEST_CASE("words that name another amount than the figures are refused") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued refused = salon.issue("settlement", number, {{"amount_words", "sto złotych 00/100"}});
    CHECK(worst(refused.findings) == Level::stop);
    CHECK(refused.record.empty());
}

TEST_CASE("a decision waits for a name and a reason, and both are logged") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Json unread = {{"lawyer_reviewed", false}};
    CHECK(worst(salon.issue("settlement", number, unread).findings) == Level::decision);
    const Issued decided = issue_record(salon.place(), {"settlement", number, unread, ""},
                                        {salon.out(), false, "klientka wyjeżdża jutro", "Kalina Zmyślona"});
    CHECK(decided.record == "SET-2099-0001");
    const Json despite = open_vault(salon.place(), Access::read).records(number).at(0).fixed.at("despite");
    CHECK(despite.at("by") == "Kalina Zmyślona");
    CHECK(despite.at("reason") == "klientka wyjeżdża jutro");
}

TEST_CASE("a form, a locale and a case that do not exist are named with what there is") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK_THROWS_WITH(salon.issue("setlement", number), Catch::Contains("intake, photo_sheet"));
    CHECK_THROWS_WITH(salon.issue("../settlement", number), Catch::Contains("does not exist"));
    CHECK_THROWS_WITH(issue_record(salon.place(), {"settlement", number, Json::object(), "en-PL"}, {salon.out(), false, "", ""}),
                      Catch::Contains("en-PL"));
    CHECK_THROWS_AS(salon.issue("settlement", "2026-0099"), Error);
}

TEST_CASE("Polish wording is not put under a British case") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued refused = issue_record(salon.place(), {"settlement", number, Json::object(), "en-GB"}, {salon.out(), false, "", ""});
    CHECK(worst(refused.findings) == Level::stop);
    CHECK(refused.record.empty());
}

TEST_CASE("a crash between fixing and issuing leaves a record that the same command finishes") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    std::string rendered;
    {
        Vault vault = open_vault(salon.place(), Access::write);
        const RecordContent content =
            gather_content(vault, existing_case(vault, number), load_wording(salon.place().resources, "settlement", "pl-PL"),
                           {"settlement", number, Json::object(), ""});
        const RecordEntry fixed = fix_record(vault, content, Json(), "owner");
        const std::string checkpoint = vault.signed_checkpoint(fixed.fixed_seq + 1);
        const Seal seal = load_seal(vault, fixed.fixed_time);
        rendered = render_copies(vault, content, fixed, checkpoint, {salon.place().resources, seal}).at(1).pdf;
    }
    salon.clock().move(86400);
    const Issued finished = salon.issue("settlement", number);
    CHECK(finished.record == "SET-2099-0001");
    CHECK(finished.version == 1);
    CHECK(open_vault(salon.place(), Access::read).records(number).size() == 1);
    CHECK(without_seal(bytes_of_file(finished.files.at(1))) == without_seal(rendered));
    CHECK(salon.is_intact());
}

TEST_CASE("an unfinished text is refused before anything is logged") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::uint64_t size = open_vault(salon.place(), Access::read).size();
    const Issued refused = salon.issue("settlement", number, {{"client_position", "Klientka uważa, że […]"}});
    CHECK(worst(refused.findings) == Level::stop);
    CHECK(open_vault(salon.place(), Access::read).size() == size);
}

TEST_CASE("a character that cannot be printed is told when the record is issued") {
    Salon salon;
    const Issued issued = salon.issue("settlement", salon.open("pl-hair.json"), {{"client_position", "Farba była za mocna 😕."}});
    CHECK(issued.record == "SET-2099-0001");
    CHECK_THAT(pdf_text(issued.files.at(1)), Catch::Contains("[confusedface]"));
}

TEST_CASE("a blank name decides nothing") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const Issued refused = issue_record(salon.place(), {"settlement", number, {{"lawyer_reviewed", false}}, ""},
                                        {salon.out(), false, " ", "\t"});
    CHECK(worst(refused.findings) == Level::decision);
    CHECK(refused.record.empty());
}

TEST_CASE("another file of the same name is not written over") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    write_file_durably(salon.out() / "SET-2099-0001_1of2.pdf", "another salon's", 0600);
    CHECK_THROWS_WITH(salon.issue("settlement", number), Catch::Contains("another file of that name is there"));
    CHECK(bytes_of_file(salon.out() / "SET-2099-0001_1of2.pdf") == "another salon's");
    CHECK(salon.is_intact());
}
