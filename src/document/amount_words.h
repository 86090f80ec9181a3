// Amounts in words beside their figures: made by us, held against what came with the answers.
#pragma once

#include "base/finding.h"
#include "casefile/form.h"
#include "document/locale.h"

namespace ugoda {

/// The words for the amount that `field` is the words of; nothing when there is no amount.
[[nodiscard]] std::optional<std::string> words_for(const Field& field, const Json& answers,
                                                   const Locale& locale);

/// Words among the answers that name another amount than the figures: a stop each. Words
/// that cannot be read are a note: ours are printed.
[[nodiscard]] Findings check_amount_words(const Form& form, const Json& answers,
                                          const Locale& locale);

}  // namespace ugoda
