// The deadlines of a case, worked out when it is opened or its facts change, and kept in the log.
#pragma once

#include <string>

#include "intake/deadlines.h"
#include "workflow/workplace.h"

namespace ugoda {

/// The law as data: the salon's own forms/law/deadlines.json if it has one, else the program's.
[[nodiscard]] DeadlineBook load_deadlines(const Workplace& workplace);

/// Under what law the case stands: its own country, or that of the vault's locale. Refers to the
/// entry's sections.
[[nodiscard]] CaseUnderLaw law_of(const Vault& vault, const CaseEntry& entry);

/// Appends `deadlines.set` for the case as it is now in the open transaction, unless its duties
/// are those of `before`. Returns what is worth telling and was not before.
[[nodiscard]] Findings set_deadlines(const Vault& vault, Writer& writer, const DeadlineBook& book,
                                     const std::string& case_number, const DutiesFound& before,
                                     const std::string& staff);

/// `ack_due` and `reply_due`, as forms may take them from `case`.
[[nodiscard]] Json dates_for_forms(const Vault& vault, const std::string& case_number);

}  // namespace ugoda
