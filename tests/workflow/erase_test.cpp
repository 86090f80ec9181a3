// Erasing a client: what goes, what stays and on which ground, and that nothing of it is found any more.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/pdf_text.h"
#include "workflow/add_note.h"
#include "workflow/clients.h"
#include "workflow/erase_client.h"
#include "workflow/holds.h"
#include "workflow/visits.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

const EraseOptions on_request{"request under art. 17", "Kamila Testowa", false};
const EraseOptions even_retained{"request under art. 17", "Kamila Testowa", true};

/// The samples' clock stands after every term: nothing but holds keeps anything.
struct ErasingSalon : VisitedSalon {
    using VisitedSalon::VisitedSalon;

    void close(const std::string& number) { (void)close_case(place(), number, {"over", "test", "Nobody"}); }

    /// Files under the vault and its state folder that hold these bytes, as they are or as JSON escapes them.
    [[nodiscard]] std::string files_with(const std::string& needle) const {
        const std::string escaped = Json(needle).dump(-1, ' ', true, Json::error_handler_t::replace);
        std::string found;
        for (const char* root : {"vault", "state"})
            for (const auto& entry : fs::recursive_directory_iterator(path(root))) {
                if (!entry.is_regular_file()) continue;
                const std::string bytes = read_file(entry.path(), 1u << 30, Fault::internal);
                for (const std::string& form : {needle, escaped.substr(1, escaped.size() - 2)})
                    if (bytes.find(form) != std::string::npos) found += entry.path().filename().string() + ' ';
            }
        return found;
    }
    /// The clock moved back: `years` after the samples' year.
    void be_in(int year) { clock().move((std::int64_t{year} - 2099) * 31557600); }
};

/// `2026-0001 photograph 1` -> `retention until 2032-12-31`.
std::map<std::string, std::string> told_of(const ErasurePlan& plan) {
    std::map<std::string, std::string> told;
    for (const HeldItem& item : plan.items)
        told[item.number + ' ' + item.what] = to_string(item.ground) + (item.until.empty() ? "" : " until " + item.until);
    return told;
}

}  // namespace

TEST_CASE("an erased client is found in no file under the vault, and another client is untouched") {
    ErasingSalon salon;
    Json theirs = small_visit();
    theirs["client"] = {{"client_name", "Berta Bleibtreu"}, {"client_id", "K-2"}};
    theirs["client_card"]["allergies"] = {"lateks"};
    const std::string other = salon.visit(theirs);
    const std::string visit = salon.visit_with_files();
    (void)add_note(salon.place(), visit, {"telefonowała w sprawie żółtych plam", "phone", "Ewa Ó", true, ""});
    const std::string number = salon.open("pl-hair.json");
    REQUIRE_FALSE(salon.issue("settlement", number).record.empty());
    salon.close(number);
    salon.clock().move(12 * 31557600);  // after every term
    const std::string photo = read_file(sample("photographs/before-1.jpg"), 1u << 24, Fault::internal).substr(4000, 64);
    const std::vector<std::string> needles = {"Ewa Ó", "K-00012", "ewa@klientka.example", "akrylany", "before-1.jpg", "receipt.txt",
                                              "Paragon 120,00", "żółtych plam", "Sennowidz-Mgiełka", "+48 000 000 714",
                                              "ul. Obłoczna 14", "REK/2026", photo};
    for (const std::string& needle : needles) {
        INFO(needle);
        if (needle != "REK/2026") CHECK(salon.files_with(needle) != "");
    }
    for (const char* client : {"K-00012", "K-00071"}) {
        const Erased erased = erase_client(salon.place(), client, on_request);
        INFO((erased.findings.empty() ? "" : erased.findings[0].what));
        CHECK(erased.staying.empty());
        CHECK(erased.events > 1);
    }
    for (const std::string& needle : needles) {
        INFO(needle);
        CHECK(salon.files_with(needle) == "");
    }
    CHECK(salon.is_intact());
    CHECK(salon.entry(other).sections.at("client").at("client_name") == "Berta Bleibtreu");
    const auto clients = list_clients(salon.place());
    REQUIRE(clients.size() == 1);
    CHECK(clients[0].id == "K-2");
    salon.clock().move(-12 * 31557600);
    CHECK(salon.open("pl-nails.json") == "2099-0002");  // numbers are not given again
    CHECK(salon.issue("settlement", "2099-0002").record == "SET-2099-0002");
    CHECK(salon.is_intact());
}

