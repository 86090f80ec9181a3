#include "worker/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.h"
#include "worker/held_pipe_signal.h"

namespace ugoda {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void cannot_start(const std::filesystem::path& program, int why) {
    throw Error(Fault::storage, program.string(),
                std::string("cannot be started (") + std::strerror(why) + ")",
                "install ugoda again, or close other programs");
}

/// A file descriptor that is closed when it goes.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    void take(int number) {
        close();
        number_ = number;
    }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

  private:
    int number_;
};

struct Pipe {
    Descriptor read, write;

    explicit Pipe(const std::filesystem::path& program) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) cannot_start(program, errno);
        read.take(ends[0]);
        write.take(ends[1]);
    }
};

/// What the child finds in its three descriptors; the rest of ours is closed there.
class Actions {
  public:
    Actions(const Pipe& in, const Pipe& out) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, in.read.get(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, out.write.get(), STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

/// With which signals held back it begins.
class Attributes {
  public:
    explicit Attributes(const sigset_t& held) {
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setsigmask(&attributes_, &held);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

/// A process of ours: killed if it still runs, and always waited for.
class Process {
  public:
    Process(const std::filesystem::path& program, const Pipe& in, const Pipe& out, const sigset_t& held) {
        const Actions actions(in, out);
        const Attributes attributes(held);
        std::string name = program.string();
        std::array<char*, 2> arguments{name.data(), nullptr};
        std::string language = "LC_ALL=C.UTF-8";
        std::array<char*, 2> environment{language.data(), nullptr};
        const int failed = posix_spawn(&id_, name.c_str(), actions.get(), attributes.get(), arguments.data(),
                                       environment.data());
        if (failed != 0) cannot_start(program, failed);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (id_ > 0) (void)end();
    }
    void kill() const { ::kill(id_, SIGKILL); }

    /// Waits until it is gone; one that has closed its output is not waited for past `until`.
    int wait(Clock::time_point until) {
        int status = 0;
        while (::waitpid(id_, &status, WNOHANG) == 0) {
            if (Clock::now() >= until) return end();
            ::usleep(500);
        }
        id_ = 0;
        return status;
    }

  private:
    int end() {
        int status = 0;
        kill();
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {}
        id_ = 0;
        return status;
    }

    pid_t id_ = 0;
};

class Conversation {
  public:
    Conversation(Descriptor& to, Descriptor& from, std::vector<std::string_view> input,
                 const ChildLimits& limits)
        : to_(to),
          from_(from),
          input_(std::move(input)),
          limits_(limits),
          until_(Clock::now() + limits.time) {
        ::fcntl(to_.get(), F_SETFL, O_NONBLOCK);
        ::fcntl(from_.get(), F_SETFL, O_NONBLOCK);
    }

    /// Until the child has closed its output, or a limit is reached.
    Ending go_on() {
        while (from_.is_open()) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now())
                    .count();
            if (left <= 0) return Ending::too_late;
            std::array<pollfd, 2> ends{{{from_.get(), POLLIN, 0}, {to_.get(), POLLOUT, 0}}};
            if (::poll(ends.data(), to_.is_open() ? 2 : 1,
                       static_cast<int>(std::min<long>(left, 1000))) < 0)
                continue;
            if (to_.is_open() && ends[1].revents != 0) write_some();
            if (ends[0].revents != 0 && !read_some()) return Ending::too_much;
        }
        return Ending::done;
    }

    [[nodiscard]] Clock::time_point until() const { return until_; }
    std::string output;

  private:
    void write_some() {
        while (piece_ < input_.size() && at_ == input_[piece_].size()) {
            ++piece_;
            at_ = 0;
        }
        if (piece_ == input_.size()) return to_.close();
        const std::string_view rest = input_[piece_].substr(at_);
        const ssize_t written = ::write(to_.get(), rest.data(), rest.size());
        if (written > 0) at_ += static_cast<std::size_t>(written);
        if (written < 0 && errno != EAGAIN && errno != EINTR) to_.close();  // it reads no more
    }

    bool read_some() {
        constexpr std::size_t most = 1u << 16;
        std::array<char, most> buffer{};
        const ssize_t size = ::read(from_.get(), buffer.data(), buffer.size());
        if (size > 0) output.append(buffer.data(), static_cast<std::size_t>(size));
        if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) from_.close();
        return output.size() <= limits_.output;
    }

    Descriptor &to_, &from_;
    std::vector<std::string_view> input_;
    ChildLimits limits_;
    Clock::time_point until_;
    std::size_t piece_ = 0, at_ = 0;
};

Ending ending_of(int status) {
    if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU ? Ending::too_late : Ending::killed;
    return WEXITSTATUS(status) == 0 ? Ending::done : Ending::failed;
}

}  // namespace

ChildRun run_child(const std::filesystem::path& program, const std::vector<std::string_view>& input,
                   const ChildLimits& limits) {
    const HeldPipeSignal pipe_signal;
    Pipe in(program), out(program);
    Process process(program, in, out, pipe_signal.before());
    in.read.close();
    out.write.close();
    Conversation conversation(in.write, out.read, input, limits);
    const Ending ending = conversation.go_on();
    if (ending != Ending::done) return {ending, {}};
    const Ending end = ending_of(process.wait(conversation.until()));
    const bool is_late = Clock::now() >= conversation.until();
    return {is_late ? Ending::too_late : end, std::move(conversation.output)};
}

}  // namespace ugoda
