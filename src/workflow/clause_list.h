// `ugoda clauses` and `clauses approve`: the clauses of the wordings, their review tags, and what a
// lawyer approved. An approval is an event: it covers the exact text of one clause.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/record_wording.h"

namespace ugoda {

struct ClauseLine {
    std::string form, locale, id, tag;
    int version = 1;            ///< of the template
    std::string sha256;         ///< 64 hex, of the clause's text
    std::string by, on;         ///< who approved this text, and when; empty: nobody
};

/// Of one form, or of all when `form` is empty; in one locale.
[[nodiscard]] std::vector<ClauseLine> list_clauses(const Workplace& workplace, const std::string& form,
                                                   const std::string& locale);

struct Approval {
    std::vector<std::string> ids;  ///< PL-S-11B, or the name of a form for all its clauses
    std::string by, on;            ///< on: 2026-04-01, not ahead
    std::string locale;            ///< empty: the vault's
};

/// Logs the approval of each clause as it reads now. Findings, and nothing logged, when a clause is
/// not there or the approval names nobody.
[[nodiscard]] Findings approve_clauses(const Workplace& workplace, const Approval& approval);

[[nodiscard]] Json to_json(const ClauseLine& line);

}  // namespace ugoda
