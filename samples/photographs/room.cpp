#include "room.h"

#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "noise.h"

namespace ugoda::drawing {

namespace {

cv::Scalar paint(const Light& light) { return {light[0], light[1], light[2]}; }

void wall(cv::Mat3f& room) {
    for (int y = 0; y < room.rows; ++y)
        for (int x = 0; x < room.cols; ++x) {
            const double fall = 1.05 - 0.45 * x / room.cols - 0.25 * y / room.rows;
            room(y, x) = srgb(186, 178, 168) * static_cast<float>(fall);
        }
}

void furnish(cv::Mat3f& room) {
    cv::rectangle(room, {1120, 60, 420, 720}, paint(srgb(96, 84, 74)),
                  cv::FILLED);  // mirror's frame
    cv::rectangle(room, {1150, 90, 360, 660}, paint(srgb(206, 214, 220)),
                  cv::FILLED);  // the mirror
    cv::rectangle(room, {1330, 240, 180, 510}, paint(srgb(120, 122, 128)),
                  cv::FILLED);  // what it shows
    cv::rectangle(room, {0, 40, 250, 760}, paint(srgb(250, 248, 240) * 1.5f),
                  cv::FILLED);                                                       // window
    cv::rectangle(room, {0, 860, 1600, 340}, paint(srgb(88, 76, 68)), cv::FILLED);   // counter
    cv::rectangle(room, {330, 610, 220, 24}, paint(srgb(110, 88, 66)), cv::FILLED);  // shelf
    Chance chance(11);
    for (int x = 345; x < 540; x += 34) {
        const std::array label = {chance.between(60, 230), chance.between(50, 190),
                                  chance.between(60, 200)};
        const Light bottle = srgb(label[0], label[1], label[2]);
        const int tall = static_cast<int>(chance.between(60, 130));
        cv::rectangle(room, {x, 610 - tall, 24, tall}, paint(bottle), cv::FILLED);
    }
}

/// Lamps far out of focus: discs with a faintly brighter rim.
void lamps(cv::Mat3f& room) {
    for (int i = 0; i < 7; ++i) {
        Layer disc(room.size());
        std::vector<cv::Point> outline;
        cv::ellipse2Poly({1130 + 62 * i, 70 + 5 * ((i * 5) % 3)}, {25, 25}, 0, 0, 360, 10, outline);
        disc.fill(outline, srgb(255, 236, 200) * 1.3f);
        disc.blur(2.2);
        disc.lay_over(room);
    }
}

}  // namespace

cv::Mat3f blurred_salon(cv::Size frame) {
    cv::Mat3f room(frame);
    wall(room);
    furnish(room);
    cv::GaussianBlur(room, room, {}, 26);
    lamps(room);
    return room;
}

Layer cape(cv::Size frame) {
    Layer cloth(frame);
    cloth.fill({{60, 1230},
                {150, 1110},
                {350, 1000},
                {560, 940},
                {1040, 940},
                {1250, 1000},
                {1450, 1110},
                {1540, 1230}},
               srgb(38, 37, 40));
    Chance chance(12);
    for (int i = 0; i < 26; ++i) {
        const double x = chance.between(300, 1300), lean = (x - 800) * 0.45,
                     y = 1010 + std::abs(x - 800) * 0.22;
        const Light sheen = srgb(70, 70, 76) * static_cast<float>(chance.between(0.2, 1.0));
        const double width = chance.between(5, 22);
        const std::vector<Dab> fold = {{{x, y}, width * 0.4, sheen, 0.0},
                                       {{x + lean * 0.5, y + 110}, width, sheen, 0.5},
                                       {{x + lean, 1210}, width, sheen, 0.4}};
        cloth.stroke(fold);
    }
    cloth.blur(6);
    return cloth;
}

}  // namespace ugoda::drawing
