// The witnesses of a case, each with a mark by which the lines of a trail refer to it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workflow/paper.h"
#include "workflow/trail_facts.h"
#include "workflow/witnesses.h"

namespace ugoda {

class WitnessMarks {
  public:
    WitnessMarks(const Vault& vault, const TrailFacts& facts, const Locale& locale);

    /// `W1, W3`: of the event with that number in the case; in brackets one that is still in the
    /// house; a dash when there is none.
    [[nodiscard]] std::string of(std::uint64_t case_seq) const { return marks_.at(case_seq); }
    /// The same in words, for one event.
    [[nodiscard]] std::string in_words(std::uint64_t case_seq) const;
    /// A row for each: mark, what, since, covers.
    [[nodiscard]] const Json& rows() const { return rows_; }
    [[nodiscard]] bool has_paper() const { return has_paper_; }
    [[nodiscard]] bool has_timestamp() const { return has_timestamp_; }

  private:
    void add(const std::string& what, const std::string& since, bool is_out, std::uint64_t case_seq);

    const Locale& locale_;
    std::map<std::uint64_t, std::string> marks_, words_;
    Json rows_ = Json::array();
    bool has_paper_ = false, has_timestamp_ = false;
};

}  // namespace ugoda
