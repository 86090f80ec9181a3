// How long what is held of a client stays, by the law as data: forms/law/retention.json, whose
// grammar is that of the deadlines.
#pragma once

#include <string>
#include <vector>

#include "casefile/deadline.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Until when, and on which ground. `until` empty: nothing says that it has to stay.
struct Term {
    std::string until;  ///< a date, the last day
    std::string basis;
    bool is_duty = false;  ///< the law demands it: nobody may decide otherwise
};

/// The salon's own forms/law/retention.json if it has one, else the program's.
[[nodiscard]] DeadlineBook load_retention(const Workplace& workplace);

/// The terms of one case or visit.
class Retention {
  public:
    Retention(const Vault& vault, const DeadlineBook& book, const CaseEntry& entry, const std::vector<EventEntry>& events);

    /// Under which id the book keeps a section, or a record by its form; empty when it does not know it.
    [[nodiscard]] static std::string category_of(const std::string& name);
    /// Of a section of the case file, client_card; of a record by its form; of an attachment by its
    /// kind. What is not known by name is of the treatment, or of the complaint.
    [[nodiscard]] Term of_section(const std::string& name) const;
    [[nodiscard]] Term of_attachment(const std::string& kind) const;
    [[nodiscard]] Term of_photo() const { return term("treatment"); }
    [[nodiscard]] Term of_note() const { return term(usual_); }

  private:
    [[nodiscard]] Term term(const std::string& id) const;

    std::string usual_;
    Json limits_;
};

}  // namespace ugoda
