#include "cli/dossier_verbs.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/check_dossier.h"
#include "workflow/make_dossier.h"

namespace ugoda {

namespace {

ExitCode run_dossier(const std::string& number, const DossierOptions& options, const Session& session) {
    const MadeDossier made = make_dossier(session.workplace(), number, options);
    const ExitCode code = conclude({{"file", options.out.string()},
                                    {"sha256", made.sha256},
                                    {"bytes", made.bytes},
                                    {"size", made.size},
                                    {"events", made.events},
                                    {"withheld", made.withheld}},
                                   made.findings, session);
    if (session.is_json) return code;
    session.out << one_line(options.out.string()) << ": " << made.events << " events of a log of " << made.size;
    if (made.withheld > 0) session.out << ", the words of " << made.withheld << " withheld (data/withheld.txt)";
    session.out << "\nSHA-256 " << made.sha256 << '\n';
    return code;
}

Json to_json(const DossierCheck& check) {
    return {{"intact", check.is_intact}, {"case", check.case_number},        {"for", check.reader},
            {"made", check.made},        {"origin", check.origin},           {"size", check.size},
            {"root", check.root},        {"fingerprint", check.fingerprint}, {"files", check.files},
            {"events", check.events},    {"withheld", check.withheld},       {"erased", check.erased}};
}

void print(const DossierCheck& check, bool has_witness, std::ostream& out) {
    out << (check.is_intact ? "intact" : "NOT intact") << ": case " << one_line(check.case_number) << ", "
        << check.events << " events, " << check.files << " files checked; payloads withheld " << check.withheld
        << ", erased " << check.erased << '\n'
        << "the log " << one_line(check.origin) << " of " << check.size << " events, root " << check.root << '\n'
        << "key " << check.fingerprint << ": compare it with the fingerprint on the client's paper\n";
    if (!has_witness)
        out << "the checkpoint on that paper was not compared: type it into a file and add --witness FILE\n";
}

}  // namespace

ExitCode run_verify_dossier(const std::string& dossier, const std::string& witness, const Session& session) {
    const DossierCheck check = check_dossier(dossier, witness, session.progress);
    const ExitCode code = conclude(to_json(check), check.findings, session);
    if (!session.is_json) print(check, !witness.empty(), session.out);
    return check.is_intact ? code : ExitCode::something_is_wrong;
}

void add_dossier_verbs(CommandLine& line) {
    struct Options {
        std::string number;
        DossierOptions dossier;
    };
    auto options = std::make_shared<Options>();
    CLI::App* dossier = line.verb(
        line.app(), "dossier", "one case, complete and checkable by others, in a zip that leaves the house",
        [options](const Session& session) { return run_dossier(options->number, options->dossier, session); });
    dossier->add_option("CASE", options->number, either_number)->required();
    dossier->add_option("--out", options->dossier.out, "the zip; never over another file")->required();
    dossier->add_option("--for", options->dossier.reader, "who gets it: what is not for them is left out, and listed")
        ->check(CLI::IsMember({"insurer", "court", "client"}));
}

}  // namespace ugoda
