// What a document says, before it has pages: wording and answers in reading order.
// Lengths are millimetres. Made by compose(), set on pages by typeset().
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ugoda {

enum class Face { regular, bold, italic };

/// Whether a returned scan is to look hard at this text (LayoutMap: date, amount).
enum class Guard { none, date, amount };

/// A stretch of UTF-8 text in one face, or a ruled line for the pen.
struct Run {
    std::string text;
    Face face = Face::regular;
    std::string field;         ///< the answer it prints; empty: wording
    Guard guard = Guard::none;
    double pen_mm = 0;         ///< > 0: no text, a ruled line that long to write on

    bool operator==(const Run&) const = default;
};

using Runs = std::vector<Run>;

/// Level 1: the document's title, centred. 2: a clause or section. 3: within one.
struct Heading {
    int level = 2;
    Runs text;
};

/// `marker` ("1.", "–", "3.1") hangs left of the text. `parts` are the paragraphs of one
/// answer: the first follows the marker, the others stand under it.
struct Paragraph {
    std::string marker;
    int indent = 0;            ///< nesting depth, 0 at the margin
    bool centred = false;
    std::vector<Runs> parts;
};

struct GridRow {
    std::string label;
    std::vector<Runs> value;   ///< paragraphs
};

/// Label and answer side by side, two columns; long answers take the full width below
/// their label. Rows are not torn unless longer than half a page.
struct Grid {
    std::vector<GridRow> rows;
};

/// Both parties side by side, each a titled grid.
struct Party {
    std::string title;
    std::vector<GridRow> rows;
};
struct Parties {
    std::vector<Party> parties;
};

/// A ruled table; the head repeats on every page it reaches, rows are not torn.
struct Table {
    struct Column {
        std::string title;
        double share = 1;      ///< of the text width, relative to the others
    };
    std::vector<Column> columns;
    std::vector<std::vector<Runs>> rows;
};

/// One photograph as printed. `image` indexes the images given to the PDF writer.
struct PhotoPlate {
    int number = 0;            ///< "photo 3" in the layout map
    std::size_t image = 0;
    int width_px = 0, height_px = 0;
    std::string title;         ///< "Fotografia 3 – po zabiegu"
    std::vector<std::string> lines;  ///< caption, under the picture, never over it
};

/// A row of the photo sheet: before left, after right, at equal scale.
struct PhotoRow {
    std::optional<PhotoPlate> left, right;
};

/// Initials of both parties with date and hour, under the photographs they refer to.
struct InitialsLine {
    struct Cell {
        std::string name;      ///< box name in the layout map: "photos salon"
        std::string caption;
    };
    std::vector<Cell> cells;
};

/// One box to sign in. `name` is the box's name in the layout map.
struct SignatureBox {
    std::string name;          ///< salon, client, guardian, interpreter, receipt
    std::string caption;       ///< above the box, who signs and how
    std::string printed_name;  ///< below the box
    std::string moment;        ///< label of the line for date and hour; empty: none
};
struct Signatures {
    std::vector<SignatureBox> boxes;
};

/// An empty frame for what is stuck on the paper, such as a revenue stamp.
struct Space {
    std::string name;          ///< in the layout map
    std::string caption;       ///< in the frame
};

/// The log's checkpoint as a code with the same in readable lines beside it.
struct CheckpointPanel {
    std::string title;
    std::string note;          ///< exact bytes of the C2SP signed note, put into the code
    std::vector<std::string> lines;  ///< explanation, size, root, key fingerprint
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Grid, Parties, Table, PhotoRow, InitialsLine,
                           Signatures, CheckpointPanel, PageBreak, Space>;

/// What stands on every page outside the text.
struct PageFrame {
    std::string title;                 ///< "Ugoda", document kind
    std::vector<std::string> header;   ///< lines beside the code: record, copy and party, reference
    std::string page_of;               ///< "strona {page} z {pages}"
    std::string footer;                ///< salon · client
    std::vector<std::string> initials; ///< captions of the initials boxes; empty: none
    std::string draft;                 ///< non-empty: printed large over the header, no codes
};

}  // namespace ugoda
