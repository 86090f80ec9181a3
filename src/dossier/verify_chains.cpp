// Events as chains: a case and each of its visits without a hole.
#include "dossier/bag_writer.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

std::string folder_of(std::uint64_t seq) { return "data/events/" + twelve_digits(seq) + "/"; }

/// Events that belong together, by the hashes of the headers before them.
class Chains {
  public:
    explicit Chains(const Dossier& dossier) : dossier_(dossier) {
        for (const auto& [seq, header] : dossier.headers) {
            if (!header.in_case) continue;
            if (header.in_case->previous)
                after_[*header.in_case->previous].push_back(seq);
            else
                firsts_.push_back(seq);
        }
    }

    void check(Findings& findings) {
        for (const std::uint64_t first : firsts_) follow(first, findings);
        for (const auto& [seq, header] : dossier_.headers)
            if (header.in_case && !seen_.contains(seq))
                findings.push_back(damaged(folder_of(seq) + "header.json",
                                           "does not follow an event that is here: one before it is missing"));
        if (!dossier_.index) return;
        std::set<std::string> expected(dossier_.index->visits.begin(), dossier_.index->visits.end());
        expected.insert(dossier_.index->case_number);
        for (const std::string& name : names_)
            if (expected.erase(name) == 0)
                findings.push_back(
                    damaged("data/events", "holds events of '" + name + "', which are not of this dossier, or twice"));
        for (const std::string& name : expected)
            findings.push_back(damaged("data/events", "holds no events of " + name + " from its beginning"));
    }

  private:
    void follow(std::uint64_t seq, Findings& findings) {
        std::string name;
        for (std::uint64_t place = 1;; ++place) {
            seen_.insert(seq);
            const Header& header = dossier_.headers.at(seq);
            const std::string path = folder_of(seq);
            if (header.in_case->seq != place)
                findings.push_back(damaged(path + "header.json", "is event " + std::to_string(header.in_case->seq) +
                                                                     " of its case and stands at place " +
                                                                     std::to_string(place)));
            if (const std::string says = case_of(seq); name.empty())
                name = says;
            else if (!says.empty() && says != name)
                findings.push_back(damaged(path + "payload.json",
                                           "is of '" + says + "' and stands among the events of '" + name + "'"));
            const auto next = after_.find(sha256(dossier_.event(seq).header));
            if (next == after_.end()) break;
            if (next->second.size() > 1 || next->second.front() <= seq)
                findings.push_back(damaged(path + "header.json", "is followed by two events, or by an earlier one"));
            if (seen_.contains(next->second.front())) break;
            seq = next->second.front();
        }
        names_.push_back(name);
    }

    /// As its payload says; as the index says when there is none.
    [[nodiscard]] std::string case_of(std::uint64_t seq) const {
        if (const auto& payload = dossier_.event(seq).payload) return payload->of;
        if (!dossier_.index) return {};
        for (const DossierIndex::Event& event : dossier_.index->events)
            if (event.seq == seq) return event.of;
        return {};
    }

    const Dossier& dossier_;
    std::map<Digest, std::vector<std::uint64_t>> after_;
    std::vector<std::uint64_t> firsts_;
    std::set<std::uint64_t> seen_;
    std::vector<std::string> names_;
};

}  // namespace

void check_chains(const Dossier& dossier, Findings& findings) { Chains(dossier).check(findings); }

}  // namespace ugoda
