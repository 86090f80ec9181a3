// `ugoda case open`, `add` and `close`: a complaint and what belongs to it; `visit open` and
// `add`: a treatment without complaint.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct CaseOutcome {
    std::string number;  ///< empty: nothing was done, see findings
    Findings findings;
};

/// Opens a case with the file's sections and takes in its files, all or nothing. `visits` are
/// numbers of those it is about, besides any that the file names: what the file lacks is taken
/// over from them.
[[nodiscard]] CaseOutcome open_case(const Workplace& workplace, const std::filesystem::path& file,
                                    const std::vector<std::string>& visits = {});
[[nodiscard]] CaseOutcome open_visit(const Workplace& workplace, const std::filesystem::path& file);

/// Brings further sections and files to a case: members given replace, others stay.
[[nodiscard]] CaseOutcome add_to_case(const Workplace& workplace, const std::string& number,
                                      const std::filesystem::path& file);
[[nodiscard]] CaseOutcome add_to_visit(const Workplace& workplace, const std::string& number,
                                       const std::filesystem::path& file);

struct Closing {
    std::string why;
    std::string despite, by;  ///< reason and name for closing although something is missing
};

/// Closing is a dated fact; a case stays readable and can still be added to. What is missing before
/// it may close is a decision each. Throws Error(Fault::input) when it is closed already.
[[nodiscard]] CaseOutcome close_case(const Workplace& workplace, const std::string& number,
                                     const Closing& closing);

}  // namespace ugoda
