// `ugoda due`: what must happen by when, over all cases, and as a calendar; and `ugoda meet`: a
// deadline was met in another way than by a record of ours.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

struct DueItem {
    DueEntry entry;
    bool is_overdue = false;
    long days = 0;  ///< until it is due, by the salon's calendar; negative when that day is past
};

/// Which of it is asked for.
struct DueQuestion {
    std::optional<int> within{};  ///< what is overdue or due in so many days
    std::string case_number{};    ///< of that case only
};

struct DueList {
    std::vector<DueItem> items;  ///< the most overdue first; those that nobody dated at the end
    std::size_t overdue = 0;
    Instant now;
    Json backup;                 ///< the last one (workflow/back_up.h); null: none, or one case was asked for
    std::string origin;          ///< of the vault's log
    /// Of one case, by today's law: until when claims may come, and what has no date
    /// (intake/deadlines.h).
    Json limits = Json::array(), notes = Json::array();
    Findings findings{};         ///< of the vault itself, its timestamps and backups, when all cases are asked for
};

[[nodiscard]] DueList list_due(const Workplace& workplace, const DueQuestion& question = {});

/// Of one case.
[[nodiscard]] std::vector<DueItem> due_in(const Vault& vault, const std::string& case_number, Instant now);

/// Writes the dated ones, with no word about who and what the matter is: calendars get about. One
/// that we wrote before is replaced; any other file there throws Error(Fault::input). Returns how
/// many.
std::size_t write_calendar(const DueList& list, const std::filesystem::path& file);

/// Logs that the case's deadline was met, and how. Throws Error(Fault::input) when it has no such
/// deadline open.
void meet_deadline(const Workplace& workplace, const std::string& case_number, const std::string& deadline,
                   const std::string& how);

[[nodiscard]] Json to_json(const DueItem& item);

}  // namespace ugoda
