// Moments with their offset from UTC, and the clocks they are read from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

/// A moment and the local time it was written down in. Two Instants of the same
/// moment in different offsets are different values with equal `seconds`.
struct Instant {
    std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
    int offset_minutes = 0;    ///< local time minus UTC

    bool operator==(const Instant&) const = default;
};

/// RFC 3339 with seconds and a numeric offset: `2026-03-12T17:30:05+01:00`.
[[nodiscard]] std::string to_rfc3339(Instant instant);

/// Strict RFC 3339 §5.6 with `T` and an offset or `Z`; fractions of seconds are
/// read and dropped. Nothing when it is not such a moment (31 April, 24:00).
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

/// What an event notes about the clock that dated it.
struct Clock {
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// Changes with every start of the computer.
    [[nodiscard]] virtual std::string boot_id() const = 0;
    /// Never runs backwards between two starts of the computer.
    [[nodiscard]] virtual std::int64_t monotonic_ms() const = 0;
};

class SystemClock final : public Clock {
  public:
    /// `time_zone` is an IANA name; an unknown one throws Error(Fault::input).
    explicit SystemClock(std::string time_zone);
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::string boot_id() const override;
    [[nodiscard]] std::int64_t monotonic_ms() const override;

  private:
    std::string time_zone_;
};

/// `now` itself. Throws Error(Fault::storage) when its year has not four digits: nothing can be
/// dated with that.
[[nodiscard]] Instant fit_to_date_with(Instant now);

/// The offset in force in `time_zone` (IANA) at that moment.
[[nodiscard]] Instant in_zone(std::int64_t seconds, const std::string& time_zone);

}  // namespace ugoda
