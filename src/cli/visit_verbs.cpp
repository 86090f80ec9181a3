#include <CLI/CLI.hpp>

#include "cli/command_line.h"

namespace ugoda {

namespace {

void add_open(CommandLine& line, CLI::App& visits) {
    auto options = std::make_shared<CaseOptions>();
    CLI::App* verb = line.verb(visits, "open", "open a visit from a file with its client and treatment (JSON or TOML)",
                               [options](const Session& session) { return run_visit_open(*options, session); });
    verb->add_option("FILE", options->file, "written like a case file, without a complaint")->required();
}

void add_add(CommandLine& line, CLI::App& visits) {
    auto options = std::make_shared<CaseOptions>();
    CLI::App* verb = line.verb(visits, "add", "bring further sections and files to a visit",
                               [options](const Session& session) { return run_visit_add(*options, session); });
    verb->add_option("VISIT", options->number, "V-2026-0001")->required();
    verb->add_option("FILE", options->file, "a file with the new sections")->required();
}

void add_show(CommandLine& line, CLI::App& visits) {
    auto options = std::make_shared<CaseOptions>();
    CLI::App* verb = line.verb(visits, "show", "what is known of one visit, and the later cases about it",
                               [options](const Session& session) { return run_visit_show(*options, session); });
    verb->add_option("VISIT", options->number, "V-2026-0001")->required();
}

}  // namespace

void add_visit_verbs(CommandLine& line) {
    CLI::App* visits = line.group("visit", "treatments, without a complaint");
    add_open(line, *visits);
    add_add(line, *visits);
    line.verb(*visits, "list", "all visits, oldest first", run_visit_list);
    add_show(line, *visits);
}

}  // namespace ugoda
