#include <catch2/catch.hpp>

#include "base/error.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

Json small_case() {
    return {{"jurisdiction", "PL"},
            {"language", "pl"},
            {"client", {{"client_name", "Ewa Ó"}, {"client_contact", "ewa@klientka.example"}}},
            {"intake", {{"treatment_name", "Manicure"}, {"treatment_date", "2026-05-02"},
                        {"received_at", "2026-05-08T18:40:00+02:00"},
                        {"event_description", "Po czterech dniach trzy paznokcie unoszą się przy skórkach."}}}};
}

bool names(const Findings& findings, const std::string& text) {
    for (const Finding& finding : findings)
        if ((finding.where + ": " + finding.what).find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a case opens with what its file brings and is found again") {
    Salon salon;
    const CaseOutcome opened = open_case(salon.place(), salon.file_with("case.json", small_case()));
    CHECK(opened.number == "2099-0001");
    const std::vector<CaseSummary> cases = list_cases(salon.place());
    REQUIRE(cases.size() == 1);
    CHECK(cases[0].client == "Ewa Ó");
    CHECK(salon.is_intact());
}

TEST_CASE("a case file in TOML opens as well") {
    Salon salon;
    write_file_durably(salon.path("case.toml"),
                       "jurisdiction = \"PL\"\nlanguage = \"pl\"\n[client]\nclient_name = \"Ewa Ó\"\n[intake]\n"
                       "treatment_name = \"Manicure\"\ntreatment_date = 2026-05-02\nreceived_at = 2026-05-08T18:40:00+02:00\n"
                       "event_description = \"Po czterech dniach trzy paznokcie unoszą się przy skórkach.\"\n", 0600);
    CHECK(open_case(salon.place(), salon.path("case.toml")).number == "2099-0001");
}

TEST_CASE("another salon's case file is refused and changes nothing") {
    Salon salon;
    Json file = small_case();
    file["salon"] = {{"salon_name", "Salon Zupełnie Inny"}};
    const CaseOutcome refused = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(refused.number.empty());
    CHECK(names(refused.findings, "another salon's"));
    CHECK(list_cases(salon.place()).empty());
}

TEST_CASE("everything wrong with a case file is told at once") {
    Salon salon;
    Json file = small_case();
    file["client"].erase("client_name");
    file["intake"] = "text";
    const CaseOutcome refused = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(refused.number.empty());
    CHECK(names(refused.findings, "client_name"));
    CHECK(names(refused.findings, "intake"));
}

TEST_CASE("a photograph outside the case file's folder is not taken in") {
    Salon salon;
    Json file = small_case();
    file["photo_sheet"]["photos"] = {{{"file", "../../etc/passwd"}, {"phase", "before"}}};
    const CaseOutcome refused = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(refused.number.empty());
    CHECK(list_cases(salon.place()).empty());
}

TEST_CASE("one unusable photograph keeps the whole case out, and both bad ones are named") {
    Salon salon;
    write_file_durably(salon.path("text.jpg"), "not a picture", 0600);
    write_file_durably(salon.path("movie.jpg"), std::string("\0\0\0\x18" "ftypmp42", 12) + std::string(40, 'x'), 0600);
    Json file = small_case();
    file["photo_sheet"]["photos"] = {{{"file", "text.jpg"}, {"phase", "before"}}, {{"file", "movie.jpg"}, {"phase", "after"}}};
    const CaseOutcome refused = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(refused.number.empty());
    CHECK(names(refused.findings, "text.jpg"));
    CHECK(names(refused.findings, "movie.jpg"));
    CHECK(list_cases(salon.place()).empty());
}

TEST_CASE("a fingerprint that differs from the bytes is a warning, and ours is kept") {
    Salon salon;
    write_file_durably(salon.path("receipt.txt"), "Paragon 480,00", 0600);
    Json file = small_case();
    file["evidence"] = {{{"attachment_no", 1}, {"attachment_kind", "receipt"}, {"attachment_title", "Paragon"},
                         {"file", "receipt.txt"}, {"sha256", std::string(64, 'a')}}};
    const CaseOutcome opened = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(opened.number == "2099-0001");
    CHECK(names(opened.findings, "its fingerprint is not the one the case file states"));
    CHECK(show_case(salon.place(), "2099-0001").attachments.at(0).at("sha256") == to_hex(sha256("Paragon 480,00")));
}

TEST_CASE("sections brought later replace what they name and leave the rest") {
    Salon salon;
    (void)open_case(salon.place(), salon.file_with("case.json", small_case()));
    const CaseOutcome added = add_to_case(salon.place(), "2099-0001",
                                          salon.file_with("more.json", {{"client", {{"client_address", "ul. Krótka 1"}}}}));
    CHECK(added.number == "2099-0001");
    const Vault vault = open_vault(salon.place(), Access::read);
    CHECK(vault.find_case("2099-0001")->sections.at("client") ==
          Json({{"client_name", "Ewa Ó"}, {"client_contact", "ewa@klientka.example"}, {"client_address", "ul. Krótka 1"}}));
}

TEST_CASE("the same complaint opened twice is told") {
    Salon salon;
    Json file = small_case();
    file["intake"]["case_number"] = "REK/2026/030";
    (void)open_case(salon.place(), salon.file_with("case.json", file));
    const CaseOutcome again = open_case(salon.place(), salon.file_with("case.json", file));
    CHECK(again.number == "2099-0002");
    CHECK(names(again.findings, "'REK/2026/030' is also the number of case 2099-0001"));
}

TEST_CASE("a case is closed once") {
    Salon salon;
    (void)open_case(salon.place(), salon.file_with("case.json", small_case()));
    CHECK(close_case(salon.place(), "2099-0001", {"performed", "test", "Nobody"}).number == "2099-0001");
    CHECK_THROWS_WITH(close_case(salon.place(), "2099-0001", {}), Catch::Contains("is closed already"));
    CHECK_FALSE(list_cases(salon.place()).at(0).closed.empty());
}

TEST_CASE("a case that is not there is named with where to look") {
    Salon salon;
    CHECK_THROWS_WITH(show_case(salon.place(), "2099-0009"), Catch::Contains("'2099-0009': is not in this vault; see ugoda case list"));
}

TEST_CASE("a salon file without what must stand on paper makes no vault, and says all of it") {
    const TemporaryFolder folder;
    const FakeClock clock;
    write_file_durably(folder / "salon.toml", "locale = \"pl-PL\"\n[salon]\nsalon_name = \"Studio\"\n", 0600);
    const Workplace place{folder / "vault", {folder / "state", &clock, nullptr}, {}, ""};
    const Findings findings = create_vault(place, folder / "salon.toml");
    CHECK(worst(findings) == Level::stop);
    CHECK(names(findings, "salon.salon_address"));
    CHECK(names(findings, "salon.privacy_contact"));
    CHECK_FALSE(std::filesystem::exists(folder / "vault"));
}

TEST_CASE("null in a case file says nothing and breaks nothing") {
    Salon salon;
    Json file = small_case();
    file["photo_sheet"] = nullptr;
    file["evidence"] = {{{"attachment_no", nullptr}, {"attachment_title", "Paragon"}, {"attachment_kind", "receipt"},
                         {"page_count", nullptr}}};
    CHECK(open_case(salon.place(), salon.file_with("case.json", file)).number == "2099-0001");
}

TEST_CASE("settings that cannot be worked with are not accepted, and named") {
    Salon salon;
    const auto toml = salon.place().vault / "vault.toml";
    std::string text = read_file(toml, 1 << 20, Fault::internal);
    const std::string limit = "photo_megapixels = 60";
    REQUIRE(text.find(limit) != std::string::npos);
    text.replace(text.find(limit), limit.size(), "photo_megapixels = -1");
    write_file_durably(toml, text, 0600);
    const Acceptance acceptance = accept_settings(salon.place());
    CHECK_FALSE(acceptance.is_new);
    CHECK(names(acceptance.findings, "limits.photo_megapixels"));
}
