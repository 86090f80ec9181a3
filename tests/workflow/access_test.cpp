// What a client is given when they ask what the salon holds of them.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "workflow/add_note.h"
#include "workflow/give_access.h"
#include "workflow/show_client.h"
#include "workflow/visits.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

std::string bytes_of_file(const fs::path& file) { return read_file(file, 1u << 26, Fault::internal); }

}  // namespace

TEST_CASE("a client is given data, originals and records, and nothing of another client") {
    VisitedSalon salon;
    Json theirs = small_visit();
    theirs["client"] = {{"client_name", "Berta Bleibtreu"}, {"client_id", "K-2"}};
    (void)salon.visit(theirs);
    const std::string visit = salon.visit_with_files();
    (void)read_health(salon.place(), "K-00012", "przed zabiegiem");
    (void)add_note(salon.place(), visit, {"prosi o termin", "phone", "Ewa Ó", true, ""});
    (void)add_note(salon.place(), visit, {"rozmowa z prawnikiem", "phone", "mec. Nikt", false, ""});
    const fs::path out = salon.path("given");
    const Given given = give_access(salon.place(), "K-00012", out);
    CHECK(given.numbers == std::vector<std::string>{visit});
    const Json data = parse_json(bytes_of_file(out / "data.json"), "data.json");
    const Json& told = data.at("files_of").at(0);
    CHECK(told.at("sections").at("client_card").at("allergies") == Json({"akrylany"}));
    CHECK(told.at("notes").size() == 1);
    CHECK(told.at("health_read").at(0).at("why") == "przed zabiegiem");
    CHECK(bytes_of_file(out / told.at("photographs").at(0).at("file").get<std::string>()) == bytes_of_file(sample("photographs/before-1.jpg")));
    CHECK(bytes_of_file(out / told.at("documents").at(0).at("file").get<std::string>()) == "Paragon 120,00");
    REQUIRE(given.left_out.size() == 1);
    CHECK(given.left_out[0].find("a note of ") != std::string::npos);
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = bytes_of_file(entry.path());
        for (const char* needle : {"Bleibtreu", "prawnikiem", "mec. Nikt"}) CHECK(bytes.find(needle) == std::string::npos);
    }
    CHECK(bytes_of_file(out / "data.txt").find("akrylany") != std::string::npos);
    CHECK(pull_trail(salon.place(), visit).lines.back().kind == "access.given");
    CHECK(salon.is_intact());
}

TEST_CASE("records are given as the client's copy, and what is for the salon only is left out by name") {
    Salon salon;
    const std::string number = salon.open("pl-story.json");
    REQUIRE_FALSE(salon.issue("settlement", number).record.empty());
    const Given given = give_access(salon.place(), number.empty() ? "" : show_case(salon.place(), number).summary.client_id, salon.path("given"));
    CHECK(bytes_of_file(salon.path("given") / "records/SET-2099-0001-v1.pdf") == bytes_of_file(salon.out() / "SET-2099-0001_2of2.pdf"));
    bool is_named = false;
    for (const std::string& each : given.left_out) is_named = is_named || each.find("corrective_action (for the salon only)") != std::string::npos;
    CHECK(is_named);
    CHECK(bytes_of_file(salon.path("given") / "data.json").find("root_cause_class") == std::string::npos);
}

TEST_CASE("a folder that holds something is refused, and nothing is logged") {
    VisitedSalon salon;
    const std::string visit = salon.visit(small_visit());
    CHECK_THROWS_WITH(give_access(salon.place(), "K-00012", salon.path("vault")), Catch::Contains("is there already"));
    CHECK(pull_trail(salon.place(), visit).lines.size() == 1);
}
