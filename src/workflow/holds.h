// `ugoda hold`: nothing of the case or visit is erased until the hold is released. And what else
// keeps it: an open complaint, something that is due.
#pragma once

#include <string>
#include <vector>

#include "workflow/workplace.h"

namespace ugoda {

/// Throws Error(Fault::usage) without a reason, Error(Fault::input) when it is held already.
void hold_case(const Workplace& workplace, const std::string& number, const std::string& why);
/// Throws Error(Fault::input) when it is not held.
void release_case(const Workplace& workplace, const std::string& number, const std::string& why);

/// Why nothing of it may be erased now, in words; empty when it may.
[[nodiscard]] std::vector<std::string> holds_on(const Vault& vault, const std::string& number);

}  // namespace ugoda
