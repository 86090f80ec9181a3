#include "workflow/decisions.h"

#include "base/text.h"

namespace ugoda {

Json decisions_taken(const Findings& findings, const Despite& despite) {
    const std::string reason = clean_answer(despite.reason), name = clean_answer(despite.by);
    Json decisions = Json::array();
    for (const Finding& finding : findings)
        if (finding.level == Level::decision)
            decisions.push_back({{"where", finding.where}, {"what", finding.what}});
    if (decisions.empty() || reason.empty() || name.empty()) return Json();
    return {{"reason", reason}, {"by", name}, {"decisions", decisions}};
}

Findings with_decisions(Findings findings, const Json& taken) {
    if (taken.is_null()) return findings;
    for (Finding& finding : findings)
        if (finding.level == Level::decision) {
            finding.level = Level::warning;
            finding.remedy = "decided by " + text_at(taken, "by") + ": " + text_at(taken, "reason");
        }
    return findings;
}

}  // namespace ugoda
