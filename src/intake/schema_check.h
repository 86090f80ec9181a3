// The one door to the JSON Schema validator (draft-07).
#pragma once

#include <set>
#include <string>

#include "base/json.h"

namespace ugoda {

/// The names of the members of `object` that `schema` refuses. The reasons are told by
/// expectation.h, in words a receptionist knows. Throws Error(Fault::wording) when `schema`
/// is none.
[[nodiscard]] std::set<std::string> refused_members(const Json& schema, const Json& object);

}  // namespace ugoda
