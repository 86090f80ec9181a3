// The system's printer, CUPS, by its command `lp`.
#pragma once

#include <optional>
#include <string>

namespace ugoda {

/// Hands a PDF to `printer`, or to the usual one when that is empty, under a title. Returns the
/// printer's name, or nothing when there is no printer (no CUPS, or none set up). Throws
/// Error(Fault::storage) when the one named does not take it. No shell is involved, and nothing is
/// written to a file.
[[nodiscard]] std::optional<std::string> print_pdf(const std::string& pdf, const std::string& title,
                                                   const std::string& printer);

}  // namespace ugoda
