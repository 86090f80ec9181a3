// Answers and form to values and findings. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/finding.h"
#include "base/json.h"
#include "casefile/form.h"

namespace ugoda {

/// Where answers come from, by section name: salon, client, intake, reply, treatment,
/// settlement… as in the case file, and `case` (number, reference), `record` (id, version),
/// `file` (jurisdiction, language, region), `locale` (texts of the template folder),
/// `settings` (of the vault).
struct Sources {
    Json sections = Json::object();
};

/// Every text in `value` as answers are kept (base/text.h, clean_answer); one of nothing but
/// blanks and invisible characters becomes "". Names of members stay as they are.
[[nodiscard]] Json cleaned(const Json& value);

/// A moment as people write it, `2026-03-12T17:30+01:00`, with its seconds; any other text as
/// it is.
[[nodiscard]] std::string with_seconds(std::string moment);

/// The form's answers: its own section first (but for `filled` fields), then what each field
/// may be filled from, then its fallback. Text is cleaned; a date or time asked for where a
/// moment is given is that part of it; blank values are left out. No checking.
[[nodiscard]] Json assemble(const Form& form, const Sources& sources);

/// Adds the form's derived truths as booleans, in their order.
[[nodiscard]] Json derive(const Form& form, Json answers);

/// Everything wrong or worth telling: types and ranges by the form's JSON Schema, required and
/// expected fields, then the form's rules. Each names the field. Needs derived answers.
[[nodiscard]] Findings check(const Form& form, const Json& answers);

/// Notes on what the form's own section holds and no field asks for: a misspelt name would
/// otherwise be a silently missing answer. The header every record has (records of other
/// programs bring theirs) is not meant.
[[nodiscard]] Findings unused_answers(const Form& form, const Sources& sources);

/// Evaluates a condition (grammar in forms/README.md). An unknown operator throws
/// Error(Fault::wording).
[[nodiscard]] bool holds(const Json& condition, const Json& answers);

/// The shape of what a case file brings: its sections, their types where a wrong one would
/// mislead, attachment and photo entries; files that escape the folder are judged elsewhere.
/// All findings at once; stops for what makes it unusable. For `case add` and visits, where
/// every section may be missing. `form_sections` are those that the forms answer from.
[[nodiscard]] Findings check_sections(const Json& file, const std::set<std::string>& form_sections);

/// The same, and what opening a case cannot do without: client and intake.
[[nodiscard]] Findings check_case_file(const Json& file, const std::set<std::string>& form_sections);

/// The same, and what opening a visit cannot do without: client, and a section of the treatment.
[[nodiscard]] Findings check_visit_file(const Json& file, const std::set<std::string>& form_sections);

}  // namespace ugoda
