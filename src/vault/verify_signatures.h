// Which printed checkpoints are signed by the vault's key. Most of verifying a vault with many
// records is this, so it goes on beside the rest.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

#include "audit/checkpoint.h"
#include "vault/verify_log.h"

namespace ugoda {

class SignatureCheck {
  public:
    /// Begins in the background. `printed` must outlive it and stay as it is.
    SignatureCheck(const std::vector<Printed>& printed, const VerifierKey& key);
    ~SignatureCheck();
    SignatureCheck(const SignatureCheck&) = delete;
    SignatureCheck& operator=(const SignatureCheck&) = delete;

    /// Helps with what is left. For each of `printed`: 1 when it is signed by the key, else 0.
    [[nodiscard]] const std::vector<char>& finish();

  private:
    void work();

    const std::vector<Printed>& printed_;
    const VerifierKey key_;
    std::vector<char> is_signed_;
    std::atomic<std::size_t> next_{0};
    std::future<void> background_;
};

}  // namespace ugoda
