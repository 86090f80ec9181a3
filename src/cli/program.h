// The whole command line: arguments to a verb, the verb's outcome to an exit code.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "workflow/workplace.h"

namespace ugoda {

/// Whether somebody watches the error stream; then long work tells how far it has come.
enum class Watcher { nobody, terminal };

/// `arguments` without the program's name. Never throws.
[[nodiscard]] int run_program(std::vector<std::string> arguments, std::ostream& out, std::ostream& err,
                              Surroundings surroundings, Watcher watcher = Watcher::nobody);

}  // namespace ugoda
