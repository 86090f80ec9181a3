#include "workflow/timestamp_footing.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/json_values.h"
#include "seal/timestamp.h"
#include "workflow/name_authority.h"

namespace ugoda {

namespace {

constexpr std::int64_t ninety_days = 90 * 86400LL;

Instant until_of(const TimestampEntry& entry) {
    return parse_rfc3339(text_at(entry.content, "authority_until")).value_or(Instant{});
}

/// Nothing when the object is not there or not what it was, which is told elsewhere.
std::optional<std::string> object_of(const Vault& vault, const TimestampEntry& entry, const std::string& role) {
    for (const ObjectRef& object : entry.objects) {
        if (object.role != role) continue;
        try {
            return vault.object(object.sha256);
        } catch (const Error&) {
            return std::nullopt;
        }
    }
    throw Error(Fault::integrity, "event " + std::to_string(entry.seq), "names no object '" + role + "'",
                "put the newest backup back and keep this folder for an expert");
}

void check(const Vault& vault, const TimestampEntry& entry) {
    const std::string where = "event " + std::to_string(entry.seq);
    const auto checkpoint = object_of(vault, entry, "checkpoint"), token = object_of(vault, entry, "token"),
               chain = object_of(vault, entry, "authority");
    if (!checkpoint || !token || !chain) return;
    const auto refuse = [&](const char* why) {
        throw Error(Fault::integrity, where, why, "put the newest backup back and keep this folder for an expert");
    };
    if (*checkpoint != text_at(entry.content, "checkpoint")) refuse("the checkpoint it kept is not the one it speaks of");
    if (chain->empty()) refuse("it kept no certificates of the authority");
    const Timestamp stamp = check_timestamp(*token, sha256(*checkpoint), *chain, where);
    if (to_rfc3339(stamp.time) != text_at(entry.content, "time") || stamp.authority != text_at(entry.content, "authority") ||
        to_rfc3339(stamp.authority_until) != text_at(entry.content, "authority_until"))
        refuse("what it says of its timestamp does not stand there");
}

}  // namespace

std::vector<Footing> footings(const std::vector<TimestampEntry>& timestamps) {
    std::vector<Footing> found(timestamps.size());
    // Oldest first, and each covers all that was logged before its checkpoint: later ones have the say.
    Instant best{};
    std::size_t waiting = timestamps.size();  // of these, from the end, nothing is in `best` yet
    for (std::size_t i = timestamps.size(); i-- > 0;) {
        const TimestampEntry& entry = timestamps[i];
        for (; waiting > i + 1 && timestamps[waiting - 1].size > entry.seq; --waiting)
            if (const Instant until = until_of(timestamps[waiting - 1]); until.seconds > best.seconds) best = until;
        const Instant own = until_of(entry);
        found[i] = {entry.seq, own.seconds > best.seconds ? own : best};
    }
    return found;
}

Findings timestamps_due(const Vault& vault, Instant now) {
    Findings findings;
    const Unstamped waiting = vault.unstamped();
    if (waiting.events > 0 && !vault.settings().value("timestamp", Json()).is_null())
        findings.push_back({"timestamp", std::to_string(waiting.events) + " events since " + waiting.since + " have no timestamp",
                            "run ugoda timestamp when there is a network", Level::note});
    std::vector<Footing> ending = footings(vault.timestamps());
    std::erase_if(ending, [&](const Footing& footing) { return footing.until.seconds > now.seconds + ninety_days; });
    if (ending.empty()) return findings;
    const auto first = std::min_element(ending.begin(), ending.end(), [](const Footing& one, const Footing& other) {
        return one.until.seconds < other.until.seconds;
    });
    const std::string day = to_rfc3339(first->until).substr(0, 10);
    findings.push_back({"timestamp",
                        std::to_string(ending.size()) + (first->until.seconds < now.seconds
                                                             ? " timestamps have lost their footing, the first on " + day
                                                             : " timestamps lose their footing, the first on " + day),
                        "run ugoda timestamp --renew", Level::warning});
    return findings;
}

Findings check_timestamps(const Vault& vault) {
    Findings findings;
    for (const TimestampEntry& entry : vault.timestamps()) try {
            check(vault, entry);
        } catch (const Error& error) {
            findings.push_back({error.where(), error.text(), error.remedy(), Level::warning});
        }
    return findings;
}

}  // namespace ugoda
