// What a record promises, and which deadlines it meets, as its answers say. Pure.
#pragma once

#include "base/json.h"
#include "casefile/form.h"

namespace ugoda {

/// As `record.issued` has them: id (`actions[2]` for the second row of a list), what, and who and
/// until where the answers say so. Nothing whose condition does not hold, that says nothing, or
/// that is done. Needs derived answers.
[[nodiscard]] Json promises_of(const Form& form, const Json& answers);

/// Ids of deadlines. Needs derived answers.
[[nodiscard]] Json deadlines_met(const Form& form, const Json& answers);

}  // namespace ugoda
