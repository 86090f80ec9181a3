#include <CLI/CLI.hpp>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/show_client.h"

namespace ugoda {

namespace {

struct Options {
    std::string client, why;
    bool is_health = false;
};

void print(const CaseSummary& summary, std::ostream& out) {
    out << "  " << called(summary.number) << ", " << short_time(summary.opened)
        << (summary.treatment.empty() ? "" : ", " + one_line(summary.treatment))
        << (summary.records.empty() ? "" : "  ") << joined(summary.records) << '\n';
}

void print(const Consent& consent, std::ostream& out) {
    const auto words = [](std::string code) {
        for (char& c : code)
            if (c == '_') c = ' ';
        return code;
    };
    out << "  consent, " << words(consent.what) << (consent.channel.empty() ? "" : ", " + one_line(consent.channel)) << ": "
        << words(consent.state);
    if (!consent.note.empty()) out << ", " << brief(consent.note);
    if (!consent.record.empty())
        out << " (" << consent.record << " version " << consent.version << ", " << short_time(consent.issued) << ")";
    out << '\n';
}

void print(const Complaint& complaint, std::ostream& out) {
    out << "  earlier complaint " << complaint.summary.number << ", " << one_line(complaint.summary.treatment) << ", "
        << (complaint.record.empty() ? "no settlement" : complaint.variant + " (" + complaint.record + ")") << ", closed "
        << short_time(complaint.summary.closed) << '\n';
}

void print(const ClientDetails& details, std::ostream& out) {
    const Client& client = details.client;
    out << "client " << (client.id.empty() ? "without an id" : one_line(client.id)) << ", " << one_line(client.name) << '\n';
    for (const CaseSummary& visit : client.visits) print(visit, out);
    for (const Consent& consent : details.consents) print(consent, out);
    std::vector<std::string> where;
    for (const auto* list : {&client.visits, &client.cases})
        for (const CaseSummary& summary : *list)
            if (summary.photos > 0) where.push_back(std::to_string(summary.photos) + " in " + summary.number);
    out << "  photographs: " << details.photographs << (where.empty() ? "" : ", ") << joined(where) << '\n';
    for (const Complaint& complaint : details.complaints) print(complaint, out);
    for (const CaseSummary& summary : client.cases)
        if (summary.closed.empty())
            out << "  open case " << summary.number << ", " << short_time(summary.opened) << ", "
                << one_line(summary.treatment) << '\n';
}

std::string shown(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_structured()) return value.dump();
    std::vector<std::string> parts;
    for (const auto& part : value.items())
        parts.push_back((value.is_object() ? part.key() + " " : "") + shown(part.value()));
    return parts.empty() ? "none" : joined(parts);
}

void print(const HealthCard& card, std::ostream& out) {
    out << "  health, by the client card in " << card.number << " (reading it is logged there):\n";
    for (const auto& answer : card.answers.items())
        out << "    " << one_line(answer.key()) << ": " << one_line(shown(answer.value())) << '\n';
}

ExitCode list(const Session& session) {
    const std::vector<Client> clients = list_clients(session.workplace());
    if (session.is_json) {
        print_as_json(clients, "clients", session);
        return ExitCode::done;
    }
    for (const Client& client : clients) {
        const Json counted = to_json(client);
        session.out << (client.id.empty() ? "-" : one_line(client.id)) << "  " << one_line(client.name) << ", visits "
                    << client.visits.size() << ", complaints " << client.cases.size() << ", open "
                    << counted.at("open_cases").size() << '\n';
    }
    if (clients.empty()) session.err << "no clients yet\n";
    return ExitCode::done;
}

ExitCode show(const Options& options, const Session& session) {
    if (options.is_health != !options.why.empty())
        throw Error(Fault::usage, options.is_health ? "--health" : "--why", "stands alone",
                    "health data is read with --health --why TEXT, and the reason is logged");
    const Workplace workplace = session.workplace();
    const ClientDetails details = show_client(workplace, options.client);
    std::optional<HealthCard> card;
    if (options.is_health) card = read_health(workplace, options.client, options.why);
    if (session.is_json) {
        Json value = to_json(details);
        if (card) value["health"] = {{"number", card->number}, {"client_card", card->answers}};
        session.out << value.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return ExitCode::done;
    }
    print(details, session.out);
    if (card) print(*card, session.out);
    return ExitCode::done;
}

}  // namespace

void add_client_verbs(CommandLine& line) {
    CLI::App* clients = line.group("client", "clients, as cases and visits name them");
    line.verb(*clients, "list", "all clients, by name", list);
    auto options = std::make_shared<Options>();
    CLI::App* verb = line.verb(*clients, "show", "a client's visits, consents, photographs and complaints",
                               [options](const Session& session) { return show(*options, session); });
    verb->add_option("CLIENT", options->client, "client_id, or the whole name")->required();
    verb->add_flag("--health", options->is_health, "also what the newest client card says of their health");
    verb->add_option("--why", options->why, "why it is read: kept in the log");
}

}  // namespace ugoda
