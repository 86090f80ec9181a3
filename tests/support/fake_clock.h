// A clock that stands still until it is told to move.
#pragma once

#include "base/clock.h"

namespace ugoda {

class FakeClock final : public Clock {
  public:
    explicit FakeClock(Instant now = {1773333005, 60}) : now_(now) {}  // 2026-03-12T17:30:05+01:00
    [[nodiscard]] Instant now() const override { return now_; }
    [[nodiscard]] std::string boot_id() const override { return "fake-boot"; }
    [[nodiscard]] std::int64_t monotonic_ms() const override { return now_.seconds; }
    void move(std::int64_t seconds) { now_.seconds += seconds; }

  private:
    Instant now_;
};

}  // namespace ugoda
