#include "casefile/photo.h"

#include <catch2/catch.hpp>

using namespace ugoda;

TEST_CASE("facts of a photograph read back, the unknown ones as unknown") {
    PhotoFacts facts;
    facts.media_type = "image/jpeg";
    facts.bytes = 1234;
    facts.width = 1600;
    facts.height = 1200;
    facts.orientation = 6;
    facts.times.camera = "2026-02-28T17:05:00";
    const PhotoFacts back = photo_facts_from(to_json(facts));
    CHECK(to_json(back) == to_json(facts));
    CHECK(back.times.camera == "2026-02-28T17:05:00");
    CHECK_FALSE(back.times.camera_offset);
    CHECK_FALSE(back.camera);
}
