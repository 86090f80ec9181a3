// What is written in a PDF, from its first byte to its last, in that order, whatever its
// cross-references say: objects, and the tables that say which of them count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ugoda {

struct PdfObject {
    std::uint64_t number = 0;
    std::size_t begin = 0;      ///< of `12 0 obj`
    std::string_view value;     ///< of a stream, its dictionary
    bool is_stream = false;
};

/// A cross-reference table with the trailer behind it.
struct PdfSection {
    struct Entry {
        std::uint64_t number = 0;
        std::size_t begin = 0;  ///< of the object; 0: it is deleted
    };
    std::size_t begin = 0, end = 0;  ///< from `xref` to behind what `startxref` says
    std::vector<Entry> entries;
    std::string_view trailer;
    std::size_t starts_at = 0;  ///< what `startxref` says
};

struct PdfScan {
    std::vector<PdfObject> objects;
    std::vector<PdfSection> sections;
    std::size_t readable = 0;  ///< bytes up to the first that make no sense, or all
};

/// `pdf` must outlive what is returned. Takes a time that grows with its length only.
[[nodiscard]] PdfScan scan_pdf(std::string_view pdf);

}  // namespace ugoda
