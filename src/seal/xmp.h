// The XMP packet of a PDF/A-1b file: the information dictionary once more, as XML.
#pragma once

#include <string>

namespace ugoda {

/// As they stand in the PDF's information dictionary, UTF-8; an empty one is not there.
struct InfoEntries {
    std::string title, author, subject, creator, producer;
    std::string created;  ///< a PDF date, D:20260312173005+01'00'
};

/// ISO 19005-1 §6.7: every entry equals its counterpart in the information dictionary.
[[nodiscard]] std::string xmp_packet(const InfoEntries& info);

/// `2026-03-12T17:30:05+01:00` of `D:20260312173005+01'00'`.
[[nodiscard]] std::string xmp_date(const std::string& pdf_date);

}  // namespace ugoda
