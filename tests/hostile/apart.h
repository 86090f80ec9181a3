// Work in a child process that has given something up, or got a file system of its own: what
// is mounted there is gone with it, and nobody else sees it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "hostile/shell.h"

namespace ugoda::test {

/// What `act` returned, in a child process in which `prepare` came first. Nothing when
/// `prepare` could not do its part (returned false): then say so with WARN.
[[nodiscard]] std::optional<std::vector<Outcome>> apart(
    const std::function<bool()>& prepare, const std::function<std::vector<Outcome>()>& act);

/// Turns this process into one of user "nobody". Needs to be root.
[[nodiscard]] bool become_nobody();
/// Gives the folder and all in it to that user.
void give_to_nobody(const std::filesystem::path& folder);

/// From here on, mounts are this process's own. Needs to be root.
[[nodiscard]] bool own_mounts();
[[nodiscard]] bool mount_read_only(const std::string& folder);
/// An empty disk of that size, in kilobytes, over `folder`.
[[nodiscard]] bool mount_small_disk(const std::string& folder, int kilobytes);

}  // namespace ugoda::test
