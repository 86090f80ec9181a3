// What the tests of pages share: fonts, small builders, where marks reach, pages as pixels.
#pragma once

#include <string>
#include <vector>

#include "document/pdf_writer.h"
#include "document/typeset.h"

namespace ugoda::testing {

[[nodiscard]] const FontSet& fonts();

[[nodiscard]] Run plain(const std::string& text);
[[nodiscard]] Run answer(const std::string& text, const std::string& field,
                         Guard guard = Guard::none);
[[nodiscard]] Run pen_line(const std::string& field, double mm);
[[nodiscard]] Paragraph paragraph(const std::string& text);
[[nodiscard]] Heading heading(const std::string& text);
/// A sentence of that many Polish words.
[[nodiscard]] std::string words(int count);

/// As an issued copy is set: codes, header, footer, boxes for initials.
[[nodiscard]] TypesetOptions issued();
[[nodiscard]] DocumentInfo info();
[[nodiscard]] Typeset set_issued(const std::vector<Block>& blocks);
/// Paragraphs "wiersz 0", "wiersz 1"… and then `last`.
[[nodiscard]] std::vector<Block> filled_with(int lines, Block last);

[[nodiscard]] std::vector<Box> boxes_of(const Typeset& set, BoxKind kind);
/// The first of that name; throws when there is none.
[[nodiscard]] Box box_named(const Typeset& set, const std::string& name);

template <typename Kind>
[[nodiscard]] bool is_a(const Mark& mark) {
    return std::holds_alternative<Kind>(mark);
}

/// The smallest rectangle round a mark, as far as ink can reach.
[[nodiscard]] Rect extent(const Mark& mark);
[[nodiscard]] bool is_near(const Rect& a, const Rect& b);
[[nodiscard]] bool overlap(const Rect& a, const Rect& b);
[[nodiscard]] Rect grown(const Rect& rect, double by);

/// The page's texts in the order in which they were set, one a line.
[[nodiscard]] std::string texts(const Page& page);
/// Number of the first page, from 1, with a mark of that text; 0: none.
[[nodiscard]] int page_with(const Typeset& set, const std::string& text);

/// 0 black … 255 white, row by row.
struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> grey;

    [[nodiscard]] int at(int x, int y) const;
};

/// Page `number` (from 1) of a PDF, drawn by poppler.
[[nodiscard]] Pixels drawn(const std::string& pdf, int number, double dpi);
/// What poppler reads on that page, in the order of the file.
[[nodiscard]] std::string text_of(const std::string& pdf, int number);

/// Writes `bytes` to a file of that name, and returns its path. It is gone when the program ends.
std::string file_with(const std::string& bytes, const std::string& name);
/// Exit status of a shell command.
int run(const std::string& command);

}  // namespace ugoda::testing
