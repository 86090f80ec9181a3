#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/erase_client.h"
#include "workflow/give_access.h"
#include "workflow/holds.h"
#include "workflow/withdraw_consent.h"

namespace ugoda {

namespace {

void print(const HeldItem& item, bool goes, std::ostream& out) {
    out << "  " << item.number << "  " << one_line(item.what) << ": ";
    if (goes)
        out << "goes";
    else
        out << (item.ground == Ground::hold ? "held" : "stays until " + item.until) << ", " << to_string(item.ground) << ": " << brief(item.basis);
    out << '\n';
}

ExitCode show_plan(const std::string& client, const Session& session) {
    const ErasurePlan plan = show_erasure(session.workplace(), client);
    if (session.is_json) {
        Json items = Json::array();
        for (const HeldItem& item : plan.items) items.push_back(to_json(item));
        return conclude({{"client", plan.client}, {"client_id", plan.client_id}, {"items", items}}, {}, session);
    }
    session.out << "client " << (plan.client_id.empty() ? "without an id" : one_line(plan.client_id)) << ", " << one_line(plan.client)
                << ": nothing was changed\n";
    for (const HeldItem& item : plan.items) print(item, item.ground == Ground::none, session.out);
    return ExitCode::done;
}

struct EraseVerb {
    std::string client, out;
    EraseOptions options;
    bool is_dry_run = false;
};

ExitCode run_erase(const EraseVerb& verb, const Session& session) {
    if (verb.is_dry_run) return show_plan(verb.client, session);
    EraseOptions options = verb.options;
    options.out = verb.out;
    const Erased erased = erase_client(session.workplace(), verb.client, options);
    Json gone = Json::array(), staying = Json::array(), files = Json::array();
    for (const auto& file : erased.files_written) files.push_back(file.string());
    for (const HeldItem& item : erased.gone) gone.push_back(to_json(item));
    for (const HeldItem& item : erased.staying) staying.push_back(to_json(item));
    const ExitCode code = conclude({{"erased", erased.on.empty() ? Json() : Json(erased.on)}, {"events", erased.events},
                                    {"gone", gone}, {"staying", staying}, {"files", files}},
                                   erased.findings, session);
    if (!session.is_json && !erased.on.empty()) {
        for (const HeldItem& item : erased.gone) print(item, true, session.out);
        session.out << "erased: " << erased.events << " entries of the log; ugoda verify says which\n";
        for (const auto& file : erased.files_written) session.out << one_line(file.string()) << '\n';
    }
    return code;
}

void add_erase(CommandLine& line) {
    auto verb = std::make_shared<EraseVerb>();
    CLI::App* erase = line.verb(line.app(), "erase", "erase a client, as far as nothing keeps what is held of them",
                                [verb](const Session& session) { return run_erase(*verb, session); });
    erase->add_option("CLIENT", verb->client, "client_id, the whole name, or one case or visit")->required();
    auto* dry = erase->add_flag("--dry-run", verb->is_dry_run, "only show what would go, what stays, until when and why");
    auto* why = erase->add_option("--why", verb->options.why, "the request or reason, without the client's name: it is kept");
    auto* by = erase->add_option("--by", verb->options.by, "who decided that: it is kept");
    auto* even = erase->add_flag("--even-retained", verb->options.even_retained,
                                 "also what only a retention term keeps; never what a hold or a legal duty does");
    auto* out = erase->add_option("--out", verb->out, "folder for the certificate: the salon's copy, and the client's, which names them");
    for (CLI::Option* option : {why, by, even, out}) option->excludes(dry);
}

struct HoldVerb {
    std::string number, why;
    bool is_release = false;
};

ExitCode run_hold(const HoldVerb& verb, const Session& session) {
    (verb.is_release ? release_case : hold_case)(session.workplace(), verb.number, verb.why);
    if (session.is_json) return conclude({{"case", verb.number}, {"held", !verb.is_release}}, {}, session);
    session.out << called(verb.number) << (verb.is_release ? " is released\n" : " is held: nothing of it is erased\n");
    return ExitCode::done;
}

void add_hold(CommandLine& line) {
    auto verb = std::make_shared<HoldVerb>();
    CLI::App* hold = line.verb(line.app(), "hold", "keep a case or visit from being erased, or release it",
                               [verb](const Session& session) { return run_hold(*verb, session); });
    hold->add_option("CASE", verb->number, either_number)->required();
    hold->add_option("--why", verb->why, "the reason, kept in the log")->required();
    hold->add_flag("--release", verb->is_release, "it need not be held any more");
}

struct WithdrawVerb {
    std::string named, out = ".";
    Withdrawal withdrawal;
};

ExitCode run_withdraw(const WithdrawVerb& verb, const Session& session) {
    const std::map<std::string, std::string> names = {{"health", "health_data"}, {"documentation", "photo_documentation"},
                                                      {"marketing", "photo_marketing"}, {"treatment", "treatment"}};
    Withdrawal withdrawal = verb.withdrawal;
    withdrawal.consent = names.at(withdrawal.consent);
    const Withdrawn withdrawn = withdraw_consent(session.workplace(), verb.named, withdrawal, verb.out);
    Json files = Json::array();
    for (const auto& file : withdrawn.confirmation.files) files.push_back(file.string());
    const ExitCode code = conclude({{"record", withdrawn.record}, {"consent", withdrawal.consent},
                                    {"version", withdrawn.confirmation.version}, {"files", files}},
                                   withdrawn.findings, session);
    if (!session.is_json) {
        session.out << withdrawn.record << ": withdrawn, " << verb.withdrawal.consent << '\n';
        for (const auto& file : withdrawn.confirmation.files) session.out << one_line(file.string()) << '\n';
    }
    return code;
}

void add_withdraw(CommandLine& line) {
    auto verb = std::make_shared<WithdrawVerb>();
    CLI::App* withdraw = line.verb(line.app(), "withdraw", "note that a client takes a consent back, and print the confirmation",
                                   [verb](const Session& session) { return run_withdraw(*verb, session); });
    withdraw->add_option("CLIENT", verb->named, "client_id, the whole name, or a consent: CON-2026-0001")->required();
    withdraw->add_option("--consent", verb->withdrawal.consent, "treatment, health, documentation (photographs), marketing (photographs)")
        ->required()
        ->check(CLI::IsMember({"treatment", "health", "documentation", "marketing"}));
    withdraw->add_option("--how", verb->withdrawal.how, "in_person, phone, email, post, sms_messenger, social_media, paper, sms")
        ->required()
        ->check(CLI::IsMember({"in_person", "phone", "email", "post", "sms_messenger", "social_media", "paper", "sms"}));
    withdraw->add_option("--received-by", verb->withdrawal.received_by, "who took it; the one at the desk if left out");
    withdraw->add_option("--at", verb->withdrawal.at, "when, if not now: 2026-03-12T17:40+01:00");
    withdraw->add_option("--out", verb->out, "folder for the PDFs")->capture_default_str();
}

struct AccessVerb {
    std::string client, out;
};

ExitCode run_access(const AccessVerb& verb, const Session& session) {
    const Given given = give_access(session.workplace(), verb.client, verb.out);
    const ExitCode code = conclude({{"client", given.client}, {"files", given.files}, {"numbers", given.numbers}, {"left_out", given.left_out}},
                                   given.findings, session);
    if (!session.is_json) {
        session.out << given.files << " files of " << joined(given.numbers) << " in " << one_line(verb.out) << '\n';
        for (const std::string& each : given.left_out) session.out << "  left out: " << one_line(each) << '\n';
    }
    return code;
}

void add_access(CommandLine& line) {
    auto verb = std::make_shared<AccessVerb>();
    CLI::App* access = line.verb(line.app(), "access", "everything held of a client, in a folder to hand over",
                                 [verb](const Session& session) { return run_access(*verb, session); });
    access->add_option("CLIENT", verb->client, "client_id, or the whole name")->required();
    access->add_option("--out", verb->out, "the folder; made, or empty")->required();
}

}  // namespace

void add_privacy_verbs(CommandLine& line) {
    add_access(line);
    add_withdraw(line);
    add_erase(line);
    add_hold(line);
}

}  // namespace ugoda
