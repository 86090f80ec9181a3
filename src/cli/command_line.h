// The parser of the command line. Each file of verbs adds its own to it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/verbs.h"

namespace CLI {
class App;
}

namespace ugoda {

using Verb = std::function<ExitCode(const Session&)>;

/// The parser, and the verb that was chosen. Options live here, or with the verb, while it runs.
class CommandLine {
  public:
    explicit CommandLine(Session& session);
    ~CommandLine();

    CLI::App& app() { return *app_; }
    /// Adds a verb to the program or to a group of verbs.
    CLI::App* verb(CLI::App& parent, const char* name, const char* help, Verb run);
    CLI::App* group(const char* name, const char* help);
    [[nodiscard]] ExitCode run() const { return verb_(session_); }

  private:
    void add_vault_verbs();
    void add_case_verbs();
    void add_file_verbs();
    void add_record_verbs();

    std::unique_ptr<CLI::App> app_;
    Session& session_;
    Verb verb_;
    InitOptions init_;
    CaseOptions case_;
    PhotoOptions photo_;
    AttachOptions attach_;
    IssueVerbOptions issue_;
    std::string witness_, verified_;
    TrailOptions trail_;
};

/// Of what every CASE that may be a visit is.
constexpr const char* either_number = "2026-0001; or a visit, V-2026-0001";

void add_visit_verbs(CommandLine& line);
void add_client_verbs(CommandLine& line);
/// print, sign, hand-over, perform, void, note.
void add_life_verbs(CommandLine& line);
/// due, meet.
void add_due_verbs(CommandLine& line);
/// seal.
void add_seal_verbs(CommandLine& line);
/// timestamp.
void add_timestamp_verb(CommandLine& line);
/// access, withdraw, erase, hold.
void add_privacy_verbs(CommandLine& line);
/// backup, restore, key.
void add_keeping_verbs(CommandLine& line);
/// forms, clauses.
void add_wording_verbs(CommandLine& line);
/// dossier.
void add_dossier_verbs(CommandLine& line);

}  // namespace ugoda
