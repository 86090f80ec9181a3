// Where each record of a case stands, and what is missing before the case may close.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Decisions, one for each thing that is missing: a record that every case needs, a deadline of the law that is open, a signature, a
/// copy that was not handed over, a promise that was not kept. Empty when nothing is. Needs the
/// forms; what a record waits for is what its form said when it was issued.
[[nodiscard]] Findings missing_before_closing(const Vault& vault, const std::string& number,
                                              const Resources& resources);

}  // namespace ugoda
