// What every verb is given: the options that stand before or after any verb, and where to
// print. Streams are parameters, so that tests call a verb as it is.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "cli/exit_code.h"
#include "workflow/workplace.h"

namespace ugoda {

struct Session {
    std::string vault{};    ///< --vault
    std::string staff{};    ///< --staff
    bool is_json = false;   ///< --json
    std::ostream& out;
    std::ostream& err;
    Surroundings surroundings{};  ///< tests put their own in; no state folder: the user's
    Progress progress{};          ///< empty: nobody watches

    /// The vault to work in. Throws Error(Fault::usage) when none is named or near.
    [[nodiscard]] Workplace workplace() const;
};

/// One safe line for a terminal, cut when it would fill the screen.
[[nodiscard]] std::string brief(std::string_view text);

/// `2026-03-03 09:20 +01:00` of an RFC 3339 moment; anything else as it is.
[[nodiscard]] std::string short_time(const std::string& moment);

/// With commas between.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// `ugoda: warning: WHERE: WHAT; WHAT TO DO`, one line each, to the error stream.
void print(const Findings& findings, const Session& session);

[[nodiscard]] Json to_json(const Findings& findings);

/// `{"cases": […]}` on the output stream, an element on a line, each printed as it is made: a list
/// may be long.
template <typename Element>
void print_as_json(const std::vector<Element>& elements, const char* member, const Session& session) {
    session.out << "{\"" << member << "\": [";
    const char* before = "\n";
    for (const Element& element : elements) {
        session.out << before << to_json(element).dump(-1, ' ', false, Json::error_handler_t::replace);
        before = ",\n";
    }
    session.out << "\n]}\n";
}

/// With --json: `value` and the findings as one object on the output stream; else the findings
/// as lines. Returns the exit code of the worst of them.
ExitCode conclude(Json value, const Findings& findings, const Session& session);

}  // namespace ugoda
