#include "cli/due_verbs.h"

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command_line.h"

namespace ugoda {

namespace {

std::string counted(long days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

/// `3 days late`, `today`, `in 2 days`.
std::string distance(const DueItem& item) {
    if (item.entry.until.empty()) return "no date";
    if (item.days < 0) return counted(-item.days) + " late";
    if (item.is_overdue) return "late since today";
    return item.days == 0 ? "today" : "in " + counted(item.days);
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

/// `2026-03-04 09:20`
std::string shown_time(const std::string& until) {
    return until.size() > 16 ? until.substr(0, 10) + " " + until.substr(11, 5) : until;
}

std::string ground(const std::string& basis, const std::string& certainty, const std::string& means) {
    return one_line(basis) + ", certainty " + one_line(certainty) + (means.empty() ? "" : ": " + one_line(means));
}

void print_law(const Json& rule, const std::string& when, std::ostream& out) {
    out << "  " << one_line(text_at(rule, "what")) << ": " << one_line(when) << "\n    "
        << ground(text_at(rule, "basis"), text_at(rule, "certainty"), text_at(rule, "means")) << '\n';
}

/// Of one case: what its law says besides.
void print_law(const DueList& list, std::ostream& out) {
    if (!list.limits.empty()) out << "until when claims may come, at least:\n";
    for (const Json& limit : list.limits) print_law(limit, text_at(limit, "until"), out);
    if (!list.notes.empty()) out << "worth knowing:\n";
    for (const Json& note : list.notes) print_law(note, text_at(note, "term"), out);
}

}  // namespace

void print_due(const DueItem& item, std::ostream& out) {
    const DueEntry& entry = item.entry;
    out << padded(shown_time(entry.until), 16) << "  " << padded(distance(item), 14) << "  " << entry.case_number
        << "  " << (entry.record.empty() ? "" : entry.record + ": ") << one_line(entry.what);
    if (!entry.who.empty()) out << " (" << one_line(entry.who) << ')';
    out << '\n';
    if (entry.record.empty())
        out << "    " << ground(entry.basis, entry.certainty, entry.silence) << '\n';
}

namespace {

struct DueOptions {
    DueQuestion question;
    std::string calendar;
};

struct MeetOptions {
    std::string number, deadline, how;
};

ExitCode run_due(const DueOptions& options, const Session& session) {
    const DueList list = list_due(session.workplace(), options.question);
    std::size_t written = 0;
    if (!options.calendar.empty()) written = write_calendar(list, options.calendar);
    const bool is_urgent = list.overdue > 0 || worst(list.findings) >= Level::warning;
    const ExitCode code = is_urgent ? ExitCode::something_is_wrong : ExitCode::done;
    if (session.is_json) {
        Json items = Json::array();
        for (const DueItem& item : list.items) items.push_back(to_json(item));
        (void)conclude({{"due", items}, {"overdue", list.overdue}, {"limits", list.limits}, {"notes", list.notes}, {"backup", list.backup}},
                       list.findings, session);
        return code;
    }
    print(list.findings, session);
    for (const DueItem& item : list.items) print_due(item, session.out);
    print_law(list, session.out);
    if (list.items.empty()) session.err << "nothing is due\n";
    print(list.findings, session);
    if (!options.calendar.empty())
        session.err << written << (written == 1 ? " entry" : " entries") << " written to " << brief(options.calendar)
                    << '\n';
    return code;
}

ExitCode run_meet(const MeetOptions& options, const Session& session) {
    meet_deadline(session.workplace(), options.number, options.deadline, options.how);
    const ExitCode code = conclude({{"case", options.number}, {"met", options.deadline}}, {}, session);
    if (!session.is_json) session.out << options.number << ": " << options.deadline << " met\n";
    return code;
}

}  // namespace

void add_due_verbs(CommandLine& line) {
    const auto asked = std::make_shared<DueOptions>();
    CLI::App* due = line.verb(line.app(), "due", "what must happen by when, overdue first; exit code 1 when something is overdue",
                              [asked](const Session& session) { return run_due(*asked, session); });
    due->add_option("CASE", asked->question.case_number, "of this case only, and what else its law says");
    due->add_option("--within", asked->question.within, "only what is overdue or due in so many days")
        ->check(CLI::Range(0, 36500));
    due->add_option("--ics", asked->calendar, "also write it as a calendar (iCalendar) to this file");

    const auto told = std::make_shared<MeetOptions>();
    CLI::App* meet = line.verb(line.app(), "meet", "note that a deadline was met in another way than by a record",
                               [told](const Session& session) { return run_meet(*told, session); });
    meet->add_option("CASE", told->number, "2026-0001")->required();
    meet->add_option("DEADLINE", told->deadline, "acknowledgement, reply")->required();
    meet->add_option("--how", told->how, "how and when; kept in the log")->required();
}

}  // namespace ugoda
