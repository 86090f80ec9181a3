// The timestamp in the seal of a paper, as whoever knows CMS finds it.
#pragma once

#include <string>

namespace ugoda {

struct SealToken {
    std::string signature;  ///< the value that was signed
    std::string token;      ///< over it, DER; empty: the seal has none
};

/// Of the first signature in the PDF.
[[nodiscard]] SealToken token_in_seal(const std::string& pdf);

}  // namespace ugoda
