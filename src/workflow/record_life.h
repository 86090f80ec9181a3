// `ugoda print`, `sign`, `hand-over`, `perform`, `void`: what happens to a record once it is issued,
// each a dated fact in its case. Nothing is undone: a correction is a new version.
#pragma once

#include <string>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct LifeOutcome {
    std::string record;  ///< SET-2026-0001; empty: nothing was logged, see findings
    int version = 1;
    Findings findings;
};

// `record` is `SET-2026-0001`, its newest version, or `SET-2026-0001-v2`. All throw
// Error(Fault::input) for a record that is not there, was never issued or is void. `at` is an RFC
// 3339 moment or empty for now; a moment that lies ahead, or before the record was issued, is a stop:
// the paper did not exist.

struct Printing {
    int copy = 0;         ///< 0: every copy
    std::string printer;  ///< empty: the system's usual one, if there is any
    std::string why;      ///< of printing again
};
/// Hands the copies to CUPS. Without a printer the fact alone is logged: it was printed elsewhere.
[[nodiscard]] LifeOutcome print_record(const Workplace& workplace, const std::string& record,
                                       const Printing& printing);

struct Signature {
    std::string role{};  ///< salon, client, guardian, representative, practitioner, witness, interpreter
    std::string name{};
    std::string how = "ink";  ///< ink, screen, qualified_e_signature, advanced_e_signature, refused
    std::string at{}, place{}, why{}, witness{}, remarks{};
    std::string authority{};  ///< what a guardian or representative acts on
};
/// As stated by staff. A refusal needs a reason and a witness, a guardian or representative an
/// authority.
[[nodiscard]] LifeOutcome sign_record(const Workplace& workplace, const std::string& record,
                                      const Signature& signature);

struct HandOver {
    int copy = 2;
    std::string to, at;
};
[[nodiscard]] LifeOutcome hand_over_record(const Workplace& workplace, const std::string& record,
                                           const HandOver& hand_over);

struct Performance {
    std::string promise;  ///< its id; empty: everything that the record promises
    std::string at, remarks;
};
[[nodiscard]] LifeOutcome perform_record(const Workplace& workplace, const std::string& record,
                                         const Performance& performance);

[[nodiscard]] LifeOutcome void_record(const Workplace& workplace, const std::string& record,
                                      const std::string& why);

}  // namespace ugoda
