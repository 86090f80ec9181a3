// What a reader of ours would find in a PDF: its text, by poppler.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ugoda {

/// The text of each page, UTF-8, as laid out.
[[nodiscard]] std::vector<std::string> pdf_pages(const std::filesystem::path& file);

/// The whole text without any white space: names that broke over a line are whole again.
[[nodiscard]] std::string pdf_text(const std::filesystem::path& file);

/// `text` in the same manner.
[[nodiscard]] std::string without_blanks(const std::string& text);

}  // namespace ugoda
