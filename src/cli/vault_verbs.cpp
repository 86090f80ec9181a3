#include "base/text.h"
#include "cli/verbs.h"
#include "workflow/check_vault.h"
#include "workflow/pull_trail.h"
#include "workflow/trail_paper.h"

namespace ugoda {

namespace {

std::string told(const PaperWitness& paper) {
    if (paper.record.empty()) return "a paper of another case, handed over " + short_time(paper.handed_over);
    const std::string copy = paper.copy == 0 ? "" : " copy " + std::to_string(paper.copy);
    const std::string name = paper.record + " version " + std::to_string(paper.version) + copy;
    if (!paper.handed_over.empty())
        return name + ", handed to " + one_line(paper.to) + ' ' + short_time(paper.handed_over);
    return name + ", issued " + short_time(paper.issued) +
           (paper.is_printed ? ", printed, and still in the house" : ", in the house: nobody noted that it was printed");
}

/// The first paper and the first timestamp that cover the event; a paper in the house is no witness yet.
void print_witnesses(const TrailLine& line, std::ostream& out) {
    const auto size = [](std::uint64_t events) { return " (log size " + std::to_string(events) + ")\n"; };
    if (line.timestamp)
        out << "     witness: timestamp of " << line.timestamp->time
            << (line.timestamp->authority.empty() ? "" : " by " + one_line(line.timestamp->authority))
            << ", log entry " << line.timestamp->event << size(line.timestamp->size);
    if (line.paper)
        out << (line.paper->handed_over.empty() ? "     no paper witness yet: " : "     witness: ") << told(*line.paper)
            << size(line.paper->size);
    if (!line.paper && !line.timestamp) out << "     no witness yet\n";
}

void print(const TrailLine& line, std::ostream& out) {
    out << line.case_seq << "  " << line.time << "  " << line.kind << "  " << one_line(line.who) << " ("
        << line.staff << ")\n"
        << "     " << one_line(line.what) << '\n';
    if (line.clock_behind) out << "     the computer's clock showed less than at the event before\n";
    out << "     log entry " << line.seq << ", header " << line.header << '\n'
        << "     payload " << line.payload << '\n';
    for (const ObjectRef& object : line.objects)
        out << "     " << one_line(object.role) << ' ' << to_hex(object.sha256) << ", " << object.bytes << " bytes\n";
    print_witnesses(line, out);
}

}  // namespace

ExitCode run_trail(const TrailOptions& options, const Session& session) {
    if (!options.pdf.empty()) {
        write_trail_paper(session.workplace(), options.number, options.locale, options.pdf);
        if (session.is_json)
            session.out << Json{{"file", options.pdf}, {"findings", Json::array()}}.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        else
            session.out << one_line(options.pdf) << '\n';
        return ExitCode::done;
    }
    const Trail trail = pull_trail(session.workplace(), options.number);
    if (session.is_json) {
        session.out << to_json(trail).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return ExitCode::done;
    }
    session.out << called(trail.case_number) << ", log " << trail.log << " of " << trail.log_size << " events\n\n";
    for (const TrailLine& line : trail.lines) print(line, session.out);
    return ExitCode::done;
}

ExitCode run_verify(const std::string& witness, const Session& session) {
    const VaultReport report =
        witness.empty() ? check_vault(session.workplace()) : check_witness(session.workplace(), witness);
    const ExitCode code = conclude(
        {{"intact", report.is_intact}, {"events", report.events}, {"objects", report.objects}},
        report.findings, session);
    if (session.is_json) return report.is_intact ? code : ExitCode::something_is_wrong;
    if (!witness.empty())
        session.out << (report.is_intact ? "the log begins with what this paper vouches for; it has "
                                         : "the log does NOT stand behind this paper; it has ")
                    << report.events << " events\n";
    else
        session.out << (report.is_intact ? "intact" : "NOT intact") << ": " << report.events << " events, "
                    << report.objects << " objects checked\n";
    return report.is_intact ? code : ExitCode::something_is_wrong;
}

ExitCode run_settings_accept(const Session& session) {
    const Acceptance acceptance = accept_settings(session.workplace());
    const ExitCode code = conclude({{"accepted", acceptance.is_new}}, acceptance.findings, session);
    if (!session.is_json && code == ExitCode::done)
        session.out << (acceptance.is_new ? "accepted\n" : "nothing to accept: vault.toml is the accepted one\n");
    return code;
}

ExitCode run_reindex(const Session& session) {
    reindex_vault(session.workplace());
    if (session.is_json)
        session.out << Json{{"findings", Json::array()}}.dump(2) << '\n';
    else
        session.out << "derived tables made anew\n";
    return ExitCode::done;
}

}  // namespace ugoda
