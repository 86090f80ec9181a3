#include "cli/due_verbs.h"

#include "base/text.h"

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

}  // namespace

void print_due(const DueItem& item, std::ostream& out) {
    const DueEntry& entry = item.entry;
    out << padded(shown_time(entry.until), 16) << "  " << padded(distance(item), 14) << "  " << entry.case_number
        << "  " << (entry.record.empty() ? "" : entry.record + ": ") << one_line(entry.what);
    if (!entry.who.empty()) out << " (" << one_line(entry.who) << ')';
    out << '\n';
    if (entry.record.empty())
        out << "    " << one_line(entry.basis) << "; certainty " << one_line(entry.certainty) << ". "
            << one_line(entry.silence) << '\n';
}

ExitCode run_due(const DueOptions& options, const Session& session) {
    const DueList list = list_due(session.workplace(), options.within);
    std::size_t written = 0;
    if (!options.calendar.empty()) written = write_calendar(list, options.calendar);
    if (session.is_json) {
        Json items = Json::array();
        for (const DueItem& item : list.items) items.push_back(to_json(item));
        session.out << Json{{"due", items}, {"overdue", list.overdue}, {"findings", Json::array()}}.dump(
                           2, ' ', false, Json::error_handler_t::replace)
                    << '\n';
    } else {
        for (const DueItem& item : list.items) print_due(item, session.out);
        if (list.items.empty()) session.err << "nothing is due\n";
        if (!options.calendar.empty())
            session.err << written << (written == 1 ? " entry" : " entries") << " written to "
                        << brief(options.calendar) << '\n';
    }
    return list.overdue > 0 ? ExitCode::something_is_wrong : ExitCode::done;
}

ExitCode run_meet(const MeetOptions& options, const Session& session) {
    meet_deadline(session.workplace(), options.number, options.deadline, options.how);
    const ExitCode code = conclude({{"case", options.number}, {"met", options.deadline}}, {}, session);
    if (!session.is_json) session.out << options.number << ": " << options.deadline << " met\n";
    return code;
}

}  // namespace ugoda
