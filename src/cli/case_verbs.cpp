#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "cli/due_verbs.h"
#include "cli/verbs.h"
#include "workflow/create_vault.h"
#include "workflow/open_case.h"
#include "workflow/show_cases.h"

namespace ugoda {

namespace {

/// `kind` is case or visit, as is the member that names it.
ExitCode report(const CaseOutcome& outcome, const char* kind, const char* done, const Session& session) {
    const ExitCode code = conclude(
        {{kind, outcome.number.empty() ? Json() : Json(outcome.number)}}, outcome.findings, session);
    if (!session.is_json && !outcome.number.empty()) session.out << outcome.number << ' ' << done << '\n';
    return code;
}

void print_records(const CaseDetails& details, std::ostream& out) {
    for (const RecordSummary& record : details.records)
        out << "  " << record.id << " version " << record.version << ", " << record.form << ", "
            << record.status << '\n';
}

std::string in_visit(const Json& file) {
    const std::string visit = text_at(file, "visit");
    return visit.empty() ? "" : " in visit " + visit;
}

void print_files(const CaseDetails& details, std::ostream& out) {
    for (const Json& photo : details.photos) {
        const Json& times = photo.at("facts").at("times");
        out << "  photograph " << photo.at("number") << ", " << text_at(photo, "phase") << ", "
            << one_line(text_at(photo, "name")) << ", camera "
            << (times.contains("camera") ? text_at(times, "camera") + text_at(times, "camera_offset") : "not known")
            << ", received " << short_time(text_at(photo, "received")) << in_visit(photo) << ", "
            << text_at(photo, "sha256").substr(0, 16) << '\n';
    }
    for (const Json& attachment : details.attachments)
        out << "  attachment " << attachment.at("number") << ", " << one_line(text_at(attachment, "title"))
            << " (" << one_line(text_at(attachment, "name")) << "), received "
            << short_time(text_at(attachment, "received")) << in_visit(attachment) << ", " << text_at(attachment, "sha256").substr(0, 16)
            << '\n';
}

/// What is open, and the deadlines that were met.
void print_due(const CaseDetails& details, std::ostream& out) {
    if (!details.due.empty()) out << "due:\n";
    for (const DueItem& item : details.due) print_due(item, out);
    if (!details.summary.closed.empty()) return;
    for (const Json& deadline : details.deadlines) {
        const auto is_it = [&](const DueItem& item) {
            return item.entry.record.empty() && item.entry.item == text_at(deadline, "id");
        };
        if (std::none_of(details.due.begin(), details.due.end(), is_it))
            out << "  met: " << one_line(text_at(deadline, "what")) << ", by " << text_at(deadline, "due") << '\n';
    }
}

/// `members` is cases or visits.
ExitCode print_list(const std::vector<CaseSummary>& summaries, const char* members, const Session& session) {
    if (session.is_json) {
        print_as_json(summaries, members, session);
        return ExitCode::done;
    }
    const bool is_closable = members == std::string("cases");
    for (const CaseSummary& summary : summaries)
        session.out << summary.number << "  " << short_time(summary.opened) << "  "
                    << (!is_closable ? "" : summary.closed.empty() ? "open    " : "closed  ") << one_line(summary.client)
                    << ", " << one_line(summary.treatment) << (summary.records.empty() ? "" : "  ")
                    << joined(summary.records) << '\n';
    if (summaries.empty()) session.err << "no " << members << " yet\n";
    return ExitCode::done;
}

/// `kind` is case or visit.
ExitCode print_details(const CaseDetails& details, const char* kind, const Session& session) {
    if (session.is_json) {
        session.out << to_json(details).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return ExitCode::done;
    }
    const CaseSummary& summary = details.summary;
    session.out << kind << ' ' << summary.number << ", opened " << short_time(summary.opened)
                << (summary.closed.empty() ? "" : ", closed " + short_time(summary.closed)) << '\n'
                << "  client: " << one_line(summary.client) << '\n'
                << "  treatment: " << one_line(summary.treatment) << '\n';
    if (!summary.reference.empty()) session.out << "  your reference: " << brief(summary.reference) << '\n';
    if (!details.visits.empty()) session.out << "  about visit: " << joined(details.visits) << '\n';
    if (!details.cases.empty()) session.out << "  later case: " << joined(details.cases) << '\n';
    session.out << "  sections: " << brief(joined(details.sections)) << '\n';
    print_files(details, session.out);
    print_records(details, session.out);
    for (const Json& note : details.notes)
        session.out << "  note " << short_time(text_at(note, "at")) << ", " << text_at(note, "channel") << ' '
                    << (text_at(note, "direction") == "in" ? "from " : "to ") << brief(text_at(note, "with")) << ": "
                    << brief(text_at(note, "text")) << '\n';
    print_due(details, session.out);
    for (const Finding& missing : details.missing)
        session.out << "  missing: " << brief(missing.where) << ' ' << brief(missing.what) << "; "
                    << brief(missing.remedy) << '\n';
    return ExitCode::done;
}

}  // namespace

ExitCode run_init(const InitOptions& options, const Session& session) {
    const Workplace workplace{options.folder, session.surroundings, {}, session.staff};
    const Findings findings = create_vault(workplace, options.salon_file);
    const bool is_made = worst(findings) < Level::stop;
    const std::string folder = std::filesystem::absolute(options.folder).lexically_normal().string();
    const ExitCode code = conclude({{"vault", is_made ? Json(folder) : Json()}}, findings, session);
    if (is_made && !session.is_json)
        session.out << "vault made in " << one_line(folder) << '\n';
    return code;
}

ExitCode run_case_open(const CaseOptions& options, const Session& session) {
    return report(open_case(session.workplace(), options.file, options.visits), "case", "opened", session);
}

ExitCode run_case_add(const CaseOptions& options, const Session& session) {
    return report(add_to_case(session.workplace(), options.number, options.file), "case", "added to", session);
}

ExitCode run_case_close(const CaseOptions& options, const Session& session) {
    return report(close_case(session.workplace(), options.number, {options.why, options.despite, options.by}), "case",
                  "closed", session);
}

ExitCode run_case_list(const Session& session) { return print_list(list_cases(session.workplace()), "cases", session); }

ExitCode run_case_show(const CaseOptions& options, const Session& session) {
    return print_details(show_case(session.workplace(), options.number), "case", session);
}

ExitCode run_visit_open(const CaseOptions& options, const Session& session) {
    return report(open_visit(session.workplace(), options.file), "visit", "opened", session);
}

ExitCode run_visit_add(const CaseOptions& options, const Session& session) {
    return report(add_to_visit(session.workplace(), options.number, options.file), "visit", "added to", session);
}

ExitCode run_visit_list(const Session& session) {
    return print_list(list_visits(session.workplace()), "visits", session);
}

ExitCode run_visit_show(const CaseOptions& options, const Session& session) {
    return print_details(show_visit(session.workplace(), options.number), "visit", session);
}

}  // namespace ugoda