TEST_CASE("what statistics need of an erased case stays, and nothing that somebody wrote") {
    ErasingSalon salon;
    const std::string number = salon.open("pl-hair.json");
    REQUIRE_FALSE(salon.issue("settlement", number).record.empty());
    salon.close(number);
    (void)erase_client(salon.place(), number, even_retained);
    const Vault vault = open_vault(salon.place(), Access::read);
    const EventEntry last = vault.events(number).back();
    REQUIRE(last.header.kind == "erased");
    const Json& skeleton = last.payload->content.at("skeleton");
    CHECK(skeleton.at("variant") == "C_payment_no_admission");
    CHECK(skeleton.at("price_paid") == Json({{"amount_minor", 52000}, {"currency", "PLN"}}));
    CHECK(skeleton.at("received_at") == "2026-03-03");
    CHECK(last.payload->content.at("by") == "Kamila Testowa");
    CHECK_FALSE(skeleton.contains("client_demand_text"));
    CHECK(pull_trail(salon.place(), number).lines.back().what.find("request under art. 17, by Kamila Testowa") != std::string::npos);
}

TEST_CASE("a dry run writes nothing") {
    ErasingSalon salon;
    (void)salon.visit_with_files();
    const auto state = [&] {
        std::map<std::string, std::string> bytes;
        for (const char* root : {"vault", "state"})
            for (const auto& entry : fs::recursive_directory_iterator(salon.path(root)))
                if (entry.is_regular_file()) bytes[entry.path()] = read_file(entry.path(), 1u << 30, Fault::internal);
        return bytes;
    };
    const auto before = state();
    CHECK(show_erasure(salon.place(), "K-00012").items.size() > 3);
    CHECK(state() == before);
}

TEST_CASE("an open case is held, whatever was decided, and so is the visit it is about") {
    ErasingSalon salon;
    const std::string visit = salon.visit_with_files();
    const std::string number = salon.complain(small_complaint(), {visit}).number;
    for (const HeldItem& item : show_erasure(salon.place(), "K-00012").items) {
        CHECK(item.ground == Ground::hold);
        CHECK(item.basis.find("the case is open") != std::string::npos);
    }
    const Erased erased = erase_client(salon.place(), "K-00012", even_retained);
    CHECK(erased.on.empty());
    CHECK(worst(erased.findings) == Level::stop);
    CHECK(salon.entry(visit).sections.contains("client"));
    salon.close(number);
    CHECK(erase_client(salon.place(), "K-00012", even_retained).staying.empty());
    CHECK(salon.is_intact());
}

TEST_CASE("a hold set by hand keeps a case until it is released, and needs a reason") {
    ErasingSalon salon;
    const std::string visit = salon.visit(small_visit());
    CHECK_THROWS_WITH(hold_case(salon.place(), visit, " "), Catch::StartsWith("--why"));
    CHECK_THROWS_WITH(release_case(salon.place(), visit, "x"), Catch::Contains("is not held"));
    hold_case(salon.place(), visit, "her lawyer wrote");
    CHECK_THROWS_WITH(hold_case(salon.place(), visit, "again"), Catch::Contains("is held already"));
    CHECK(worst(erase_client(salon.place(), visit, even_retained).findings) == Level::stop);
    CHECK(pull_trail(salon.place(), visit).lines.back().what == "held: her lawyer wrote");
    release_case(salon.place(), visit, "withdrawn");
    CHECK(erase_client(salon.place(), visit, on_request).events == 3);
}

TEST_CASE("what a retention term keeps goes only by decision, and what a tax duty keeps not even then") {
    ErasingSalon salon;
    salon.be_in(2027);
    const std::string visit = salon.visit_with_files();
    const auto told = told_of(show_erasure(salon.place(), "K-00012"));
    CHECK(told.at(visit + " client_card") == "retention until 2032-12-31");
    CHECK(told.at(visit + " photograph 1") == "retention until 2032-12-31");
    CHECK(told.at(visit + " attachment 3") == "law until 2031-12-31");
    CHECK(worst(erase_client(salon.place(), "K-00012", on_request).findings) == Level::stop);

    const Erased erased = erase_client(salon.place(), "K-00012", even_retained);
    REQUIRE(erased.staying.size() == 1);
    CHECK(erased.staying[0].what == "attachment 3");
    CHECK(salon.files_with("akrylany") == "");
    CHECK(salon.files_with("Paragon 120,00") != "");
    const Vault vault = open_vault(salon.place(), Access::read);
    CHECK(vault.events(visit).back().payload->content.at("ground") == "decision before the retention term ended");
    CHECK(salon.is_intact());
    CHECK(told_of(show_erasure(salon.place(), visit)).size() == 1);  // found by its number from now on
    salon.clock().move(6 * 31557600);
    CHECK(erase_client(salon.place(), visit, on_request).staying.empty());
    CHECK(salon.files_with("Paragon 120,00") == "");
    CHECK(salon.is_intact());
}

