#include "bench/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "bench/folder.h"

namespace ugoda::bench {

namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environment(const std::vector<std::string>& more) {
    std::vector<std::string> all = more;  // the first of two equal names counts
    for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
    return all;
}

void redirect(posix_spawn_file_actions_t& actions, int descriptor,
              const std::filesystem::path& file) {
    posix_spawn_file_actions_addopen(&actions, descriptor,
                                     file.empty() ? "/dev/null" : file.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

pid_t start(Command words, const Surroundings& surroundings) {
    std::vector<std::string> variables = environment(surroundings.variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    redirect(actions, STDOUT_FILENO, surroundings.output);
    redirect(actions, STDERR_FILENO, surroundings.errors);
    pid_t child = 0;
    const int code = ::posix_spawnp(&child, words.at(0).c_str(), &actions, nullptr,
                                    pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) throw std::runtime_error(words.at(0) + " cannot be started");
    return child;
}

}  // namespace

Cost run(const Command& command, const Surroundings& surroundings) {
    const auto begin = Clock::now();
    const pid_t child = start(command, surroundings);
    int status = 0;
    rusage used{};
    if (::wait4(child, &status, 0, &used) != child)
        throw std::runtime_error(command.at(0) + " was lost");
    const std::chrono::duration<double, std::milli> wall = Clock::now() - begin;
    return {wall.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
            static_cast<double>(used.ru_maxrss) / 1024,
            WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

Cost run_well(const Command& command, const Surroundings& surroundings, int most) {
    const Cost cost = run(command, surroundings);
    if (cost.exit_code >= 0 && cost.exit_code <= most) return cost;
    std::string words;
    for (const std::string& word : command) words += word + ' ';
    throw std::runtime_error(words + "ended with exit code " + std::to_string(cost.exit_code));
}

std::string output_of(const Command& command, const std::vector<std::string>& variables) {
    const Folder folder;
    const std::filesystem::path file = folder.path() / "output";
    (void)run_well(command, {variables, file, {}});
    return contents_of(file);
}

std::string contents_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace ugoda::bench
