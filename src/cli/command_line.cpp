#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include "cli/dossier_verbs.h"
#include "workflow/check_paper.h"

namespace ugoda {

CommandLine::CommandLine(Session& session)
    : app_(std::make_unique<CLI::App>("Settlements, consents and their evidence for beauty and service salons")),
      session_(session) {
    app_->name("ugoda");
    app_->require_subcommand(1);
    app_->set_version_flag("--version", std::string("ugoda ") + UGODA_VERSION);
    app_->footer(exit_code_help());
    app_->add_option("--vault", session_.vault, "the vault's folder (or UGODA_VAULT, or the one you are in)");
    app_->add_option("--staff", session_.staff, "who does it: an id from vault.toml");
    app_->add_flag("--json", session_.is_json, "one JSON object on standard output");
    add_vault_verbs();
    add_case_verbs();
    add_visit_verbs(*this);
    add_client_verbs(*this);
    add_file_verbs();
    add_record_verbs();
    add_life_verbs(*this);
    add_due_verbs(*this);
    add_timestamp_verb(*this);
    add_privacy_verbs(*this);
    add_wording_verbs(*this);
    add_dossier_verbs(*this);
    add_seal_verbs(*this);
    add_keeping_verbs(*this);
}

CommandLine::~CommandLine() = default;

CLI::App* CommandLine::verb(CLI::App& parent, const char* name, const char* help, Verb run) {
    CLI::App* sub = parent.add_subcommand(name, help);
    sub->fallthrough();
    sub->footer(exit_code_help());
    if (run) sub->callback([this, run = std::move(run)] { verb_ = run; });
    return sub;
}

CLI::App* CommandLine::group(const char* name, const char* help) {
    CLI::App* sub = verb(*app_, name, help, nullptr);
    sub->require_subcommand(1);
    return sub;
}

void CommandLine::add_vault_verbs() {
    CLI::App* init = verb(*app_, "init", "make a new vault",
                          [this](const Session& session) { return run_init(init_, session); });
    init->add_option("DIR", init_.folder, "folder of the new vault; must not exist or be empty")->required();
    init->add_option("--salon", init_.salon_file, "salon.toml, or any case file of the salon")->required();

    CLI::App* verify = verb(*app_, "verify", "check everything in the vault; or a dossier, or a sealed PDF", [this](const Session& session) {
        if (verified_.empty()) return run_verify(witness_, session);
        return is_pdf(verified_) ? run_verify_paper(verified_, witness_, session) : run_verify_dossier(verified_, witness_, session);
    });
    verify->add_option("FILE", verified_, "a dossier, zipped or unpacked; or a sealed PDF: what seals it, what was appended, whether the vault knows it");
    verify->add_option("--witness", witness_, "file with a checkpoint copied from paper");

    CLI::App* settings = group("settings", "the salon's settings in vault.toml");
    verb(*settings, "accept", "log the present vault.toml as the accepted one", run_settings_accept);
    verb(*app_, "reindex", "make the derived tables anew from the log", run_reindex);
}

void CommandLine::add_case_verbs() {
    CLI::App* cases = group("case", "complaints");
    CLI::App* open = verb(*cases, "open", "open a case from a case file (JSON or TOML)",
                          [this](const Session& session) { return run_case_open(case_, session); });
    open->add_option("FILE", case_.file, "the case file")->required();
    open->add_option("--visit", case_.visits, "the visit it is about: what the file lacks is taken over; may be repeated")
        ->allow_extra_args(false);
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
    auto* despite = close->add_option("--despite", case_.despite, "close although something is missing: the reason");
    auto* by = close->add_option("--by", case_.by, "who decided that; both are logged");
    despite->needs(by);
    by->needs(despite);
}

void CommandLine::add_file_verbs() {
    CLI::App* photos = group("photo", "photographs");
    CLI::App* add = verb(*photos, "add", "take photographs into a case or visit (JPEG, PNG, HEIC, WebP, TIFF)",
                         [this](const Session& session) { return run_photo_add(photo_, session); });
    add->add_option("CASE", photo_.number, either_number)->required();
    add->add_option("--before", photo_.before, "taken before the treatment");
    add->add_option("--after", photo_.after, "taken after the treatment");
    add->add_option("--followup", photo_.followup, "taken later");

    CLI::App* attach = verb(*app_, "attach", "take any other document into a case or visit",
                            [this](const Session& session) { return run_attach(attach_, session); });
    attach->add_option("CASE", attach_.number, either_number)->required();
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

void CommandLine::add_record_verbs() {
    CLI::App* issue = verb(*app_, "issue", "make a record of a case or visit: one PDF per copy",
                           [this](const Session& session) { return run_issue(issue_, session); });
    issue->add_option("FORM", issue_.form, "settlement, intake, reply…; see ugoda forms")->required();
    issue->add_option("CASE", issue_.number, either_number)->required();
    issue->add_option("--answers", issue_.answers, "file with answers put over those of the case");
    issue->add_option("--locale", issue_.locale, "language and law, pl-PL; the vault's if left out");
    issue->add_option("--out", issue_.out, "folder for the PDFs")->capture_default_str();
    auto* draft = issue->add_flag("--draft", issue_.is_draft, "one unnumbered copy for reading; all that is logged is that health data was read");
    issue->add_option("--hand-over-to", issue_.draft_to, "whom the draft is given to: logged, and the time to reflect begins")
        ->needs(draft);
    auto* despite = issue->add_option("--despite", issue_.despite, "go on in spite of decisions: the reason");
    auto* by = issue->add_option("--by", issue_.by, "who decided that; both are logged");
    despite->needs(by);
    by->needs(despite);

    CLI::App* trail = verb(*app_, "trail", "the audit trail of a case or visit, oldest first",
                           [this](const Session& session) { return run_trail(trail_, session); });
    trail->add_option("CASE", trail_.number, either_number)->required();
    auto* pdf = trail->add_option("--pdf", trail_.pdf, "write it as a PDF to this file, with a certificate of evidence");
    trail->add_option("--locale", trail_.locale, "language of the PDF, pl-PL; the vault's if left out")->needs(pdf);
}

}  // namespace ugoda
