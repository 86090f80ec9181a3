#include "cli/progress_line.h"

#include <chrono>

namespace ugoda {

namespace {

constexpr std::int64_t patience_ms = 1000, pace_ms = 100;

std::int64_t steady_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& terminal, Now now)
    : terminal_(terminal), now_(now ? std::move(now) : Now(steady_ms)), due_(now_() + patience_ms) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::string_view what, std::uint64_t done, std::uint64_t total) {
    if (done >= total) return clear();
    const std::int64_t now = now_();
    if (now < due_) return;
    due_ = now + pace_ms;
    const std::string text =
        std::to_string(done) + " of " + std::to_string(total) + " " + std::string(what);
    clear();
    terminal_ << text << std::flush;
    shown_ = text.size();
}

void ProgressLine::clear() {
    if (shown_ == 0) return;
    terminal_ << '\r' << std::string(shown_, ' ') << '\r' << std::flush;
    shown_ = 0;
}

}  // namespace ugoda
