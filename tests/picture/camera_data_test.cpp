#include <catch2/catch.hpp>

#include "picture/exif_values.h"
#include "picture/made_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

const std::string photograph = four_corners_jpeg(1200, 900);

PhotoFacts facts_with(const ExifValues& values) {
    return read(with_exif(photograph, values)).facts;
}

std::optional<std::string> camera_time(const std::string& written) {
    return facts_with({{"Exif.Photo.DateTimeOriginal", written}}).times.camera;
}

}  // namespace

TEST_CASE("the camera's time is kept as the camera wrote it, its offset beside it") {
    const PhotoTimes times = facts_with({{"Exif.Photo.DateTimeOriginal", "2026:02:28 17:05:00"},
                                         {"Exif.Photo.OffsetTimeOriginal", "+01:00"}})
                                 .times;
    CHECK(times.camera == "2026-02-28T17:05:00");
    CHECK(times.camera_offset == "+01:00");
    CHECK_FALSE(times.file);
}

TEST_CASE("a camera time that is no time is absent") {
    CHECK_FALSE(camera_time("0000:00:00 00:00:00"));
    CHECK_FALSE(camera_time("    :  :     :  :  "));
    CHECK_FALSE(camera_time("2026:02:30 10:00:00"));
    CHECK_FALSE(camera_time("2026:02:28 25:00:00"));
    CHECK_FALSE(camera_time("yesterday"));
    CHECK_FALSE(exif_time("2026-02-28 17:05:00"));
    CHECK_FALSE(exif_time("2026:02:28 17:05:0Z"));
}

TEST_CASE("an offset that no place on earth has is absent") {
    CHECK(exif_offset("-03:30") == "-03:30");
    CHECK(exif_offset("+14:00") == "+14:00");
    CHECK_FALSE(exif_offset("+15:00"));
    CHECK_FALSE(exif_offset("Z"));
    CHECK_FALSE(exif_offset("   :  "));
}

TEST_CASE("an offset without a time is not kept") {
    CHECK_FALSE(facts_with({{"Exif.Photo.OffsetTimeOriginal", "+01:00"}}).times.camera_offset);
}

TEST_CASE("GPS date and clock together are a moment in UTC") {
    const PhotoFacts facts = facts_with({{"Exif.GPSInfo.GPSDateStamp", "2026:02:28"},
                                         {"Exif.GPSInfo.GPSTimeStamp", "16/1 5/1 2950/100"}});
    CHECK(facts.times.gps == "2026-02-28T16:05:29+00:00");
    CHECK_FALSE(facts.has_gps_position);
}

TEST_CASE("GPS fractions over zero are absent") {
    CHECK_FALSE(gps_time("2026:02:28", {{{16, 1}, {5, 0}, {0, 1}}}));
    CHECK_FALSE(gps_time("2026:02:28", {{{24, 1}, {0, 1}, {0, 1}}}));
    CHECK_FALSE(gps_time("    :  :  ", {{{16, 1}, {5, 1}, {0, 1}}}));
}

TEST_CASE("that there is a GPS position is told, where is not") {
    const PhotoFacts facts = facts_with({{"Exif.GPSInfo.GPSLatitude", "52/1 13/1 4711/100"},
                                         {"Exif.GPSInfo.GPSLongitude", "21/1 0/1 4242/100"}});
    CHECK(facts.has_gps_position);
    CHECK(to_json(facts).dump().find("47") == std::string::npos);
    CHECK_FALSE(facts_with({{"Exif.GPSInfo.GPSLatitude", "0/0 0/0 0/0"},
                            {"Exif.GPSInfo.GPSLongitude", "0/0 0/0 0/0"}})
                    .has_gps_position);
}

TEST_CASE("make and model are joined without saying the make twice") {
    CHECK(camera_name("Canon", "Canon EOS 40D") == "Canon EOS 40D");
    CHECK(camera_name("NIKON CORPORATION", "NIKON D70") == "NIKON D70");
    CHECK(camera_name("Apple", "iPhone 13") == "Apple iPhone 13");
    CHECK(camera_name("", "X100") == "X100");
    CHECK(camera_name("Apple", "") == "Apple");
}

TEST_CASE("camera texts become one clean line of bounded length") {
    CHECK(exif_text("Canon \nEOS\x1B") == "Canon  EOS");
    CHECK(exif_text(std::string("Canon\0rest", 10)) == "Canon");
    CHECK(exif_text("Caf\xE9") == "Caf\xEF\xBF\xBD");
    CHECK(exif_text(std::string(5000, 'x')).size() == 200);
}

TEST_CASE("a picture that went through an editor is a warning that names it") {
    const Picture picture =
        read(with_exif(photograph, {{"Exif.Image.Software", "Adobe Photoshop CS6 (Windows)"}}));
    REQUIRE(picture.findings.size() == 1);
    CHECK(picture.findings.front().what == "was edited or saved by Adobe Photoshop CS6 (Windows)");
    CHECK(picture.findings.front().level == Level::warning);
    CHECK(picture.findings.front().where == "IMG_1.jpg");
}

TEST_CASE("a telephone's firmware in the Software field is no editor") {
    const Picture picture = read(with_exif(photograph, {{"Exif.Image.Software", "14.4.2"}}));
    CHECK(picture.findings.empty());
    CHECK(picture.facts.software == "14.4.2");
}

TEST_CASE("camera data that cannot be read is a warning, and the picture is still there") {
    const std::string torn =
        exif_block({{"Exif.Photo.DateTimeOriginal", "2026:02:28 17:05:00"}}).substr(0, 12);
    for (const std::string& block : {std::string("not a TIFF structure at all"), torn}) {
        const Picture picture =
            read(with_segment(photograph, 0xE1, std::string("Exif\0\0", 6) + block));
        CHECK(mentions(picture.findings, "damaged camera data"));
        CHECK_FALSE(picture.facts.times.camera);
        CHECK(picture.rendition_width == 200);
    }
}
