// What the seal adds to a copy: the same pages made archival, with a seal and without, in one process.
// Four pages of text with four photographs at 300 dpi, as a settlement has them.
#include <chrono>
#include <fstream>
#include <iterator>

#include "bench/folder.h"
#include "bench/salon.h"
#include "bench/table.h"
#include "bench/turns.h"
#include "document/pdf_writer.h"
#include "seal/pdf_check.h"
#include "seal/sealing.h"

namespace ugoda::bench {

namespace {

template <typename Work>
double milliseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

std::string photograph(const Folder& folder, int seed) {
    const auto file = folder.path() / "photograph.jpg";
    draw_photograph(file, 1000, 750, seed);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string four_pages() {
    const Folder folder;
    const FontSet fonts(UGODA_BINARY_DIR "/share/ugoda/fonts");
    std::vector<Page> pages(4);
    std::vector<std::string> images;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (int line = 0; line < 30; ++line)
            pages[i].marks.emplace_back(TextMark{20, 25 + 5.0 * line, FontId::serif, 10, "Strony ustalają, że zapłata nastąpi w terminie siedmiu dni.", 0, 0});
        images.push_back(photograph(folder, static_cast<int>(i) + 1));
        pages[i].marks.emplace_back(ImageMark{{20, 185, 85, 64}, i});
    }
    return write_pdf(pages, fonts, images, {"Ugoda SET-2026-0001", "Studio", "", {1773333005, 60}});
}

int measure(int turns) {
    const std::string pdf = four_pages();
    const PdfaOptions options{"pl-PL", UGODA_BINARY_DIR "/share/ugoda/sRGB.icc"};
    const SealPem pem = make_seal("Studio", 1773333005);
    (void)archival(pdf, options);  // the module is loaded
    std::string copy;
    std::vector<double> plain, added, checked;
    for (int turn = 0; turn < turns; ++turn) {
        plain.push_back(milliseconds([&] { (void)archival(pdf, options); }));
        const double with_seal = milliseconds([&] {
            const Seal seal(pem, "seal");
            copy = sealed(pdf, options, {seal, "Studio", "2026-03-12T17:30:05+01:00", {{"salon", 4, 56, 244, 256, 304}, {"client"}}});
        });
        added.push_back(with_seal - plain.back());
        checked.push_back(milliseconds([&] {
            if (!check_pdf(copy).findings.empty()) throw std::runtime_error("a sealed copy is not intact");
        }));
    }
    Table table;
    table.told("a copy of four pages and photographs made PDF/A", median(plain), "ms");
    table.at_most("  sealing it, above that", median(added), "ms", 10);
    table.told("  its size", double(copy.size()) / 1e6, "MB");
    table.told("  checking its seal", median(checked), "ms");
    return table.exit_code();
}

}  // namespace

}  // namespace ugoda::bench

int main(int count, char**) {
    return ugoda::bench::reported(count > 1 ? 11 : 101, ugoda::bench::measure);
}
