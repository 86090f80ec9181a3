// `ugoda forms` and `forms show`: which records can be made, and what each asks for.
#pragma once

#include <string>
#include <vector>

#include "base/resources.h"
#include "casefile/form.h"

namespace ugoda {

struct FormLine {
    std::string name, prefix, title;   ///< title in the locale asked for, "" where it has none
    int copies = 2;
    std::vector<std::string> locales;  ///< where it has a wording
};

/// All forms, the salon's own among them, by name.
[[nodiscard]] std::vector<FormLine> list_forms(const Resources& resources, const std::string& locale);

/// A condition of a form in words: `when the answer to variant is AB`.
[[nodiscard]] std::string in_words(const Json& condition);

[[nodiscard]] Json to_json(const FormLine& line);
/// Fields, conditions, rules as the form has them.
[[nodiscard]] Json described(const Form& form);

}  // namespace ugoda
