#include "workflow/log_keys.h"

#include "base/error.h"
#include "base/text.h"
#include "vault/key_change.h"

namespace ugoda {

namespace {

Instant moment_of_theft(const std::string& since, Instant now) {
    if (since.empty()) return now;
    const auto moment = parse_rfc3339(since);
    if (!moment || moment->seconds > now.seconds)
        throw Error(Fault::usage, "--since", "is no moment that is past", "write it like 2026-03-12T17:30:00+01:00");
    return *moment;
}

std::string checked_reason(const std::string& why) {
    constexpr std::size_t longest = 2000;
    if (count_code_points(why) > longest)
        throw Error(Fault::usage, "--why", "is longer than 2000 characters", "shorten it");
    return clean_answer(why);
}

}  // namespace

std::vector<KeyLine> list_keys(const Workplace& workplace) {
    std::vector<KeyLine> lines;
    for (const LogKey& key : open_vault(workplace, Access::read).keys()) {
        const VerifierKey parsed = parse_verifier_key(key.public_key).value();
        lines.push_back({key.public_key, to_hex(std::string_view(parsed.id)), fingerprint(parsed.public_bytes), key.from,
                         key.until, key.ended});
    }
    return lines;
}

KeyLine renew_key(const Workplace& workplace, const KeyWish& wish) {
    KeyChange change{wish.is_lost ? "key.lost" : wish.is_stolen ? "key.revoked" : "key.rotated",
                     checked_reason(wish.why), std::nullopt, {}};
    if (change.why.empty() && change.kind != "key.rotated")
        throw Error(Fault::usage, "--why", "is missing", "say what happened to the key; it is logged");
    {
        const Vault vault = open_vault(workplace, Access::read);
        change.staff = acting_staff(vault, workplace);
        if (wish.is_stolen) change.since = moment_of_theft(wish.since, current_time(vault, workplace));
    }
    (void)change_key(workplace.vault, workplace.surroundings, change);
    return list_keys(workplace).back();
}

Json to_json(const KeyLine& key) {
    Json value = {{"public_key", key.public_key}, {"id", key.id}, {"fingerprint", key.fingerprint}, {"from", key.from}};
    if (key.until) value.update({{"until", *key.until}, {"ended", key.ended}});
    return value;
}

}  // namespace ugoda
