// The tables of the trail on paper, as rows of forms/papers/trail.json. A table without rows is left
// out.
#pragma once

#include "workflow/event_words.h"
#include "workflow/witness_marks.h"

namespace ugoda {

/// What all tables are made from; the parts must outlive it.
struct TrailSources {
    const Vault& vault;
    const Paper& paper;
    const TrailFacts& facts;
    const EventWords& words;
    const WitnessMarks& marks;

    [[nodiscard]] const Locale& locale() const { return paper.locale; }
};

/// Every event: time with offset, who, what, the entry's hash, its witness.
[[nodiscard]] Json entry_rows(const TrailSources& from);
/// Those of the visits before it, numbered `V-2026-0001/1`.
[[nodiscard]] Json visit_entry_rows(const TrailSources& from);
/// SHA-256 of every header, whole: each holds that of the one before it.
[[nodiscard]] Json chain_rows(const TrailSources& from);

[[nodiscard]] Json record_rows(const TrailSources& from);
/// Copies: where they were printed, to whom they were handed.
[[nodiscard]] Json copy_rows(const TrailSources& from);
[[nodiscard]] Json signing_rows(const TrailSources& from);
/// What the consents of the case say, and the wording that was shown.
[[nodiscard]] Json consent_rows(const TrailSources& from);

/// What the program found wrong with photographs, and what was decided despite a finding.
[[nodiscard]] Json finding_rows(const TrailSources& from);
[[nodiscard]] Json decision_rows(const TrailSources& from);

/// Template, its version and its hash, for every version of every record.
[[nodiscard]] Json wording_rows(const TrailSources& from);
/// SHA-256 of what records were made from, of what was made, and of the originals.
[[nodiscard]] Json file_rows(const TrailSources& from);
[[nodiscard]] Json withheld_rows(const TrailSources& from);

/// `SET-2026-0001 v1`.
[[nodiscard]] std::string version_name(const RecordEntry& record);

}  // namespace ugoda
