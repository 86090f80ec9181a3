#include "hostile/apart.h"

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace ugoda::test {

namespace fs = std::filesystem;

namespace {

constexpr unsigned nobody = 65534;

void write_to(int pipe, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t written = ::write(pipe, text.data() + at, text.size() - at);
        if (written <= 0) ::_exit(1);
        at += static_cast<std::size_t>(written);
    }
}

std::string read_from(int pipe) {
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = ::read(pipe, piece.data(), piece.size())) > 0;)
        text.append(piece.data(), static_cast<std::size_t>(got));
    return text;
}

Json to_json(const std::vector<Outcome>& outcomes) {
    Json list = Json::array();
    for (const Outcome& outcome : outcomes)
        list.push_back({outcome.code, outcome.out, outcome.err});
    return list;
}

}  // namespace

std::optional<std::vector<Outcome>> apart(const std::function<bool()>& prepare,
                                          const std::function<std::vector<Outcome>()>& act) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return std::nullopt;
    const pid_t child = ::fork();
    if (child == 0) {
        write_to(ends[1], prepare() ? to_json(act()).dump(-1, ' ', true) : "null");
        ::_exit(0);
    }
    ::close(ends[1]);
    const std::string text = read_from(ends[0]);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    const Json list = parse_json(text.empty() ? "[]" : text, "child");
    if (list.is_null()) return std::nullopt;
    std::vector<Outcome> outcomes;
    for (const Json& each : list) outcomes.push_back({each[0].get<int>(), each[1], each[2]});
    return outcomes;
}

bool become_nobody() {
    return ::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0;
}

void give_to_nobody(const fs::path& folder) {
    (void)!::lchown(folder.c_str(), nobody, nobody);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        (void)!::lchown(entry.path().c_str(), nobody, nobody);
}

bool own_mounts() {
    return ::unshare(CLONE_NEWNS) == 0 &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool mount_read_only(const std::string& folder) {
    return ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
           ::mount(nullptr, folder.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) ==
               0;
}

bool mount_small_disk(const std::string& folder, int kilobytes) {
    const std::string options = "mode=700,size=" + std::to_string(kilobytes) + "k";
    return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

}  // namespace ugoda::test
