#include "seal/authority.h"

#include "base/error.h"
#include "base/text.h"
#include "seal/network.h"

namespace ugoda {

std::optional<Stamped> ask_authority(const Authority& authority, const Digest& imprint, std::string_view nonce) {
    const TimestampRequest request = request_timestamp(imprint, nonce);
    auto reply = exchange({authority.url, "application/timestamp-query", request.der, "application/timestamp-reply",
                           authority.seconds, largest_reply});
    if (!reply) return std::nullopt;
    Timestamp stamp =
        read_timestamp(*reply, request, authority.trusted, shortened(one_line(authority.url), 200));
    return Stamped{std::move(*reply), std::move(stamp)};
}

RevocationList fetch_revocation(const Timestamp& stamp, int seconds) {
    RevocationList list;
    for (const std::string& url : stamp.crl_urls) {
        list.is_named = true;
        try {
            auto crl = exchange({url, "", "", "", seconds, largest_reply});
            const Revocation says = crl ? revocation_by(*crl, stamp.chain, stamp.time) : Revocation::unknown;
            if (says != Revocation::unknown) return {std::move(*crl), says, true};
        } catch (const Error& error) {
            if (error.fault() != Fault::storage) throw;  // one that cannot be had is as good as none
        }
    }
    return list;
}

}  // namespace ugoda
