#include "workflow/stamp_log.h"

#include <algorithm>
#include <cstdlib>

#include "base/error.h"
#include "base/random.h"
#include "workflow/name_authority.h"
#include "workflow/timestamp_footing.h"

namespace ugoda {

namespace {

Finding note(const std::string& what, const std::string& remedy) { return {"timestamp", what, remedy, Level::note}; }

/// Is there anything about the authority's certificate to keep or to tell?
std::vector<ObjectRef> revocation_objects(Vault& vault, const Timestamp& stamp, int seconds, Findings& findings) {
    const RevocationList list = fetch_revocation(stamp, seconds);
    if (list.says == Revocation::revoked)
        throw Error(Fault::storage, stamp.authority, "its certificate was revoked, so nothing was stored",
                    "name another authority");
    if (!list.crl.empty()) return {vault.put(list.crl, "crl")};
    if (list.is_named)
        findings.push_back(note("the list of revoked certificates of " + stamp.authority + " could not be had",
                                "nothing needs to be done"));
    return {};
}

void compare_clocks(Instant ours, const Timestamp& stamp, Findings& findings) {
    constexpr std::int64_t tolerated = 600;
    if (std::abs(ours.seconds - stamp.time.seconds) > tolerated)
        findings.push_back({"clock", "this computer's clock shows " + to_rfc3339(ours) + ", the authority's " + to_rfc3339(stamp.time),
                            "set the computer's clock", Level::note});
}

struct Order {
    Vault& vault;
    const Authority& authority;
    const std::string& staff;
    Instant now;
    bool renews = false;
};

/// Which of the older timestamps gain by this one, by their events.
Json renewed_by(const Vault& vault, const Timestamp& stamp) {
    Json renewed = Json::array();
    for (const Footing& footing : footings(vault.timestamps()))
        if (footing.until.seconds < stamp.authority_until.seconds) renewed.push_back(footing.seq);
    return renewed;
}

Stamping stamp(const Order& order) {
    Vault& vault = order.vault;
    Stamping made;
    made.size = vault.size();
    const std::string checkpoint = vault.signed_checkpoint(made.size);
    const auto stamped = ask_authority(order.authority, sha256(checkpoint), SystemRandom().bytes(8));
    if (!stamped) {
        made.size = 0;
        made.findings.push_back(nobody_reached(vault));
        return made;
    }
    const Timestamp& stamp = stamped->stamp;
    std::vector<ObjectRef> objects = revocation_objects(vault, stamp, order.authority.seconds, made.findings);
    compare_clocks(order.now, stamp, made.findings);
    made.time = to_rfc3339(stamp.time);
    made.authority = stamp.authority;
    made.until = to_rfc3339(stamp.authority_until);
    Json content = {{"size", made.size}, {"checkpoint", checkpoint}, {"time", made.time},
                    {"authority", made.authority}, {"authority_until", made.until}};
    if (order.renews) content["renews"] = renewed_by(vault, stamp);
    made.renewed = content.value("renews", Json::array()).size();
    objects.insert(objects.begin(), {vault.put(checkpoint, "checkpoint"), vault.put(stamped->reply, "token"),
                                     vault.put(stamp.chain, "authority")});
    vault.write([&](Writer& writer) { writer.append({"timestamp.token", std::nullopt, content, objects, order.staff}); });
    made.is_new = true;
    return made;
}

}  // namespace

Finding nobody_reached(const Vault& vault) {
    const Unstamped waiting = vault.unstamped();
    std::string what = "the authority cannot be reached";
    if (waiting.events > 0)
        what += ": " + std::to_string(waiting.events) + " events since " + waiting.since + " wait for a timestamp";
    return note(what, "nothing is lost; run ugoda timestamp when there is a network");
}

Stamping stamp_log(const Workplace& workplace, bool renews) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const auto authority = named_authority(vault);
    if (!authority)
        throw Error(Fault::usage, "timestamp", "no authority is named in vault.toml",
                    "name one with ugoda timestamp --authority URL --ca FILE");
    if (!renews && vault.unstamped().events == 0) {
        Stamping nothing;
        if (const auto before = vault.timestamps(); !before.empty()) nothing.size = before.back().size;
        nothing.findings.push_back(note("nothing is new since the last timestamp", "nothing needs to be done"));
        return nothing;
    }
    Stamping made = stamp({vault, *authority, staff, current_time(vault, workplace), renews});
    if (made.is_new && renews && made.renewed == 0)
        made.findings.push_back(note("the authority's certificate lasts no longer than those before, until " + made.until,
                                     "renew again when the authority has a new one, or name another authority"));
    return made;
}

Findings stamp_if_online(Vault& vault, const Workplace& workplace, const std::string& staff) try {
    auto authority = named_authority(vault);
    if (!authority || vault.unstamped().events == 0) return {};
    authority->seconds = std::min(authority->seconds, patience_at_issue);
    return stamp({vault, *authority, staff, current_time(vault, workplace)}).findings;
} catch (const Error& error) {
    if (error.fault() != Fault::storage && error.fault() != Fault::integrity) throw;
    return {note("there is no timestamp yet: " + error.where() + ": " + error.text(), "run ugoda timestamp later")};
}

}  // namespace ugoda
