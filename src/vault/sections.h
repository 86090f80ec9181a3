// How the sections that a case is told over time become one.
#pragma once

#include "base/json.h"

namespace ugoda {

/// RFC 7396 one level deep within each section: members given replace, null removes.
void merge_sections(Json& sections, const Json& more);

}  // namespace ugoda
