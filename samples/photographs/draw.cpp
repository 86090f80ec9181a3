// Draws the sample photographs into a folder: draw_sample_photographs FOLDER
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "camera.h"
#include "hair_ends.h"
#include "head.h"

namespace {

using namespace ugoda::drawing;

const cv::Size frame(1600, 1200);

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
    std::cout << file.string() << ": " << bytes.size() / 1024 << " KB\n";
}

void draw_all(const std::filesystem::path& folder) {
    write(folder / "before-1.jpg",
          photograph(head_from_behind(frame, Phase::before),
                     {1, 0.0, {0, 0}, {1.0, 1.0, 1.0}, "2026:03:02 13:52:10"}));
    write(folder / "after-1.jpg",
          photograph(head_from_behind(frame, Phase::after),
                     {3, 0.7, {-9, 6}, {1.02, 1.0, 0.95}, "2026:03:02 17:08:25"}));
    write(folder / "before-2.jpg",
          photograph(hair_ends(frame, Phase::before),
                     {2, 0.0, {0, 0}, {1.0, 1.0, 1.0}, "2026:03:02 13:53:40"}));
    write(folder / "after-2.jpg",
          photograph(hair_ends(frame, Phase::after),
                     {4, -0.9, {7, -8}, {1.02, 1.0, 0.96}, "2026:03:02 17:09:50"}));
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count != 2) throw std::runtime_error("usage: draw_sample_photographs FOLDER");
        draw_all(arguments[1]);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
}