TEST_CASE("each country's terms are its own") {
    const std::vector<std::tuple<std::string, std::string, std::string>> terms = {{"PL", "2032-12-31", "2031-12-31"},
                                                                                  {"IT", "2036-05-02", "2036-12-31"},
                                                                                  {"ES", "2031-05-02", "2032-12-31"},
                                                                                  {"GR", "2031-05-02", "2031-12-31"},
                                                                                  {"GB", "2032-05-02", "2032-12-31"}};
    ErasingSalon salon;
    salon.be_in(2027);
    for (const auto& [country, health, tax] : terms) {
        INFO(country);
        write_file_durably(salon.path("receipt.txt"), "Paragon " + country, 0600);
        Json file = small_visit();
        file["jurisdiction"] = country;
        file["client"]["client_id"] = country;
        file["evidence"] = {{{"attachment_no", 1}, {"attachment_kind", "receipt"}, {"attachment_title", "Paragon"}, {"file", "receipt.txt"}}};
        const std::string visit = salon.visit(file);
        const auto told = told_of(show_erasure(salon.place(), country));
        CHECK(told.at(visit + " treatment") == "retention until " + health);
        CHECK(told.at(visit + " attachment 1") == "law until " + tax);
    }
}

TEST_CASE("who was a minor, and whose body was harmed, is kept for as long as they may claim") {
    ErasingSalon salon;
    salon.be_in(2027);
    Json young = small_visit();
    young["client"]["client_birth_date"] = "2015-01-10";
    const std::string visit = salon.visit(young);
    CHECK(told_of(show_erasure(salon.place(), visit)).at(visit + " treatment") == "retention until 2035-01-10");
    Json laser = small_visit();
    laser["treatment"]["invasive_or_laser"] = true;
    const std::string treated = salon.visit(laser);
    CHECK(told_of(show_erasure(salon.place(), treated)).at(treated + " treatment") == "retention until 2036-12-31");
}

TEST_CASE("an erasure is logged with reason and name, and neither may name the client") {
    ErasingSalon salon;
    const std::string visit = salon.visit(small_visit());
    CHECK_THROWS_WITH(erase_client(salon.place(), visit, {"", "Kamila", false}), Catch::StartsWith("--why"));
    CHECK_THROWS_WITH(erase_client(salon.place(), visit, {"x", " ", false}), Catch::StartsWith("--by"));
    CHECK_THROWS_WITH(erase_client(salon.place(), visit, {"k-00012 asked", "Kamila", false}), Catch::Contains("names the client"));
    CHECK_THROWS_WITH(erase_client(salon.place(), "nobody", on_request), Catch::Contains("is not in this vault"));
    CHECK(salon.entry(visit).sections.contains("client"));
}

TEST_CASE("a certificate is made in every language, names the client on their copy only, and is kept nowhere in the vault") {
    for (const char* language : {"pl", "it", "es", "el", "en"}) {
        INFO(language);
        ErasingSalon salon("salon-" + std::string(language) + ".toml");
        const std::string visit = salon.visit_with_files();
        EraseOptions options = on_request;
        options.out = salon.out();
        const Erased erased = erase_client(salon.place(), visit, options);
        REQUIRE(erased.files_written.size() == 2);
        const std::string salons = pdf_text(erased.files_written[0]), clients = pdf_text(erased.files_written[1]);
        CHECK(salons.find(without_blanks("Ewa Ó")) == std::string::npos);
        CHECK(clients.find(without_blanks("Ewa Ó")) != std::string::npos);
        for (const std::string& text : {salons, clients}) {
            CHECK(text.find(without_blanks(visit)) != std::string::npos);
            CHECK(text.find("{{") == std::string::npos);
        }
        CHECK(salon.files_with(to_hex(sha256(read_file(erased.files_written[1], 1u << 26, Fault::internal)))) == "");
        CHECK(salon.files_with("Ewa Ó") == "");
        CHECK(salon.is_intact());
    }
}

TEST_CASE("a certificate that cannot be written is told before anything is erased") {
    ErasingSalon salon;
    const std::string visit = salon.visit(small_visit());
    EraseOptions options = on_request;
    options.out = salon.path("nowhere");
    CHECK_THROWS_WITH(erase_client(salon.place(), visit, options), Catch::Contains("is not a folder"));
    CHECK(salon.entry(visit).sections.contains("client"));
}
