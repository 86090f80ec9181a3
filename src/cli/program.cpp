#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "cli/command_line.h"
#include "cli/progress_line.h"

namespace ugoda {

namespace {

/// CLI11's sentence, but for a missing verb, of which it knows nothing but that one is wanted.
std::string what_is_wrong(const CLI::ParseError& error, const CLI::App& app) {
    const bool is_no_verb = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
                            std::string(error.what()).find("subcommand") != std::string::npos;
    if (!is_no_verb) return brief(error.what());
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty()) return "names no verb";
    return "'" + shortened(one_line(unknown.front()), 40) + "' is no " +
           (unknown.front().starts_with('-') ? "option" : "verb");
}

/// `--vault "$UNSET"` would go on in another vault, `--witness ""` would check without a witness.
void refuse_empty(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& word : option->results())
            if (word.empty())
                throw Error(Fault::usage, option->get_name(), "is empty", "give it a value, or leave it out");
    for (const CLI::App* verb : app.get_subcommands()) refuse_empty(*verb);
}

/// The verb, with a line of progress while it runs, if somebody watches.
ExitCode run_watched(const CommandLine& line, Session& session, Watcher watcher) {
    if (watcher == Watcher::nobody || session.is_json) return line.run();
    const Clock* clock = session.surroundings.clock;
    ProgressLine shown(session.err, clock ? ProgressLine::Now([clock] { return clock->monotonic_ms(); }) : nullptr);
    session.progress = [&](auto... what) { shown.show(what...); };
    return line.run();
}

/// --help and --version.
ExitCode tell_of_itself(const CLI::App& app, const CLI::ParseError& error, const Session& session) {
    std::ostringstream text;
    app.exit(error, text, text);
    if (!session.is_json)
        session.out << text.str();
    else if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr)
        session.out << Json{{"version", UGODA_VERSION}}.dump(2) << '\n';
    else
        session.out << Json{{"help", text.str()}}.dump(2) << '\n';
    return ExitCode::done;
}

ExitCode parse_and_run(std::vector<std::string> arguments, Session& session, Watcher watcher) {
    CommandLine line(session);
    try {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
        line.app().parse(arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return tell_of_itself(line.app(), error, session);
        throw Error(Fault::usage, "command line", what_is_wrong(error, line.app()), "see ugoda --help");
    }
    refuse_empty(line.app());
    return run_watched(line, session, watcher);
}

ExitCode complain(const std::string& line, ExitCode code, std::ostream& err) {
    err << "ugoda: " << one_line(line) << '\n';
    return code;
}

/// What an Error says, each part cut by itself so that the end of the line is not lost.
std::string line_of(const Error& error) {
    return brief(error.where()) + ": " + brief(error.text()) + (error.remedy().empty() ? "" : "; ") + brief(error.remedy());
}

/// The line for people, and with --json the same for programs.
ExitCode complain(const Error& error, const Session& session) {
    if (session.is_json)
        session.out << Json{{"error", {{"where", error.where()}, {"what", error.text()}, {"remedy", error.remedy()}}}}
                           .dump(2, ' ', false, Json::error_handler_t::replace)
                    << '\n';
    return complain(line_of(error), exit_code(error.fault()), session.err);
}

}  // namespace

int run_program(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, Surroundings surroundings,
                Watcher watcher) {
    // Known before the arguments are understood: a complaint about them is data too.
    const bool is_json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    Session session{.is_json = is_json, .out = out, .err = err, .surroundings = std::move(surroundings)};
    ExitCode code = ExitCode::our_bug;
    try {
        code = parse_and_run(std::move(arguments), session, watcher);
    } catch (const Error& error) {
        code = complain(error, session);
    } catch (const std::bad_alloc&) {
        code = complain({Fault::storage, "memory", "there is not enough", "close other programs"}, session);
    } catch (const std::exception& error) {
        code = complain({Fault::internal, "internal", error.what(), "please report this"}, session);
    }
    out.flush();
    if (!out && code <= ExitCode::something_is_wrong)
        code = complain("standard output: could not be written; free some space or print elsewhere",
                        ExitCode::storage, err);
    return static_cast<int>(code);
}

}  // namespace ugoda
