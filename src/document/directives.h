// The blocks that Markdown lacks, from fenced directives in the wording: field grids, the
// parties, attachments, photographs, signatures, the checkpoint. Their grammar is in
// templates/README.md.
#pragma once

#include <vector>

#include "document/compose.h"
#include "document/markdown.h"
#include "document/names.h"

namespace ugoda {

/// What a directive may draw on.
struct DirectiveSetting {
    const Composition& what;
    const Locale& locale;
    MarkedValues& marks;
    Names& names;
    std::string where;  ///< the clause, for errors
};

/// Throws Error(Fault::wording) for an unknown directive or a line that is not its grammar.
[[nodiscard]] std::vector<Block> blocks_of(const Directive& directive, DirectiveSetting& setting);

/// `list: column*share column…` on a line each: the rows of a list under the labels of their
/// columns. A column that nobody filled in is left out. Nothing for an optional list that is absent,
/// ruled rows for the pen for an expected one, "none" for one that is empty.
[[nodiscard]] std::vector<Block> table_blocks(const std::vector<std::string>& lines,
                                              DirectiveSetting& setting);

/// The numbered list of what is attached, with the note that explains its columns; a sentence
/// when nothing is.
[[nodiscard]] std::vector<Block> attachment_blocks(const Composition& what, const Locale& locale);

/// Photographs in pairs, before left and after right, then those left over, then follow-ups;
/// where initials are wanted, what both parties confirm about them, and the line for that.
[[nodiscard]] std::vector<Block> photo_blocks(const Composition& what, const Locale& locale);

/// The log's checkpoint in code and in readable lines; nothing on a draft.
[[nodiscard]] std::vector<Block> checkpoint_blocks(const Composition& what, const Locale& locale);

/// `abcd efgh …`: long codes for reading aloud.
[[nodiscard]] std::string in_groups(const std::string& code, std::size_t size);

/// An answer of the form as plain text, "" when there is none.
[[nodiscard]] std::string answer_text(const Composition& what, const Locale& locale,
                                      const std::string& field);

/// A moment (RFC 3339, or local without offset) as the locale prints it; "not known" when "".
[[nodiscard]] std::string moment_text(const std::string& moment, const Locale& locale);

/// The same to the second and with its offset: `12.03.2026, 17:30:05 UTC+01:00`.
[[nodiscard]] std::string exact_moment_text(const std::string& moment, const Locale& locale);

}  // namespace ugoda
