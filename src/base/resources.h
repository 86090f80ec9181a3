// Where the program's own data lie: forms, templates, fonts.
#pragma once

#include <filesystem>

namespace ugoda {

/// A folder with `forms/`, `templates/` and `fonts/` in it.
struct Resources {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path forms() const { return folder / "forms"; }
    [[nodiscard]] std::filesystem::path templates() const { return folder / "templates"; }
    [[nodiscard]] std::filesystem::path fonts() const { return folder / "fonts"; }
};

/// `share/ugoda` beside the program (a build), or in the folder above it (installed).
/// Throws Error(Fault::storage) when there is neither.
[[nodiscard]] Resources find_resources();

}  // namespace ugoda
