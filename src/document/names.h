// What the names in a template mean for one record: answers as printed, and the truths that
// sections ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/compose.h"
#include "document/marked_value.h"
#include "document/mustache.h"
#include "document/wording.h"

namespace ugoda {

class Names {
  public:
    /// All three must outlive this.
    Names(const Composition& what, const Locale& locale, MarkedValues& marks);

    /// A yes-or-no name: a boolean answer, a derived truth, `has_F`, `F_is_V`, `F_has_V`, or
    /// `photos_attached`. Throws Error(Fault::wording) at `where` for any other.
    [[nodiscard]] bool truth(const std::string& name, const std::string& where) const;

    /// The meanings of everything `clause` names, when `included` are the clauses printed and
    /// `wording` all there are.
    [[nodiscard]] Meanings meanings(const Clause& clause, const std::vector<Clause>& included,
                                    const Wording& wording);

    /// The answer as marked text: printed, a line for the pen, or absent.
    [[nodiscard]] std::string value(const std::string& name, const std::string& where);

  private:
    [[nodiscard]] const Json* answer(const std::string& field) const;
    [[nodiscard]] bool has(const std::string& field) const;
    [[nodiscard]] std::optional<bool> compared(const std::string& name,
                                               const std::string& joint) const;
    [[nodiscard]] std::string printed(const Field& field, const Json& value);
    [[nodiscard]] std::string reference(const std::string& id, const std::vector<Clause>& included);

    const Composition& what_;
    const Locale& locale_;
    MarkedValues& marks_;
};

/// The number each clause prints: 1, 2, 3… for those that are counted, else 0.
[[nodiscard]] int number_of(const Clause& clause, const std::vector<Clause>& included);

}  // namespace ugoda
