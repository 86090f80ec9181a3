// Writing to a child that has ended must not end us, nor may the whole program stop minding SIGPIPE
// for it: other threads have children of their own.
#pragma once

#include <csignal>
#include <ctime>

namespace ugoda {

/// While it lives, SIGPIPE is held back from this thread; what came meanwhile is dropped.
class HeldPipeSignal {
  public:
    HeldPipeSignal() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    HeldPipeSignal(const HeldPipeSignal&) = delete;
    HeldPipeSignal& operator=(const HeldPipeSignal&) = delete;
    ~HeldPipeSignal() {
        if (sigismember(&before_, SIGPIPE) == 0) {
            const timespec at_once{};
            while (::sigtimedwait(&pipe_, nullptr, &at_once) > 0) {}
        }
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    /// The signals that this thread held back before: a child starts with those.
    [[nodiscard]] const sigset_t& before() const { return before_; }

  private:
    sigset_t pipe_{}, before_{};
};

}  // namespace ugoda
