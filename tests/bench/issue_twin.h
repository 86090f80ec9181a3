// The document that Typst is given to set: the text of an issued PDF, page by page, and the
// photographs where ours has them. No codes, lines or tables: the peer has less to do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ugoda::bench {

/// Typst source with the text of `pdf` in letters of `size_pt`. `photos` are shown in their
/// order on the pages on which the PDF has pictures, as wide as there.
[[nodiscard]] std::string twin_of(const std::filesystem::path& pdf,
                                  const std::vector<std::string>& photos, double size_pt);

[[nodiscard]] int page_count(const std::filesystem::path& pdf);

}  // namespace ugoda::bench
