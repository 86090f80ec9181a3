#include "workflow/clients.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "casefile/record_id.h"

namespace ugoda {

namespace {

/// Folding a text costs more than finding it again.
class Folding {
  public:
    const std::string& operator()(const std::string& text) {
        const auto [known, is_new] = known_.try_emplace(text);
        if (is_new) known->second = folded(text);
        return known->second;
    }

  private:
    std::unordered_map<std::string, std::string> known_;
};

class Grouping {
  public:
    void add(CaseSummary summary) {
        if (!summary.client_id.empty())
            with_id(std::move(summary));
        else if (!summary.client.empty())
            nameless_.push_back(std::move(summary));
    }

    /// Those without an id come last: whose they are depends on all names.
    std::vector<Client> finish() {
        for (CaseSummary& summary : nameless_) without_id(std::move(summary));
        for (Client& client : clients_)
            for (auto* list : {&client.visits, &client.cases})
                std::sort(list->begin(), list->end(), [](const auto& one, const auto& other) { return one.seq < other.seq; });
        return std::move(clients_);
    }

  private:
    void with_id(CaseSummary summary) {
        const auto [known, is_new] = by_id_.emplace(fold_(summary.client_id), clients_.size());
        if (is_new) begin(summary.client_id);
        owners_[fold_(summary.client)].insert(known->second);
        give(known->second, std::move(summary));
    }

    void without_id(CaseSummary summary) {
        const std::string& name = fold_(summary.client);
        const auto owners = owners_.find(name);
        if (owners != owners_.end() && owners->second.size() == 1)
            return give(*owners->second.begin(), std::move(summary));
        const auto [known, is_new] = by_name_.emplace(name, clients_.size());
        if (is_new) begin("");
        give(known->second, std::move(summary));
    }

    void begin(const std::string& id) {
        clients_.push_back({id, "", {}, {}});
        newest_.push_back(0);
    }

    void give(std::size_t at, CaseSummary summary) {
        Client& client = clients_[at];
        if (client.name.empty() || (summary.seq >= newest_[at] && !summary.client.empty())) {
            client.name = summary.client;
            newest_[at] = summary.seq;
        }
        auto& list = parse_case_number(summary.number)->is_visit ? client.visits : client.cases;
        list.push_back(std::move(summary));
    }

    Folding fold_;
    std::vector<Client> clients_;
    std::vector<std::uint64_t> newest_;  // seq of what named the client
    std::vector<CaseSummary> nameless_;  // without an id
    std::unordered_map<std::string, std::size_t> by_id_, by_name_;
    std::unordered_map<std::string, std::set<std::size_t>> owners_;  // of a name, among those with an id
};

std::vector<Client> clients_of(const Vault& vault) {
    Grouping grouping;
    for (auto list : {vault.visits(), vault.cases()})
        for (CaseSummary& summary : list) grouping.add(std::move(summary));
    return grouping.finish();
}

bool is_named(const Client& client, const std::string& raw, const std::string& wanted) {
    const auto fits = [&](const std::string& text) { return text == raw || (!text.empty() && folded(text) == wanted); };
    if (fits(client.id) || fits(client.name)) return true;
    for (const auto* list : {&client.visits, &client.cases})
        for (const CaseSummary& summary : *list)
            if (summary.client != client.name && fits(summary.client)) return true;
    return false;
}

}  // namespace

std::vector<std::string> Client::numbers() const {
    std::vector<std::string> numbers;
    for (const auto* list : {&visits, &cases})
        for (const CaseSummary& summary : *list) numbers.push_back(summary.number);
    return numbers;
}

std::vector<Client> list_clients(const Workplace& workplace) {
    std::vector<Client> clients = clients_of(open_vault(workplace, Access::read));
    std::vector<std::pair<std::string, std::size_t>> order;
    for (const Client& client : clients) order.emplace_back(folded(client.name), order.size());
    std::sort(order.begin(), order.end());
    std::vector<Client> sorted;
    for (const auto& [name, at] : order) sorted.push_back(std::move(clients[at]));
    return sorted;
}

Client existing_client(const Vault& vault, const std::string& named) {
    const std::string wanted = folded(is_utf8(named) ? named : std::string()), shown = shortened(one_line(named), 80);
    std::vector<Client> meant;
    for (Client& client : clients_of(vault))
        if (is_named(client, named, wanted)) meant.push_back(std::move(client));
    if (meant.empty())
        throw Error(Fault::input, "client '" + shown + "'", "is not in this vault", "see ugoda client list");
    if (meant.size() == 1) return std::move(meant.front());
    std::string ids;
    for (const Client& client : meant)
        ids += (ids.empty() ? "" : ", ") + (client.id.empty() ? "one without an id" : one_line(client.id));
    throw Error(Fault::input, "client '" + shown + "'", "may be any of several: " + ids, "name the one meant by client_id");
}

Json to_json(const Client& client) {
    Json open = Json::array();
    for (const CaseSummary& summary : client.cases)
        if (summary.closed.empty()) open.push_back(summary.number);
    return {{"client", client.name},
            {"client_id", client.id},
            {"visits", client.visits.size()},
            {"cases", client.cases.size()},
            {"open_cases", open}};
}

}  // namespace ugoda
