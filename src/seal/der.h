// The parts of a DER encoding (X.690), one level at a time.
#pragma once

#include <optional>
#include <string_view>

namespace ugoda {

struct DerPart {
    unsigned char tag = 0;
    std::string_view content, whole;
};

/// Takes the first part off `bytes`. Nothing when they do not begin with one that is whole and whose
/// length is written in the shortest way; tags of more than a byte are not read.
[[nodiscard]] std::optional<DerPart> take_der(std::string_view& bytes);

}  // namespace ugoda
