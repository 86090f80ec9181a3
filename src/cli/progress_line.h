// One line on a terminal that tells how far long work has come, and is gone when it is done.
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace ugoda {

class ProgressLine {
  public:
    /// Milliseconds of a clock that never runs backwards; null: the computer's.
    using Now = std::function<std::int64_t()>;

    explicit ProgressLine(std::ostream& terminal, Now now = nullptr);
    /// Leaves no trace.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `120 of 4000 events`, in place of what stood there. Nothing in the first second, and not
    /// more often than the eye can follow; what is finished goes.
    void show(std::string_view what, std::uint64_t done, std::uint64_t total);

  private:
    void clear();

    std::ostream& terminal_;
    Now now_;
    std::int64_t due_;        ///< when the line may change next
    std::size_t shown_ = 0;   ///< how long it is
};

}  // namespace ugoda
