#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <sstream>

#include "base/text.h"
#include "cli/progress_line.h"
#include "cli/verbs.h"

namespace ugoda {

namespace {

using Verb = std::function<ExitCode(const Session&)>;

/// The parser, and the verb that was chosen. Options live here while the verb runs.
class CommandLine {
  public:
    explicit CommandLine(Session& session) : session_(session) {
        app_.name("ugoda");
        app_.require_subcommand(1);
        app_.set_version_flag("--version", std::string("ugoda ") + UGODA_VERSION);
        app_.footer(exit_code_help());
        app_.add_option("--vault", session_.vault, "the vault's folder (or UGODA_VAULT, or the one you are in)");
        app_.add_option("--staff", session_.staff, "who does it: an id from vault.toml");
        app_.add_flag("--json", session_.is_json, "one JSON object on standard output");
        add_vault_verbs();
        add_case_verbs();
        add_file_verbs();
        add_record_verbs();
    }

    CLI::App& app() { return app_; }
    [[nodiscard]] ExitCode run() const { return verb_(session_); }

  private:
    CLI::App* verb(CLI::App& parent, const char* name, const char* help, Verb run) {
        CLI::App* sub = parent.add_subcommand(name, help);
        sub->fallthrough();
        sub->footer(exit_code_help());
        if (run) sub->callback([this, run = std::move(run)] { verb_ = run; });
        return sub;
    }

    CLI::App* group(const char* name, const char* help) {
        CLI::App* sub = verb(app_, name, help, nullptr);
        sub->require_subcommand(1);
        return sub;
    }

    void add_vault_verbs() {
        CLI::App* init = verb(app_, "init", "make a new vault",
                              [this](const Session& session) { return run_init(init_, session); });
        init->add_option("DIR", init_.folder, "folder of the new vault; must not exist or be empty")->required();
        init->add_option("--salon", init_.salon_file, "salon.toml, or any case file of the salon")->required();

        CLI::App* verify = verb(app_, "verify", "check everything in the vault",
                                [this](const Session& session) { return run_verify(witness_, session); });
        verify->add_option("--witness", witness_, "file with a checkpoint copied from paper");

        CLI::App* settings = group("settings", "the salon's settings in vault.toml");
        verb(*settings, "accept", "log the present vault.toml as the accepted one", run_settings_accept);
        verb(app_, "reindex", "make the derived tables anew from the log", run_reindex);
    }

    void add_case_verbs() {
        CLI::App* cases = group("case", "complaints");
        CLI::App* open = verb(*cases, "open", "open a case from a case file (JSON or TOML)",
                              [this](const Session& session) { return run_case_open(case_, session); });
        open->add_option("FILE", case_.file, "the case file")->required();
        CLI::App* add = verb(*cases, "add", "bring further sections and files to a case",
                             [this](const Session& session) { return run_case_add(case_, session); });
        add->add_option("CASE", case_.number, "2026-0001")->required();
        add->add_option("FILE", case_.file, "a case file with the new sections")->required();
        verb(*cases, "list", "all cases, oldest first", run_case_list);
        CLI::App* show = verb(*cases, "show", "what is known of one case",
                              [this](const Session& session) { return run_case_show(case_, session); });
        show->add_option("CASE", case_.number, "2026-0001")->required();
        CLI::App* close = verb(*cases, "close", "note that a case is closed",
                               [this](const Session& session) { return run_case_close(case_, session); });
        close->add_option("CASE", case_.number, "2026-0001")->required();
        close->add_option("--why", case_.why, "the reason, kept in the log");
    }

    void add_file_verbs() {
        CLI::App* photos = group("photo", "photographs");
        CLI::App* add = verb(*photos, "add", "take photographs into a case (JPEG, PNG, HEIC, WebP, TIFF)",
                             [this](const Session& session) { return run_photo_add(photo_, session); });
        add->add_option("CASE", photo_.number, "2026-0001")->required();
        add->add_option("--before", photo_.before, "taken before the treatment");
        add->add_option("--after", photo_.after, "taken after the treatment");
        add->add_option("--followup", photo_.followup, "taken later");

        CLI::App* attach = verb(app_, "attach", "take any other document into a case",
                                [this](const Session& session) { return run_attach(attach_, session); });
        attach->add_option("CASE", attach_.number, "2026-0001")->required();
        attach->add_option("FILE", attach_.file, "the document; its bytes are kept as they are")->required();
        attach->add_option("--kind", attach_.kind, "what it is")
            ->required()
            ->check(CLI::IsMember({"consent", "questionnaire", "treatment_note", "receipt", "medical_document",
                                   "message_thread", "product_label", "device_log", "expert_opinion", "quote",
                                   "privacy_notice", "proxy", "other"}));
        attach->add_option("--title", attach_.title, "as it stands in the list of attachments")->required();
        attach->add_option("--made-at", attach_.made_at, "when it was made: 2026-03-02T10:40:00+01:00");
        attach->add_option("--time-source", attach_.time_source, "where that time is from")
            ->check(CLI::IsMember({"exif", "salon_clock", "client_statement", "document_date"}))
            ->default_val("document_date");
        attach->add_option("--author", attach_.author, "who made or brought it");
        attach->add_option("--pages", attach_.pages, "how many pages it has")->check(CLI::Range(1, 9999));
    }

    void add_record_verbs() {
        CLI::App* issue = verb(app_, "issue", "make a record of a case: one PDF per copy",
                               [this](const Session& session) { return run_issue(issue_, session); });
        issue->add_option("FORM", issue_.form, "settlement, intake")->required();
        issue->add_option("CASE", issue_.number, "2026-0001")->required();
        issue->add_option("--answers", issue_.answers, "file with answers put over those of the case");
        issue->add_option("--locale", issue_.locale, "language and law, pl-PL; the vault's if left out");
        issue->add_option("--out", issue_.out, "folder for the PDFs")->capture_default_str();
        issue->add_flag("--draft", issue_.is_draft, "one unnumbered copy for reading; nothing is logged");
        auto* despite = issue->add_option("--despite", issue_.despite, "go on in spite of decisions: the reason");
        auto* by = issue->add_option("--by", issue_.by, "who decided that; both are logged");
        despite->needs(by);
        by->needs(despite);

        CLI::App* trail = verb(app_, "trail", "the audit trail of a case, oldest first",
                               [this](const Session& session) { return run_trail(trail_, session); });
        trail->add_option("CASE", trail_, "2026-0001")->required();
    }

    CLI::App app_{"Settlements, consents and their evidence for beauty and service salons"};
    Session& session_;
    Verb verb_;
    InitOptions init_;
    CaseOptions case_;
    PhotoOptions photo_;
    AttachOptions attach_;
    IssueVerbOptions issue_;
    std::string witness_, trail_;
};

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
