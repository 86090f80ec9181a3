#include "cli/exit_code.h"

namespace ugoda {

ExitCode exit_code(Fault fault) {
    switch (fault) {
        case Fault::usage:
        case Fault::input:
        case Fault::wording: return ExitCode::unusable_request;
        case Fault::storage: return ExitCode::storage;
        case Fault::integrity: return ExitCode::refused;
        case Fault::internal: return ExitCode::our_bug;
    }
    return ExitCode::our_bug;
}

ExitCode exit_code(Level worst) {
    switch (worst) {
        case Level::note: return ExitCode::done;
        case Level::warning: return ExitCode::something_is_wrong;
        case Level::decision:
        case Level::stop: return ExitCode::unusable_request;
    }
    return ExitCode::our_bug;
}

const std::string& exit_code_help() {
    static const std::string text =
        "Exit codes:\n"
        "  0   done; nothing wrong found\n"
        "  1   done, and something is wrong (a warning, damage found)\n"
        "  2   the request is not usable (arguments, answers, photo, form)\n"
        "  3   storage or environment (vault missing, disk full, permission)\n"
        "  4   refused: integrity would be lost (old backup, altered vault)\n"
        "  70  our bug";
    return text;
}

}  // namespace ugoda
