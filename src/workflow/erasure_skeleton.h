// What statistics need of a case or visit after it was erased: categories, amounts, dates. No text
// that somebody wrote, so nothing of a person.
#pragma once

#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

[[nodiscard]] Json skeleton_of(const Vault& vault, const Workplace& workplace, const CaseEntry& entry);

}  // namespace ugoda
