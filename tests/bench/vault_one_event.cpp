#include "bench/vault_one_event.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bench/folder.h"
#include "bench/turns.h"
#include "bench/vault_growth.h"

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

constexpr int turns = 80;
constexpr double budget_syncs = 5, budget_more_ms = 2;

/// A file that is there already and is overwritten in place: nothing syncs faster.
class Overwriting {
  public:
    explicit Overwriting(const fs::path& file)
        : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (file_ < 0) throw std::runtime_error(file.string() + " cannot be made");
        once();
        ::fsync(file_);
    }
    ~Overwriting() { ::close(file_); }
    Overwriting(const Overwriting&) = delete;
    Overwriting& operator=(const Overwriting&) = delete;

    void once() {
        bytes_.fill(++turn_);
        if (::pwrite(file_, bytes_.data(), bytes_.size(), 0) < 0 || ::fdatasync(file_) != 0)
            throw std::runtime_error("the disk does not sync");
    }

  private:
    int file_;
    char turn_ = 0;
    std::array<char, 4096> bytes_{};
};

template <typename Work>
double milliseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

}  // namespace

void measure_one_event(const fs::path& parent, Table& table) {
    const Folder folder(parent.string());
    GrowingVault growing(folder.path());
    growing.grow_to(1200);
    const std::string number = growing.some_case();
    Overwriting floor(folder / "overwritten");
    std::vector<double> syncs, events;
    for (int turn = 0; turn < turns; ++turn) {
        // Nobody logs faster; what goes on after the last event is over by then.
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        syncs.push_back(milliseconds([&] { floor.once(); }));
        events.push_back(milliseconds([&] {
            growing.vault().write([&](Writer& writer) {
                writer.append({"note.added", number, {{"text", "called back"}}, {}, "s-1"});
            });
        }));
    }
    const double sync = median(syncs), event = median(events);
    table.told("fdatasync of 4 kB overwritten", sync, "ms");
    table.told("one acknowledged event, in fdatasyncs", event / sync, "");
    table.at_most("one acknowledged event (5 fdatasyncs and 2 ms)", event, "ms",
                  budget_syncs * sync + budget_more_ms);
}

}  // namespace ugoda::bench
