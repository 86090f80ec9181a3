#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/add_note.h"
#include "workflow/record_life.h"

namespace ugoda {

namespace {

ExitCode report(const LifeOutcome& outcome, const char* done, const Session& session) {
    const ExitCode code =
        conclude({{"record", outcome.record.empty() ? Json() : Json(outcome.record)}, {"version", outcome.version}},
                 outcome.findings, session);
    if (!session.is_json && !outcome.record.empty()) session.out << outcome.record << ' ' << done << '\n';
    return code;
}

constexpr const char* record_help = "SET-2026-0001, or an earlier version of it: SET-2026-0001-v1";

void add_print(CommandLine& line) {
    struct Options {
        std::string record;
        Printing printing;
    };
    auto options = std::make_shared<Options>();
    CLI::App* print = line.verb(line.app(), "print", "print a record's copies, or note that they were printed elsewhere",
                                [options](const Session& session) {
        return report(print_record(session.workplace(), options->record, options->printing), "printed", session);
    });
    print->add_option("RECORD", options->record, record_help)->required();
    print->add_option("--copy", options->printing.copy, "only this copy")->check(CLI::Range(1, 9));
    print->add_option("--printer", options->printing.printer, "another than the usual printer");
    print->add_option("--why", options->printing.why, "the reason for printing a copy again");
}

void add_sign(CommandLine& line) {
    struct Options {
        std::string record;
        Signature signature;
    };
    auto options = std::make_shared<Options>();
    CLI::App* sign = line.verb(line.app(), "sign", "note that somebody signed, or refused to", [options](const Session& session) {
        return report(sign_record(session.workplace(), options->record, options->signature), "noted", session);
    });
    Signature& signature = options->signature;
    sign->add_option("RECORD", options->record, record_help)->required();
    sign->add_option("--as", signature.role, "in which role")
        ->required()
        ->check(CLI::IsMember({"salon", "client", "guardian", "representative", "practitioner", "witness", "interpreter"}));
    sign->add_option("--name", signature.name, "who")->required();
    sign->add_option("--how", signature.how, "ink, screen, qualified_e_signature, advanced_e_signature, refused")
        ->check(CLI::IsMember({"ink", "screen", "qualified_e_signature", "advanced_e_signature", "refused"}))
        ->capture_default_str();
    sign->add_option("--at", signature.at, "when, if not now: 2026-03-12T17:40+01:00");
    sign->add_option("--place", signature.place, "where");
    sign->add_option("--why", signature.why, "the reason for refusing");
    sign->add_option("--witness", signature.witness, "who saw the refusal");
    sign->add_option("--remarks", signature.remarks, "what was written beside the signature");
    sign->add_option("--authority", signature.authority, "what a guardian or representative acts on");
}

void add_hand_over(CommandLine& line) {
    struct Options {
        std::string record;
        HandOver hand_over;
    };
    auto options = std::make_shared<Options>();
    CLI::App* verb = line.verb(line.app(), "hand-over", "note that a copy was handed over", [options](const Session& session) {
        return report(hand_over_record(session.workplace(), options->record, options->hand_over), "noted", session);
    });
    verb->add_option("RECORD", options->record, record_help)->required();
    verb->add_option("--copy", options->hand_over.copy, "which copy")->check(CLI::Range(1, 9))->capture_default_str();
    verb->add_option("--to", options->hand_over.to, "to whom")->required();
    verb->add_option("--at", options->hand_over.at, "when, if not now: 2026-03-12T17:40+01:00");
}

void add_perform(CommandLine& line) {
    struct Options {
        std::string record;
        Performance performance;
    };
    auto options = std::make_shared<Options>();
    CLI::App* verb = line.verb(line.app(), "perform", "note that what a record promises was done", [options](const Session& session) {
        return report(perform_record(session.workplace(), options->record, options->performance), "noted", session);
    });
    verb->add_option("RECORD", options->record, record_help)->required();
    verb->add_option("--promise", options->performance.promise, "which promise; all of them if left out");
    verb->add_option("--at", options->performance.at, "when, if not now: 2026-03-12T17:40+01:00");
    verb->add_option("--remarks", options->performance.remarks, "what there is to say about it");
}

void add_void(CommandLine& line) {
    struct Options {
        std::string record, why;
    };
    auto options = std::make_shared<Options>();
    CLI::App* verb = line.verb(line.app(), "void", "note that a record is void; a new version may be issued", [options](const Session& session) {
        return report(void_record(session.workplace(), options->record, options->why), "is void", session);
    });
    verb->add_option("RECORD", options->record, record_help)->required();
    verb->add_option("--why", options->why, "the reason")->required();
}

void add_note_verb(CommandLine& line) {
    struct Options {
        std::string number;
        CommunicationNote note;
        bool is_outgoing = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* verb = line.verb(line.app(), "note", "note what was said, by whom and how", [options](const Session& session) {
        const CaseOutcome outcome = add_note(session.workplace(), options->number, options->note);
        const ExitCode code = conclude({{"case", outcome.number.empty() ? Json() : Json(outcome.number)}}, outcome.findings, session);
        if (!session.is_json && !outcome.number.empty()) session.out << outcome.number << " noted\n";
        return code;
    });
    CommunicationNote& note = options->note;
    verb->add_option("CASE", options->number, either_number)->required();
    verb->add_option("TEXT", note.text, "what was said")->required();
    verb->add_option("--channel", note.channel, "phone, email, in_person, post, sms_messenger, social_media, paper")
        ->required()
        ->check(CLI::IsMember({"phone", "email", "in_person", "post", "sms_messenger", "social_media", "paper"}));
    verb->add_option("--with", note.with, "whom the salon talked to")->required();
    auto* incoming = verb->add_flag("--incoming", note.is_incoming, "it came from them");
    verb->add_flag("--outgoing", options->is_outgoing, "it went to them: so also if neither is said")->excludes(incoming);
    verb->add_option("--at", note.at, "when, if not now: 2026-03-12T17:40+01:00");
}

}  // namespace

void add_life_verbs(CommandLine& line) {
    add_print(line);
    add_sign(line);
    add_hand_over(line);
    add_perform(line);
    add_void(line);
    add_note_verb(line);
}

}  // namespace ugoda
