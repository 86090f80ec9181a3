// A template read as clauses, before any answer is in it. The grammar is
// templates/README.md.
#pragma once

#include <string>
#include <vector>

namespace ugoda {

struct Clause {
    std::string id;           ///< PL-S-12
    std::string tag;          ///< STD, LAWYER, OPT, OPT-LAWYER
    std::string when;         ///< printed only if this name is true; empty: always
    std::string text;         ///< Markdown with Mustache
    bool is_counted = false;  ///< its heading carries {{§}}
};

struct Wording {
    std::string form, locale;
    int version = 1;
    std::vector<Clause> clauses;
};

/// Throws Error(Fault::wording), naming the line or the clause: a comment that is none of
/// the two known, an id used twice, an unresolved `[…]`.
[[nodiscard]] Wording parse_wording(const std::string& source);

/// True for the clause a reference means: `S-11` is PL-S-11, PL-S-11N or PL-S-11B.
[[nodiscard]] bool is_meant(const Clause& clause, const std::string& reference);

}  // namespace ugoda
