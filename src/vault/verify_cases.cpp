#include "vault/verify_cases.h"

namespace ugoda {

void CaseChains::event(const EventOutline& event) {
    const auto& link = event.header.in_case;
    const std::string name = event_name(event.header.seq);
    const std::string says =
        event.payload ? event.payload->text("case") : std::string();
    if (!link) {
        if (!says.empty())
            report_.damage(name, "speaks of case " + says + " but stands in no case");
        return;
    }
    End end{link->seq, says};
    if (link->previous) {
        const auto before = ends_.find(*link->previous);
        if (before == ends_.end()) {
            report_.damage(name,
                           "follows no event of its case: one is missing, or two follow the same");
        } else {
            if (before->second.seq + 1 != link->seq)
                report_.damage(name, "is number " + std::to_string(link->seq) +
                                         " of its case but follows number " +
                                         std::to_string(before->second.seq));
            if (event.payload && says != before->second.number && !before->second.number.empty())
                report_.damage(name, "is of case " + says + " but follows an event of case " +
                                         before->second.number);
            if (end.number.empty()) end.number = before->second.number;
            ends_.erase(before);
        }
    } else if (link->seq != 1) {
        report_.damage(name, "is number " + std::to_string(link->seq) +
                                 " of its case but names no event before it");
    } else if (!says.empty() && !opened_.emplace(says, event.header.seq).second) {
        report_.damage(name,
                       "opens case " + says + ", which " + event_name(opened_[says]) + " opened");
    }
    ends_[event.header_hash] = std::move(end);
}

}  // namespace ugoda
