#include "workflow/issue_time.h"

#include <algorithm>

#include "base/error.h"
#include "base/random.h"
#include "workflow/name_authority.h"
#include "workflow/stamp_log.h"

namespace ugoda {

IssueTime::IssueTime(const Vault& vault) {
    try {
        authority_ = named_authority(vault);
    } catch (const Error& error) {
        give_up(error.where() + ": " + error.text());  // its certificates are damaged: verify tells more
    }
    if (authority_) authority_->seconds = std::min(authority_->seconds, patience_at_issue);
}

void IssueTime::give_up(const std::string& why) {
    const std::lock_guard lock(guard_);
    if (!given_up_) given_up_ = why;
}

Timestamper IssueTime::timestamper() {
    if (!authority_) return {};
    return [this](std::string_view signature) { return token_for(signature); };
}

std::string IssueTime::token_for(std::string_view signature) try {
    {
        const std::lock_guard lock(guard_);
        if (given_up_) return "";
    }
    const auto stamped = ask_authority(*authority_, sha256(signature), SystemRandom().bytes(8));
    if (!stamped) give_up("");
    return stamped && stamped->stamp.token.size() <= largest_token ? stamped->stamp.token : "";
} catch (const Error& error) {
    if (error.fault() != Fault::storage) throw;
    give_up(error.where() + ": " + error.text());
    return "";
}

Findings IssueTime::stamp(Vault& vault, const Workplace& workplace, const std::string& staff) {
    if (!given_up_) return stamp_if_online(vault, workplace, staff);
    if (given_up_->empty()) return {nobody_reached(vault)};
    return {{"timestamp", "there is no timestamp yet: " + *given_up_, "run ugoda timestamp later", Level::note}};
}

}  // namespace ugoda
