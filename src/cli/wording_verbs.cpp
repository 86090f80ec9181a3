#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/clause_list.h"
#include "workflow/form_list.h"

namespace ugoda {

namespace {

/// The forms of the vault that is near, in its locale; without a vault the program's, in English.
struct Shelves {
    Resources resources;
    std::string locale = "en-GB";
};

Shelves shelves_near(const Session& session) {
    Workplace workplace;
    try {
        workplace = session.workplace();
    } catch (const Error& error) {
        if (error.fault() != Fault::usage || !session.vault.empty()) throw;
        Shelves shelves{find_resources(), "en-GB"};
        require_installed(shelves.resources);
        return shelves;
    }
    return {own_first(workplace), text_at(open_vault(workplace, Access::read).settings(), "locale")};
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
    return line;
}

void print_json(const Json& value, const Session& session) {
    session.out << value.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

ExitCode run_forms(const Session& session) {
    const Shelves shelves = shelves_near(session);
    Json list = Json::array();
    for (const FormLine& line : list_forms(shelves.resources, shelves.locale)) {
        list.push_back(to_json(line));
        if (!session.is_json)
            session.out << line.name << "  " << line.prefix << "  " << line.copies
                        << (line.copies == 1 ? " copy  " : " copies  ") << line.title << "  (" << joined(line.locales)
                        << ")\n";
    }
    if (session.is_json) print_json({{"forms", list}}, session);
    return ExitCode::done;
}

ExitCode run_forms_show(const std::string& name, const Session& session) {
    const Json form = described(load_form(shelves_near(session).resources, name));
    if (session.is_json) {
        print_json(form, session);
        return ExitCode::done;
    }
    session.out << text_at(form, "form") << ", section " << text_at(form, "section") << '\n';
    for (const Json& field : form.at("fields")) {
        session.out << "  " << text_at(field, "name") << ": " << text_at(field, "type") << ", " << text_at(field, "need");
        if (field.contains("when")) session.out << ", when " << text_at(field, "when");
        if (field.contains("choices")) session.out << "; one of " << joined(field.at("choices").get<std::vector<std::string>>());
        if (field.contains("columns")) session.out << "; rows of " << joined(field.at("columns").get<std::vector<std::string>>());
        session.out << '\n';
    }
    for (const Json& rule : form.at("rules"))
        session.out << "  " << text_at(rule, "level") << " at " << text_at(rule, "where") << ": " << text_at(rule, "what")
                    << " (when " << text_at(rule, "when") << ")\n";
    return ExitCode::done;
}

ExitCode run_clauses(const std::string& form, const std::string& locale, const Session& session) {
    Json list = Json::array();
    for (const ClauseLine& line : list_clauses(session.workplace(), form, locale)) {
        list.push_back(to_json(line));
        if (!session.is_json)
            session.out << line.form << "  " << line.id << "  " << line.tag << "  version " << line.version << "  "
                        << (line.by.empty() ? "not approved" : "approved by " + one_line(line.by) + " on " + line.on) << '\n';
    }
    if (session.is_json) print_json({{"clauses", list}}, session);
    return ExitCode::done;
}

}  // namespace

void add_wording_verbs(CommandLine& line) {
    CLI::App* forms = line.verb(line.app(), "forms", "the records that can be made", run_forms);
    forms->require_subcommand(0, 1);
    auto name = std::make_shared<std::string>();
    CLI::App* show = line.verb(*forms, "show", "what a form asks for, and its rules",
                               [name](const Session& session) { return run_forms_show(*name, session); });
    show->add_option("FORM", *name, "settlement, consent…")->required();

    struct Options {
        std::string form, locale;
        Approval approval;
    };
    auto options = std::make_shared<Options>();
    CLI::App* clauses = line.verb(line.app(), "clauses", "the clauses, their review tags, and who approved them",
                                  [options](const Session& session) { return run_clauses(options->form, options->locale, session); });
    clauses->require_subcommand(0, 1);
    clauses->add_option("--form", options->form, "of this form only");
    clauses->add_option("--locale", options->locale, "language and law, pl-PL; the vault's if left out");
    CLI::App* approve = line.verb(*clauses, "approve", "log that a lawyer approved clauses as they read now", [options](const Session& session) {
        const Findings findings = approve_clauses(session.workplace(), options->approval);
        const ExitCode code = conclude({{"approved", worst(findings) < Level::stop}}, findings, session);
        if (!session.is_json && worst(findings) < Level::stop) session.out << "approval noted\n";
        return code;
    });
    approve->add_option("CLAUSE", options->approval.ids, "PL-S-11B, or a form for all its clauses")->required();
    approve->add_option("--by", options->approval.by, "the lawyer")->required();
    approve->add_option("--on", options->approval.on, "the day: 2026-04-01")->required();
    approve->add_option("--locale", options->approval.locale, "language and law, pl-PL; the vault's if left out");
}

}  // namespace ugoda
