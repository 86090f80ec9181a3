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

    /// `W1, W3`: of an event of the case or its visits; in brackets one that is still in the house; a
    /// dash when there is none.
    [[nodiscard]] std::string of(std::uint64_t seq) const { return marks_.at(seq); }
    /// The same in words, for one event.
    [[nodiscard]] std::string in_words(std::uint64_t seq) const;
    /// A row for each: mark, what, since, covers.
    [[nodiscard]] Json rows() const;
    [[nodiscard]] bool has_paper() const { return has_paper_; }
    [[nodiscard]] bool has_timestamp() const { return has_timestamp_; }

  private:
    /// Entries of one case or visit that follow each other.
    struct Covered {
        std::string of;  ///< a visit's number; empty: the case itself
        std::uint64_t first = 0, last = 0;
    };
    struct Marked {
        std::string mark, what, since;
        std::vector<Covered> covered;
    };
    void mark_all(const Witnesses& witnesses, const TrailFacts& facts, const std::string& of);
    void add(const std::string& what, const std::string& since, bool is_out, const Covered& one, std::uint64_t seq);

    const Locale& locale_;
    std::map<std::uint64_t, std::string> marks_, words_;
    std::vector<Marked> marked_;
    bool has_paper_ = false, has_timestamp_ = false;
};

}  // namespace ugoda
