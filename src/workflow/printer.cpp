#include "workflow/printer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <vector>

#include "base/error.h"
#include "base/text.h"

extern char** environ;

namespace ugoda {

namespace {

/// A child with pipes to its standard input and from its standard output; its errors go nowhere.
class Child {
  public:
    explicit Child(std::vector<std::string> words) {
        std::array<int, 2> in{}, out{};
        if (::pipe2(in.data(), O_CLOEXEC) != 0) return;
        if (::pipe2(out.data(), O_CLOEXEC) != 0) {
            ::close(in[0]);
            ::close(in[1]);
            return;
        }
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        is_running_ = ::posix_spawnp(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        in_ = in[1];
        out_ = out[0];
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        close(in_);
        close(out_);
        if (is_running_) ::waitpid(pid_, nullptr, 0);
    }

    /// Gives it all of `bytes`, unless it stops listening.
    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(in_, bytes.data(), bytes.size());
            if (count <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        close(in_);
    }

    /// What it says, and whether it ends well.
    bool finish(std::string& said) {
        close(in_);
        std::array<char, 4096> buffer{};
        for (ssize_t count = 0; out_ >= 0 && (count = ::read(out_, buffer.data(), buffer.size())) > 0;)
            said.append(buffer.data(), static_cast<std::size_t>(count));
        int status = -1;
        if (!is_running_ || ::waitpid(pid_, &status, 0) != pid_) return false;
        is_running_ = false;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

  private:
    static void close(int& file) {
        if (file >= 0) ::close(file);
        file = -1;
    }

    pid_t pid_ = -1;
    int in_ = -1, out_ = -1;
    bool is_running_ = false;
};

/// A printer that hangs up is told by its exit status, not by a signal.
class DeafToPipes {
  public:
    DeafToPipes() : before_(::signal(SIGPIPE, SIG_IGN)) {}
    ~DeafToPipes() { ::signal(SIGPIPE, before_); }
    DeafToPipes(const DeafToPipes&) = delete;
    DeafToPipes& operator=(const DeafToPipes&) = delete;

  private:
    void (*before_)(int);
};

/// The usual printer: `system default destination: office`.
std::string usual_printer() {
    std::string said;
    Child ask({"lpstat", "-d"});
    if (!ask.finish(said)) return {};
    const auto colon = said.rfind(": ");
    if (colon == std::string::npos) return {};
    const auto end = said.find_first_of("\r\n", colon);
    return said.substr(colon + 2, end == std::string::npos ? end : end - colon - 2);
}

}  // namespace

std::optional<std::string> print_pdf(const std::string& pdf, const std::string& title, const std::string& printer) {
    const DeafToPipes deaf;
    const std::string name = printer.empty() ? usual_printer() : printer;
    if (name.empty()) return std::nullopt;
    if (name.front() == '-' || one_line(name) != name)
        throw Error(Fault::usage, "--printer", "is not the name of a printer", "see lpstat -e");
    Child job({"lp", "-d", name, "-t", title});
    job.write(pdf);
    std::string said;
    if (!job.finish(said))
        throw Error(Fault::storage, "printer " + shortened(one_line(name), 60), "does not take the document",
                    "look at lpstat -p, or print the file that issue wrote");
    return name;
}

}  // namespace ugoda
