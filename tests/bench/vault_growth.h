// A vault that grows by whole cases of twelve events, as the program makes them, in three sittings
// with other cases between: opened with four photographs and an attachment; answers added and the
// intake record fixed and issued; the settlement fixed and issued, the case closed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "vault/vault.h"

namespace ugoda::bench {

constexpr std::uint64_t events_of_a_case = 12;

class GrowingVault {
  public:
    /// Makes a new vault in `folder`/vault; its second mark lies in `folder`/state.
    explicit GrowingVault(const std::filesystem::path& folder);

    /// Adds cases, a hundred in each transaction, until there are `events` events, give or take
    /// a case.
    void grow_to(std::uint64_t events);

    [[nodiscard]] Vault& vault() { return vault_; }
    [[nodiscard]] const Vault& vault() const { return vault_; }
    [[nodiscard]] std::filesystem::path folder() const { return folder_ / "vault"; }
    [[nodiscard]] std::filesystem::path state() const { return folder_ / "state"; }
    /// The case in the middle.
    [[nodiscard]] std::string some_case() const;
    /// The client_id of one in the middle.
    [[nodiscard]] std::string some_client() const;

  private:
    [[nodiscard]] Json next_client() const;
    std::string open_case(Writer& writer);
    void take_down(Writer& writer, const std::string& number);
    void settle(Writer& writer, const std::string& number);
    void add_photographs(Writer& writer, const std::string& number);
    void add_record(Writer& writer, const std::string& number, const char* prefix);
    void renew_checkpoints();

    std::filesystem::path folder_;
    Json sample_;
    Vault vault_;
    std::vector<ObjectRef> objects_;
    std::vector<std::string> checkpoints_;
    int cases_ = 0;
};

/// The bytes that are the vault's point: headers and payloads, of so many events.
struct Content {
    std::uint64_t events = 0, bytes = 0, file_bytes = 0;
    /// What the index takes beyond them.
    [[nodiscard]] double more_per_event() const {
        return static_cast<double>(file_bytes - bytes) / static_cast<double>(events);
    }
};
[[nodiscard]] Content content_of(const std::filesystem::path& vault);

}  // namespace ugoda::bench
