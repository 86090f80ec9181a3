// Where the program's own data lie: forms, templates, fonts, and the parts of it that are not loaded
// with it; and where a salon's forms and
// templates do.
#pragma once

#include <filesystem>
#include <string>

#include "base/shelf.h"

namespace ugoda {

/// A folder with `forms/`, `templates/` and `fonts/` in it.
struct Resources {
    std::filesystem::path folder;
    /// A vault, whose `forms/` and `templates/` stand before the program's; empty: none.
    std::filesystem::path own{};

    [[nodiscard]] Shelf forms() const { return shelf("forms"); }
    [[nodiscard]] Shelf templates() const { return shelf("templates"); }
    [[nodiscard]] std::filesystem::path fonts() const { return folder / "fonts"; }

  private:
    [[nodiscard]] Shelf shelf(const char* name) const {
        return own.empty() ? Shelf(folder / name) : Shelf(folder / name, own / name);
    }
};

/// `share/ugoda` beside the program (a build), or in the folder above it (installed); there or
/// not: cases are shown and vaults checked without it.
[[nodiscard]] Resources find_resources();

/// A file of the program's own code: beside the program (a build), or in `lib/ugoda` of where it is
/// installed; there or not.
[[nodiscard]] std::filesystem::path find_part(const std::string& name);

/// Throws Error(Fault::storage) when the program's own data are not there.
void require_installed(const Resources& resources);

}  // namespace ugoda
