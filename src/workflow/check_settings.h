// Whether settings can be worked with: what `init` writes into vault.toml, and what somebody
// wrote there by hand before `settings accept`.
#pragma once

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

/// All that is wrong, each finding a stop that names the setting.
[[nodiscard]] Findings check_settings(const Json& settings);

}  // namespace ugoda
