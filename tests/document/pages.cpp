#include "document/pages.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "base/files.h"
#include "support/temporary_folder.h"

namespace ugoda::testing {

const FontSet& fonts() {
    static const FontSet set(UGODA_BINARY_DIR "/share/ugoda/fonts");
    return set;
}

Run plain(const std::string& text) { return {text, Face::regular, {}, Guard::none, 0}; }

Run answer(const std::string& text, const std::string& field, Guard guard) {
    return {text, Face::regular, field, guard, 0};
}

Run pen_line(const std::string& field, double mm) {
    return {{}, Face::regular, field, Guard::none, mm};
}

Paragraph paragraph(const std::string& text) { return {{}, 0, false, {{plain(text)}}}; }

Heading heading(const std::string& text) { return {2, {plain(text)}}; }

std::string words(int count) {
    static const std::vector<std::string> few{"strony",       "zgodnie",  "oświadczają", "że",
                                              "świadczenie",  "wykonano", "w",           "lokalu",
                                              "zaczerwienie", "klientki", "żółtej",      "łuku"};
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : " ") + few[static_cast<std::size_t>(i) % few.size()];
    return text + ".";
}

TypesetOptions issued() {
    TypesetOptions options;
    options.locale = "pl_PL";
    options.frame.title = "Ugoda";
    options.frame.header = {"SET-2026-0007, wersja 1 · Egzemplarz 1 z 2: dla Salonu"};
    options.frame.page_of = "Strona {page} z {pages}";
    options.frame.footer = "Studio Zmyślone · Łucja Żółkiewska";
    options.frame.initials = {"Parafa Salonu", "Parafa Klienta"};
    options.code = PageCode{"0a1b2c3d", "SET-2026-0007", 1, 1, 2, 1, 1, "9f2cab0011223344"};
    return options;
}

DocumentInfo info() {
    return {"Ugoda SET-2026-0007, wersja 1", "Studio Zmyślone", "Ugoda", {1795428000, 60}};
}

Typeset set_issued(const std::vector<Block>& blocks) { return typeset(blocks, fonts(), issued()); }

std::vector<Block> filled_with(int lines, Block last) {
    std::vector<Block> blocks;
    for (int i = 0; i < lines; ++i) blocks.emplace_back(paragraph("wiersz " + std::to_string(i)));
    blocks.push_back(std::move(last));
    return blocks;
}

std::vector<Box> boxes_of(const Typeset& set, BoxKind kind) {
    std::vector<Box> boxes;
    for (const Box& box : set.map.boxes)
        if (box.kind == kind) boxes.push_back(box);
    return boxes;
}

Box box_named(const Typeset& set, const std::string& name) {
    for (const Box& box : set.map.boxes)
        if (box.name == name) return box;
    throw std::runtime_error("no box " + name);
}

namespace {

struct Extent {
    Rect operator()(const TextMark& mark) const {
        const std::size_t blanks = count_blanks(mark.text);
        const double size = mark.size_pt * 25.4 / 72;
        return {mark.x, mark.baseline - 0.75 * size,
                fonts().width(mark.font, mark.text, mark.size_pt) +
                    mark.gap * static_cast<double>(blanks),
                0.97 * size};
    }
    Rect operator()(const LineMark& mark) const {
        return {std::min(mark.x1, mark.x2), std::min(mark.y1, mark.y2), std::abs(mark.x2 - mark.x1),
                std::abs(mark.y2 - mark.y1)};
    }
    Rect operator()(const RectMark& mark) const { return mark.at; }
    Rect operator()(const ImageMark& mark) const { return mark.at; }
    Rect operator()(const ModulesMark& mark) const { return mark.at; }
};

}  // namespace

Rect extent(const Mark& mark) { return std::visit(Extent{}, mark); }

bool is_near(const Rect& a, const Rect& b) {
    constexpr double near = 0.01;
    return std::abs(a.x - b.x) < near && std::abs(a.y - b.y) < near &&
           std::abs(a.width - b.width) < near && std::abs(a.height - b.height) < near;
}

bool overlap(const Rect& a, const Rect& b) {
    constexpr double touch = 0.02;
    return a.x + a.width > b.x + touch && b.x + b.width > a.x + touch &&
           a.y + a.height > b.y + touch && b.y + b.height > a.y + touch;
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

std::string texts(const Page& page) {
    std::string all;
    for (const Mark& mark : page.marks)
        if (const auto* text = std::get_if<TextMark>(&mark)) all += text->text + "\n";
    return all;
}

int page_with(const Typeset& set, const std::string& text) {
    for (std::size_t i = 0; i < set.pages.size(); ++i)
        if (texts(set.pages[i]).find(text) != std::string::npos) return static_cast<int>(i) + 1;
    return 0;
}

int Pixels::at(int x, int y) const {
    return grey.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x));
}

namespace {

using Document = std::unique_ptr<poppler::document>;

void say_nothing(const std::string&, void*) {}

Document opened(const std::string& pdf) {
    // libharu's own character map annoys poppler; sealing replaces it.
    poppler::set_debug_error_function(say_nothing, nullptr);
    return Document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
}

}  // namespace

Pixels drawn(const std::string& pdf, int number, double dpi) {
    const Document document = opened(pdf);
    const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
    Pixels pixels{image.width(), image.height(), {}};
    for (int y = 0; y < image.height(); ++y) {
        const char* row =
            image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
        for (int x = 0; x < image.width(); ++x)
            pixels.grey.push_back(static_cast<unsigned char>(row[x]));
    }
    return pixels;
}

std::string text_of(const std::string& pdf, int number) {
    const Document document = opened(pdf);
    const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
    const auto utf8 = page->text({}, poppler::page::raw_order_layout).to_utf8();
    return {utf8.begin(), utf8.end()};
}

std::string file_with(const std::string& bytes, const std::string& name) {
    static const TemporaryFolder folder;  // tests run side by side
    write_file_durably(folder / name, bytes, 0600);
    return (folder / name).string();
}

int run(const std::string& command) {
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace ugoda::testing
