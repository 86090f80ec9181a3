// `ugoda issue`: a record of a case, fixed in the log, rendered for both parties, stored.
//
// Two events in order: record.fixed (what it says, by hashes), then, rendered with the
// checkpoint of exactly that moment, record.issued (what was printed). A crash between the two
// leaves a fixed record; issuing again finds it by its content hash and renders the same bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/record_content.h"

namespace ugoda {

struct IssueOptions {
    std::filesystem::path out = ".";
    bool is_draft = false;
    std::string despite{}, by{};   ///< reason and name for going on in spite of decisions
    std::string draft_to{};        ///< whom the draft is handed to: logged, and the time to reflect begins
};

struct Issued {
    std::string record;        ///< empty: nothing was issued, see findings
    int version = 1;
    std::vector<std::filesystem::path> files;
    Findings findings;
};

/// The same content returns the same record; changed content makes the next version.
[[nodiscard]] Issued issue_record(const Workplace& workplace, const RecordRequest& request,
                                  const IssueOptions& options);

}  // namespace ugoda
