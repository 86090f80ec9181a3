// Lists whose members are rows: products with batch and expiry, actions with owner and day.
#pragma once

#include <string>

#include "base/finding.h"
#include "base/json.h"
#include "casefile/form.h"

namespace ugoda {

/// What is wrong with the rows of `list`, each finding at `place[row].column`, rows counted from
/// 1: a stop for a cell of the wrong kind and for one that is required and missing, a note for one
/// that is expected and for one that no column asks for. A row that is a text says all it has to
/// say. Empty when the field has no columns.
[[nodiscard]] Findings check_rows(const Field& list, const Json& rows, const std::string& place);

}  // namespace ugoda
