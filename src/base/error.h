// The one exception type of this program.
//
// Throw it when the work asked for cannot be finished. What the user should
// merely be told about (a missing answer, a broken chain) is a Finding, and is
// returned, not thrown.
#pragma once

#include <stdexcept>
#include <string>

namespace ugoda {

/// Why the work stopped. The CLI maps each kind to one exit code, stable for
/// ever; nothing else in the program knows about exit codes.
enum class Fault {
    usage,      ///< the command line itself
    input,      ///< a file, answer or photo brought from outside
    wording,    ///< a form, template, label file or font
    storage,    ///< the vault's disk, or the machine
    integrity,  ///< going on would lose evidence
    internal    ///< our bug
};

class Error : public std::runtime_error {
  public:
    /// `where` is what the user recognises (file, field, entry 12), `what` what
    /// happened, `remedy` what to do about it.
    Error(Fault fault, std::string where, std::string what, std::string remedy);

    [[nodiscard]] Fault fault() const noexcept { return fault_; }
    [[nodiscard]] const std::string& where() const noexcept { return where_; }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] const std::string& remedy() const noexcept { return remedy_; }

  private:
    Fault fault_;
    std::string where_, text_, remedy_;
};

}  // namespace ugoda
