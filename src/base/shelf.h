// A folder of forms or templates, and perhaps one of the salon's own that stands before it: the
// salon's files win, one by one.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace ugoda {

class Shelf {
  public:
    /// A folder alone is a shelf too.
    Shelf(std::filesystem::path shipped) : shipped_(std::move(shipped)) {}
    Shelf(std::filesystem::path shipped, std::filesystem::path own)
        : shipped_(std::move(shipped)), own_(std::move(own)) {}

    /// Where `name` (`pl-PL/labels.json`) is to be read: the salon's file if there is one, else
    /// the program's, there or not. A link on the way to the salon's throws
    /// Error(Fault::wording): it may lead out of the vault, or to what is not there today.
    [[nodiscard]] std::filesystem::path file(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] bool has_own(const std::string& name) const;
    /// The program's file of that name, whatever the salon has.
    [[nodiscard]] std::filesystem::path shipped(const std::string& name) const {
        return shipped_ / name;
    }
    /// All that stands in `folder` of the shelf, in order. Throws Error(Fault::wording) when the
    /// program's own folder is missing.
    [[nodiscard]] std::set<std::string> names(const std::string& folder = {}) const;

  private:
    std::filesystem::path shipped_, own_;
};

}  // namespace ugoda
