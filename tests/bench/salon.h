// A salon's vault to measure in: made by the program itself, kept, and put back as it was
// before every turn, so that each turn finds the same.
#pragma once

#include <filesystem>
#include <string>

#include "bench/folder.h"
#include "bench/process.h"

namespace ugoda::bench {

class Salon {
  public:
    /// An empty vault of the salon in samples/salon-pl.toml.
    Salon();

    /// The program in this vault. Exit code 1, a warning, is fine; above it throws.
    Cost run(const Command& words) const;
    [[nodiscard]] std::string output_of(const Command& words) const;

    /// The number of the case that was opened last.
    [[nodiscard]] std::string last_case() const;

    /// Keeps the vault, and the program's notes about it, under a name to be put back.
    void keep(const std::string& name) const;
    void restore(const std::string& name) const;

    /// A new, empty folder each time; the former one is removed.
    [[nodiscard]] std::filesystem::path fresh_folder(const std::string& name) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    [[nodiscard]] std::vector<std::string> variables() const;

    Folder folder_;
};

/// Draws a photograph of that size, different for every seed.
void draw_photograph(const std::filesystem::path& file, int width, int height, int seed);

}  // namespace ugoda::bench
