// An answer on its way through Mustache and Markdown: escaped, between marks that only this
// engine writes (noncharacters, which clean answers cannot contain), so that it comes out as
// it went in and is still known by its name.
#pragma once

#include <string>
#include <vector>

#include "document/block.h"

namespace ugoda {

/// The values of one document, so that marks can refer to them by number.
class MarkedValues {
  public:
    /// `text` for the template: every ASCII punctuation character escaped for Markdown, line
    /// ends turned into marks.
    [[nodiscard]] std::string mark(const std::string& text, const std::string& field, Guard guard);
    /// A ruled line for the pen instead of a value.
    [[nodiscard]] std::string mark_pen(const std::string& field, double millimetres);
    /// Stands where a name has no value: harmless unless it is printed.
    [[nodiscard]] std::string mark_absent(const std::string& complaint);

    /// Runs of text that Markdown has been through; every line end of a value begins a new
    /// part. Throws Error(Fault::wording) at `where` when an absent value is among it.
    [[nodiscard]] std::vector<Runs> parts(const Runs& marked, const std::string& where) const;
    /// The same for text that Markdown has not seen, where the values' escapes are still there.
    [[nodiscard]] std::vector<Runs> verbatim_parts(const std::string& marked,
                                                   const std::string& where) const;
    /// verbatim_parts as plain text, joined by spaces.
    [[nodiscard]] std::string plain(const std::string& marked, const std::string& where) const;

  private:
    struct Slot {
        std::string field;
        Guard guard = Guard::none;
        double pen_mm = 0;
        std::string complaint;  ///< non-empty: there is no value
    };
    [[nodiscard]] std::string open(Slot slot);

    std::vector<Slot> slots_;
    friend class MarkReader;
};

/// Takes the full stop from the end of a value where the wording goes on with `.`, `,`, `;`
/// or `·`. An abbreviation (`s.c.`, `K.`) keeps it, but before another full stop.
[[nodiscard]] std::string without_double_stops(std::string marked);

}  // namespace ugoda
