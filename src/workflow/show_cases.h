// `ugoda case list` and `case show`, and the same of visits: what the vault knows of them, for people
// and programs.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "vault/entries.h"
#include "vault/event_entry.h"
#include "workflow/due.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Oldest first.
[[nodiscard]] std::vector<CaseSummary> list_cases(const Workplace& workplace);
[[nodiscard]] std::vector<CaseSummary> list_visits(const Workplace& workplace);

/// A version of a record with its status derived from the events.
struct RecordSummary {
    std::string id, form, status, time;  ///< status: a line of dated facts
    bool is_void = false;
    int version = 1;
    std::string content_hash;
};

struct CaseDetails {
    CaseSummary summary;
    std::vector<std::string> visits;     ///< of a case: those it is about
    std::vector<std::string> cases;      ///< of a visit: those that are about it
    std::vector<std::string> sections;   ///< names of those filled in
    Json photos = Json::array();         ///< number, phase, name, received, camera time, sha256
    Json attachments = Json::array();    ///< number, title, kind, received, sha256
    std::vector<RecordSummary> records;
    Json notes = Json::array();          ///< text, channel, with, direction, at
    Findings missing;                    ///< before the case may close; none of a visit or a closed case
    std::vector<DueItem> due;            ///< what is open
    Json deadlines = Json::array();      ///< as they were set last, met or not
};

[[nodiscard]] CaseDetails show_case(const Workplace& workplace, const std::string& number);
[[nodiscard]] CaseDetails show_visit(const Workplace& workplace, const std::string& number);

[[nodiscard]] Json to_json(const CaseSummary& summary);
[[nodiscard]] Json to_json(const CaseDetails& details);

}  // namespace ugoda
