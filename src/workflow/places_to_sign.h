// Where on a copy's pages the parties may sign on a screen later: over the boxes for their pens.
#pragma once

#include <vector>

#include "casefile/layout_map.h"
#include "seal/seal_room.h"

namespace ugoda {

/// Two fields, `salon` and `client`; who signs in the client's place has the client's. A party without
/// a box gets a field that is not seen.
[[nodiscard]] std::vector<FieldPlace> places_to_sign(const LayoutMap& map);

}  // namespace ugoda
