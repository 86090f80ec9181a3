#include <catch2/catch.hpp>

#include "base/error.h"
#include "picture/made_pictures.h"
#include "support/pdf_text.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

bool says(const Findings& findings, const std::string& text) {
    for (const Finding& finding : findings)
        if (finding.what.find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a photograph's bytes are kept as they came, under their hash") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const std::size_t had = show_case(salon.place(), number).photos.size();
    const AddedFiles added = add_photos(salon.place(), number, {{sample("photographs/before-1.jpg"), "before"}});
    REQUIRE(added.added.size() == 1);
    const std::string bytes = read_file(sample("photographs/before-1.jpg"), 10 << 20, Fault::internal);
    CHECK(added.added[0].at("sha256") == to_hex(sha256(bytes)));
    const Vault vault = open_vault(salon.place(), Access::read);
    CHECK(vault.object(sha256(bytes)) == bytes);
    CHECK(vault.photos(number).size() == had + 1);
    CHECK(salon.is_intact());
}

TEST_CASE("the same file used twice, here or in another case, is a warning and not refused") {
    Salon salon;
    const std::string hair = salon.open("pl-hair.json");
    const std::string nails = salon.open("pl-nails.json");
    const AddedFiles again = add_photos(salon.place(), nails, {{sample("photographs/after-1.jpg"), "after"}});
    CHECK(again.added.size() == 1);
    CHECK(says(again.findings, "is the same file as photograph"));
    CHECK(says(again.findings, hair));
    CHECK(worst(again.findings) == Level::warning);
}

TEST_CASE("an after picture taken before the before picture is told") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const AddedFiles added = add_photos(salon.place(), number,
                                        {{sample("photographs/after-1.jpg"), "before"}, {sample("photographs/before-1.jpg"), "after"}});
    CHECK(added.added.size() == 2);
    CHECK(worst(added.findings) == Level::warning);
    CHECK(says(added.findings, "before"));
}

TEST_CASE("photographs are numbered as they were named, whichever was read first") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const std::size_t had = show_case(salon.place(), number).photos.size();
    std::vector<NewPhoto> named;
    for (int i = 0; i < 24; ++i) {  // every third takes a hundred times longer to read
        const int side = i % 3 == 0 ? 1600 : 160;
        const std::string name = std::to_string(i) + ".jpg";
        write_file_durably(salon.path(name), test::four_corners_jpeg(side + i, side), 0600);
        named.push_back({salon.path(name), "after"});
    }
    const AddedFiles added = add_photos(salon.place(), number, named);
    REQUIRE(added.added.size() == named.size());
    for (std::size_t i = 0; i < named.size(); ++i) {
        CHECK(added.added[i].at("number") == had + i + 1);
        CHECK(added.added[i].at("file") == std::to_string(i) + ".jpg");
    }
}

TEST_CASE("of two photographs one bad one keeps both out") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const std::size_t had = show_case(salon.place(), number).photos.size();
    write_file_durably(salon.path("note.jpg"), "GIF89a not a picture of ours", 0600);
    const AddedFiles refused = add_photos(salon.place(), number,
                                          {{sample("photographs/before-1.jpg"), "before"}, {salon.path("note.jpg"), "after"}});
    CHECK(refused.added.empty());
    CHECK(worst(refused.findings) == Level::stop);
    CHECK(show_case(salon.place(), number).photos.size() == had);
}

TEST_CASE("a document is kept, numbered after what is there, and shown with its hash") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    write_file_durably(salon.path("letter.txt"), "Zaświadczenie", 0600);
    const AddedFiles added = attach_document(salon.place(), number, salon.path("letter.txt"),
                                             {{"attachment_kind", "medical_document"}, {"attachment_title", "Zaświadczenie lekarskie"}});
    REQUIRE(added.added.size() == 1);
    CHECK(added.added[0].at("sha256") == to_hex(sha256("Zaświadczenie")));
    CHECK(says(attach_document(salon.place(), number, salon.path("letter.txt"),
                               {{"attachment_title", "Zaświadczenie"}, {"made_at", "yesterday"}}).findings,
               "'yesterday' is not a moment"));
}

TEST_CASE("an empty document is refused by name") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    write_file_durably(salon.path("empty.pdf"), "", 0600);
    CHECK(says(attach_document(salon.place(), number, salon.path("empty.pdf"), Json::object()).findings, "is empty"));
}

TEST_CASE("a photograph taken during the treatment stands on the photo sheet as such") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    (void)add_photos(salon.place(), number, {{sample("photographs/before-1.jpg"), "during"}});
    const Issued issued = salon.issue("settlement", number);
    REQUIRE(issued.files.size() == 2);
    CHECK_THAT(pdf_text(issued.files[0]), Catch::Contains(without_blanks("„w trakcie”")));
}

TEST_CASE("the camera's time may be stated in another zone; another time is told") {
    const auto findings = [](const char* stated) {
        Salon salon;
        std::filesystem::copy_file(sample("photographs/before-1.jpg"), salon.path("before-1.jpg"));
        Json file = read_case_file(sample("pl-hair.json"));
        file["photo_sheet"]["photos"] = {{{"phase", "before"}, {"file", "before-1.jpg"}, {"taken_at", stated},
                                          {"time_source", "exif"}, {"attachment_no", 1}}};
        return open_case(salon.place(), salon.file_with("case.json", file)).findings;
    };
    CHECK_FALSE(says(findings("2026-03-02T13:52:10+01:00"), "is not the camera's"));
    CHECK_FALSE(says(findings("2026-03-02T14:52:10+02:00"), "is not the camera's"));
    CHECK(says(findings("2026-03-02T14:52:10+01:00"), "is not the camera's"));
}
