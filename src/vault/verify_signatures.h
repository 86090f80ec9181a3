// Which printed checkpoints are signed by a key that was the vault's then. Most of verifying a vault with many
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
    /// Begins in the background. Both must outlive it and stay as they are.
    SignatureCheck(const std::vector<Printed>& printed, const KeyHistory& keys);
    ~SignatureCheck();
    SignatureCheck(const SignatureCheck&) = delete;
    SignatureCheck& operator=(const SignatureCheck&) = delete;

    /// Helps with what is left. For each of `printed`: what is to be said against it.
    [[nodiscard]] const std::vector<std::optional<Objection>>& finish();

  private:
    void work();

    const std::vector<Printed>& printed_;
    const KeyHistory& keys_;
    std::vector<std::optional<Objection>> objections_;
    std::atomic<std::size_t> next_{0};
    std::future<void> background_;
};

}  // namespace ugoda
