// A timestamp authority of a test's own: makes its certificates, and replies as an RFC 3161 authority
// does, at whatever time it is told.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace ugoda {

struct AuthorityTraits {
    std::string name = "Test Time";
    std::int64_t from = 0, until = 0;   ///< of its certificate; 0: an hour around the present
    std::string purpose = "critical,timeStamping";  ///< of its certificate; empty: none is stated
    std::string crl_url{};              ///< where its certificate says the list of revoked ones is
};

class TimeAuthority {
  public:
    explicit TimeAuthority(const AuthorityTraits& traits = {});
    ~TimeAuthority();

    /// PEM: what its certificate leads to.
    [[nodiscard]] std::string root() const;
    /// TimeStampResp to `query`; its time is `at`, or the present.
    [[nodiscard]] std::string reply(const std::string& query, std::int64_t at = 0) const;
    /// One that says no.
    [[nodiscard]] std::string refusal() const;
    /// TimeStampReq with the imprint or the nonce changed.
    [[nodiscard]] static std::string with_other_imprint(const std::string& query);
    [[nodiscard]] static std::string with_other_nonce(const std::string& query);
    /// DER, signed by the root; the authority's own certificate in it or not.
    [[nodiscard]] std::string revocation_list(bool is_revoked, std::int64_t since = 0) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ugoda
