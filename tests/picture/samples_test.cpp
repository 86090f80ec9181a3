#include <catch2/catch.hpp>

#include "base/files.h"
#include "picture/picture.h"
#include "picture/time_check.h"

using namespace ugoda;

namespace {

Picture sample(const std::string& name) {
    const std::string folder = UGODA_SOURCE_DIR "/samples/photographs/";
    return read_picture(read_file(folder + name, 1u << 20, Fault::input), name, {}, 1200);
}

}  // namespace

TEST_CASE("the sample photographs are sound and say when they were taken") {
    const std::pair<const char*, const char*> taken[] = {{"before-1.jpg", "2026-03-02T13:52:10"},
                                                         {"before-2.jpg", "2026-03-02T13:53:40"},
                                                         {"after-1.jpg", "2026-03-02T17:08:25"},
                                                         {"after-2.jpg", "2026-03-02T17:09:50"}};
    for (const auto& [name, time] : taken) {
        const Picture picture = sample(name);
        CHECK(picture.findings.empty());
        CHECK(picture.facts.width == 1600);
        CHECK(picture.facts.times.camera == time);
        CHECK(picture.facts.times.camera_offset == "+01:00");
        CHECK(picture.facts.camera == "Ugoda Drawn sample");
    }
}

TEST_CASE("the sample pairs are in order") {
    for (const std::string number : {"1", "2"}) {
        const PhotoFacts before = sample("before-" + number + ".jpg").facts;
        const PhotoFacts after = sample("after-" + number + ".jpg").facts;
        CHECK(check_order(before, "before", after, "after").empty());
        CHECK(check_order(after, "after", before, "before").size() == 1);
    }
}
