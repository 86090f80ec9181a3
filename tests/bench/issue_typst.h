// Typst, the peer: the fastest setter of documents that installs with one line (through npm).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/process.h"

namespace ugoda::bench {

/// The documents NAME.typ in one folder, set in one process, to NAME.pdf each.
class Typst {
  public:
    Typst(std::filesystem::path workspace, std::vector<std::string> names)
        : workspace_(std::move(workspace)), names_(std::move(names)) {}

    /// False when node or the module is not there; scripts/bench installs it when it can.
    [[nodiscard]] static bool is_installed();

    /// The whole process, as ours is measured.
    [[nodiscard]] Cost run();

    /// Of the last run: what it took inside the process, and how many pages each document has.
    [[nodiscard]] double inner_ms() const { return inner_ms_; }
    [[nodiscard]] const std::vector<int>& pages() const { return pages_; }

  private:
    void note(const std::string& told);

    std::filesystem::path workspace_;
    std::vector<std::string> names_;
    double inner_ms_ = 0;
    std::vector<int> pages_;
};

}  // namespace ugoda::bench
