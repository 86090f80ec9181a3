#include <catch2/catch.hpp>

#include "base/error.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

TEST_CASE("initials stand on the page of the photographs above them") {
    for (int lines = 1; lines < 40; ++lines) {
        auto blocks = filled_with(lines, PhotoRow{plate(1, 900, 1200), plate(2, 900, 1200)});
        blocks.emplace_back(
            InitialsLine{{{"photos salon", "Parafa"}, {"photos client", "Parafa"}}});
        const Typeset set = set_issued(blocks);
        CHECK(box_named(set, "photos client").page == box_named(set, "photo 2").page);
    }
}

TEST_CASE("before and after of like shape are printed at one size") {
    const Typeset set = set_issued({PhotoRow{plate(1, 3000, 4000), plate(2, 900, 1200)}});
    const Rect before = box_named(set, "photo 1").at, after = box_named(set, "photo 2").at;
    CHECK(before.height == Approx(after.height));
    CHECK(before.y == Approx(after.y));
    CHECK(before.height == Approx(95));
    CHECK(before.width / before.height == Approx(0.75));
}

TEST_CASE("a panorama does not shrink the picture beside it") {
    const Typeset set = set_issued({PhotoRow{plate(1, 4000, 500), plate(2, 1200, 900)}});
    CHECK(box_named(set, "photo 2").at.height > 55);
}

TEST_CASE("two rows of upright photographs with captions fill one page") {
    const Typeset set =
        set_issued({heading("Fotografie"), PhotoRow{plate(1, 900, 1200), plate(2, 900, 1200)},
                    PhotoRow{plate(3, 900, 1200), plate(4, 900, 1200)}});
    CHECK(set.pages.size() == 1);
}

TEST_CASE("four photographs, their captions, a sentence and the initials share one page") {
    std::vector<PhotoPlate> plates;
    for (int number = 1; number <= 4; ++number) {
        plates.push_back(plate(number, 900, 1200));
        plates.back().lines.insert(plates.back().lines.end(), 5, "Źródło czasu: aparat (EXIF)");
    }
    const Typeset set = set_issued({heading("Fotografie"), PhotoRow{plates[0], plates[1]},
                                    PhotoRow{plates[2], plates[3]}, paragraph(words(20)),
                                    InitialsLine{{{"photos salon", "Parafa"}}}});
    CHECK(set.pages.size() == 1);
    CHECK(box_named(set, "photo 1").at.height > 45);
}

TEST_CASE("four photographs make room for the checkpoint behind their initials") {
    std::vector<PhotoPlate> plates;
    for (int number = 1; number <= 4; ++number) plates.push_back(plate(number, 900, 1200));
    const Typeset set = set_issued({heading("Fotografie"), PhotoRow{plates[0], plates[1]},
                                    PhotoRow{plates[2], plates[3]}, paragraph(words(20)),
                                    InitialsLine{{{"photos salon", "Parafa"}}}, checkpoint()});
    CHECK(set.pages.size() == 1);
    CHECK(box_named(set, "photo 1").at.height > 45);
}

TEST_CASE("initials and checkpoint stay together where they do not fit under the photographs") {
    for (int rows = 1; rows < 5; ++rows) {
        std::vector<Block> blocks{heading("Fotografie")};
        for (int row = 0; row < rows; ++row)
            blocks.emplace_back(PhotoRow{plate(2 * row + 1, 900, 1200), plate(2 * row + 2, 900, 1200)});
        blocks.emplace_back(InitialsLine{{{"photos salon", "Parafa"}}});
        blocks.emplace_back(checkpoint());
        const Typeset set = set_issued(blocks);
        CHECK(box_named(set, "checkpoint").page == box_named(set, "photos salon").page);
    }
}

TEST_CASE("captions stand under their photographs, never over them") {
    const Typeset set = set_issued(settlement());
    for (const Box& photo : boxes_of(set, BoxKind::photograph))
        for (const Mark& mark : set.pages.at(static_cast<std::size_t>(photo.page - 1)).marks)
            if (!is_a<ImageMark>(mark)) CHECK_FALSE(overlap(extent(mark), photo.at));
}

TEST_CASE("a photograph whose size is not known is refused by its number") {
    CHECK_THROWS_WITH(set_issued({PhotoRow{plate(7, 0, 0), std::nullopt}}),
                      Catch::Contains("photo 7"));
}

}  // namespace ugoda
