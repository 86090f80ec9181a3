// Salon files from which no vault can be made.
#include <catch2/catch.hpp>

#include "hostile/shell.h"
#include "intake/sample_case.h"
#include "workflow/check_settings.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

/// `init` with that salon file is refused, says so, and leaves nothing.
void check_no_vault(Shell& shell, const Json& salon, const std::string& says) {
    const Outcome outcome =
        shell.run({"init", shell.path("other"), "--salon", shell.json_file("salon.json", salon)});
    INFO(salon.dump().substr(0, 200));
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    check_clear(outcome.err);
    CHECK_THAT(outcome.err, Catch::Contains(says));
    CHECK_FALSE(std::filesystem::exists(shell.path("other")));
}

/// A case file serves as a salon file.
Json salon_file() { return sample_case("pl-hair.json"); }

}  // namespace

TEST_CASE("each fact about the salon that must stand on paper is missed by its name") {
    Shell shell;
    for (const char* field : {"salon_name", "salon_legal_form", "salon_address", "salon_tax_id",
                              "salon_registration", "salon_contact", "salon_representative",
                              "salon_representative_capacity", "privacy_contact"})
        for (const Json& wrong :
             {Json(), Json(7), Json(Json::array({"x"})), Json(std::string(401, 'x')), Json(" ")}) {
            Json file = salon_file();
            file["salon"][field] = wrong;
            check_no_vault(shell, file, std::string("salon.") + field);
        }
}

TEST_CASE("what the settings take of the salon, every form takes") {
    int tried = 0;
    for (const char* name : {"intake", "settlement"}) {
        const Form form = form_named(name);
        for (const Field& field : form.fields) {
            const std::string place = "salon." + field.name;
            if (field.type != FieldType::text || field.from.empty() ||
                field.from.front().path != place)
                continue;
            std::size_t most = 1;
            for (std::size_t size = 100; size <= 2000; size += 50) {
                const Json settings = {{"salon", {{field.name, std::string(size, 'x')}}}};
                if (at(check_settings(settings), place).empty()) most = size;
            }
            INFO(place << " of " << most << " characters in " << name);
            const SampleCase sample = SampleCase("pl-hair").with({{place, std::string(most, 'x')}});
            CHECK(most >= 200);
            CHECK(at(check(form, sample.answers(form)), place).empty());
            ++tried;
        }
    }
    CHECK(tried >= 15);
}

TEST_CASE("a salon file of odd shapes is refused by what is wrong with it") {
    Shell shell;
    const auto with = [](const std::string& key, const Json& value) {
        Json file = salon_file();
        file[key] = value;
        return file;
    };
    check_no_vault(shell, with("salon", Json::array()), "salon.salon_name");
    check_no_vault(shell, with("salon", "Studio"), "salon.salon_name");
    check_no_vault(shell, with("jurisdiction", "XX"), "under which law");
    check_no_vault(shell, with("locale", "xx-XX"), "under which law");
    check_no_vault(shell, with("staff", "Anna"), "staff: names nobody");
    check_no_vault(shell, with("staff", {"Anna"}), "staff.id");
    check_no_vault(shell, with("staff", {{{"id", "Anna Kowalska"}}}), "staff.id");
    check_no_vault(shell, with("staff", {{{"id", "a\x1b"}}}), "staff.id");
    check_no_vault(shell, with("limits", 60), "limits: is not a table");
    check_no_vault(shell, with("limits", {{"photo_megapixels", 0}}), "limits.photo_megapixels");
    check_no_vault(shell, with("limits", {{"photo_megabytes", 1e9}}), "limits.photo_megabytes");
    check_no_vault(shell, with("limits", {{"x\x1b", "y"}}), "limits.x\\u{1b}");
    check_no_vault(shell, with("time_zone", "Mars/Base"), "time_zone");
    check_no_vault(shell, with("currency", "złoty"), "currency");
    check_no_vault(shell, with("approved", "all"), "approved: is not a list");
}

TEST_CASE("a salon file that names nobody of its staff is one whose owner works alone") {
    Shell shell;
    REQUIRE(shell
                .run({"init", shell.path("other"), "--salon",
                      shell.json_file("salon.json", salon_file())})
                .code == 0);
    CHECK(shell.run({"--vault", shell.path("other"), "verify"}).code == 0);
}

TEST_CASE(
    "a salon's texts with quotes, line ends and control characters come back as they went in") {
    Shell shell;
    Json file = salon_file();
    file["salon"]["insurer_name"] =
        std::string("a\"b\\c\td\ne\x01\x7f'''\"\"\"\0f", 19) + "\u202e😕";
    file["salon"]["a key = [x]\n"] = "odd";
    REQUIRE(shell.run({"init", shell.path("other"), "--salon", shell.json_file("salon.json", file)})
                .code == 0);
    CHECK(shell.run({"--vault", shell.path("other"), "verify"}).code == 0);
    CHECK(shell.run({"--vault", shell.path("other"), "settings", "accept"}).code == 0);
}
