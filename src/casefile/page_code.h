// What the small code on every page of every copy says. Permanent: it stands on paper.
//
//   UG1 <vault8> SET-2026-0007 v1 c1/2 p3/5 <16 hex of the content hash>
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

struct PageCode {
    std::string vault;    ///< first 8 hexadecimal digits of the vault's id
    std::string record;   ///< SET-2026-0007
    int version = 1;      ///< of the record, from 1
    int copy = 1, copies = 2;
    int page = 1, pages = 1;
    std::string content;  ///< first 16 hexadecimal digits of the record's content hash

    bool operator==(const PageCode&) const = default;
};

/// About 56 bytes of ASCII.
[[nodiscard]] std::string to_text(const PageCode& code);

/// Nothing unless `text` is exactly what `to_text` would write.
[[nodiscard]] std::optional<PageCode> parse_page_code(std::string_view text);

/// The same page for a keyboard: `SET-2026-0007/1/1/3-9f2c` is record, version, copy, page
/// and four digits of the content hash that catch a slip of the finger.
[[nodiscard]] std::string short_code(const PageCode& code);

}  // namespace ugoda
