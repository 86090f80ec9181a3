#include "workflow/erase_client.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "workflow/erasure_certificate.h"
#include "workflow/erasure_skeleton.h"

namespace ugoda {

namespace {

std::string required(const char* option, const std::string& text) {
    std::string clean = clean_answer(text);
    if (clean.empty()) throw Error(Fault::usage, option, "is missing", "name it: it is kept in the log");
    if (count_code_points(clean) > 500) throw Error(Fault::usage, option, "is longer than 500 characters", "shorten it");
    return clean;
}

/// The client's name, or a part of it that is more than a particle, or their id.
void require_nobody(const char* option, const std::string& text, const ErasurePlan& plan) {
    const std::string said = folded(text);
    std::vector<std::string> names = {folded(plan.client), folded(plan.client_id)};
    std::string word;
    for (const char c : folded(plan.client) + " ")
        if (c == ' ' || c == '-')
            names.push_back(std::exchange(word, {}));
        else
            word += c;
    for (const std::string& name : names)
        if (count_code_points(name) > 3 && said.find(name) != std::string::npos)
            throw Error(Fault::usage, option, "names the client", "say it without the name: it stays when the client is gone");
}

bool may_go(const HeldItem& item, const EraseOptions& options) {
    return item.ground == Ground::none || (item.ground == Ground::retention && options.even_retained);
}

/// An entry of the log goes only when everything in it may.
void choose(Erased& erased, const EraseOptions& options) {
    std::set<std::uint64_t> kept;
    for (const HeldItem& item : erased.plan.items)
        if (!may_go(item, options)) kept.insert(item.events.begin(), item.events.end());
    for (const HeldItem& item : erased.plan.items) {
        const bool goes = std::none_of(item.events.begin(), item.events.end(), [&](auto seq) { return kept.contains(seq); });
        (goes ? erased.gone : erased.staying).push_back(item);
    }
}

void tell_staying(Erased& erased) {
    for (const HeldItem& item : erased.staying)
        erased.findings.push_back({item.number + " " + item.what, "stays" + (item.until.empty() ? "" : " until " + item.until) + ": " + item.basis,
                                   item.ground == Ground::retention ? "nothing needs to be done, or decide with --even-retained" : "", Level::note});
    if (erased.gone.empty())
        erased.findings.push_back({"client", "nothing may be erased now", "see ugoda erase CLIENT --dry-run", Level::stop});
}

std::vector<Erasure> erasures_of(const Erased& erased, const Json& ground, const Vault& vault, const Workplace& workplace,
                                 const std::string& staff) {
    std::map<std::string, std::set<std::uint64_t>> events;
    for (const HeldItem& item : erased.gone) events[item.number].insert(item.events.begin(), item.events.end());
    std::vector<Erasure> erasures;
    for (const auto& [number, seqs] : events) {
        Json content = ground;
        content["case"] = number;
        content["skeleton"] = skeleton_of(vault, workplace, existing_case(vault, number));
        const bool was_retained = std::any_of(erased.gone.begin(), erased.gone.end(), [&](const HeldItem& item) {
            return item.number == number && item.ground == Ground::retention;
        });
        content["ground"] = was_retained ? "decision before the retention term ended" : "no ground to keep it";
        erasures.push_back({number, {seqs.begin(), seqs.end()}, std::move(content), staff});
    }
    return erasures;
}

}  // namespace

ErasurePlan show_erasure(const Workplace& workplace, const std::string& client) {
    return plan_erasure(open_vault(workplace, Access::read), workplace, client);
}

Erased erase_client(const Workplace& workplace, const std::string& client, const EraseOptions& options) {
    const Json ground = {{"why", required("--why", options.why)}, {"by", required("--by", options.by)}};
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    if (!options.out.empty()) prepare_certificate(options.out);
    Erased erased;
    vault.write([&](Writer& writer) {
        erased.plan = plan_erasure(vault, workplace, client);  // as it is now that nobody else can change it
        require_nobody("--why", options.why, erased.plan);
        require_nobody("--by", options.by, erased.plan);
        choose(erased, options);
        tell_staying(erased);
        if (erased.gone.empty()) return;
        const std::vector<Erasure> erasures = erasures_of(erased, ground, vault, workplace, staff);
        for (const Erasure& erasure : erasures) erased.events += erasure.events.size();
        for (const HeldItem& item : erased.gone) erased.files += item.files;
        erased.on = to_rfc3339(writer.now());
        writer.erase(erasures);
    });
    if (!options.out.empty() && !erased.on.empty()) erased.files_written = write_certificate(vault, workplace, erased, options.out);
    return erased;
}

}  // namespace ugoda
