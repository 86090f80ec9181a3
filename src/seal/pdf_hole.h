// The one part of a sealed PDF that its seal is not over: the string that holds it. Bytes only, no
// library.
#pragma once

#include <string>

#include "seal/seal.h"

namespace ugoda {

/// Signs everything in front of the marked hole and behind it, and puts the signature there, padded
/// with zeros. Throws Error(Fault::internal) when there is no such hole.
[[nodiscard]] std::string fill_hole(std::string pdf, const std::string& mark, const Seal& seal,
                                    const Timestamper& timestamper);

}  // namespace ugoda
