// `due` and `meet`: options in, exit code out, and a line of the list for whoever else shows it.
#pragma once

#include <ostream>
#include <string>

#include "cli/session.h"
#include "workflow/due.h"

namespace ugoda {

struct DueOptions {
    DueQuestion question;
    std::string calendar;
};
[[nodiscard]] ExitCode run_due(const DueOptions& options, const Session& session);

struct MeetOptions {
    std::string number, deadline, how;
};
[[nodiscard]] ExitCode run_meet(const MeetOptions& options, const Session& session);

/// A line; a deadline has a second one with its ground and what silence means.
void print_due(const DueItem& item, std::ostream& out);

}  // namespace ugoda
