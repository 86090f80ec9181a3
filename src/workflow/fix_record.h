// The first half of issuing: what a record says enters the log, before anything is printed.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "workflow/copies.h"

namespace ugoda {

/// The latest version of that form's record in the case.
[[nodiscard]] std::optional<RecordEntry> latest_record(const Vault& vault, const std::string& case_number,
                                                       const std::string& form);

/// Appends record.fixed, unless the latest version says exactly this already, and returns it.
/// `despite` (null: none) is logged with it: reason, name and the decisions taken.
[[nodiscard]] RecordEntry fix_record(Vault& vault, const RecordContent& content, const Json& despite,
                                     const std::string& staff);

}  // namespace ugoda
