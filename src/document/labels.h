// The words of a locale's labels.json: what forms, values and the page around the wording
// are called. A word that is not there is an error, never an empty place.
#pragma once

#include <map>
#include <string>

#include "document/locale.h"

namespace ugoda {

/// What stands in for `{name}` in a word.
using Insertions = std::map<std::string, std::string>;

/// labels.json, "words": fixed words and sentences. Throws Error(Fault::wording) when it is
/// missing or one of its `{names}` is not among `insertions`.
[[nodiscard]] std::string word(const Locale& locale, const std::string& key,
                               const Insertions& insertions = {});
/// labels.json, "fields": what the form calls an answer. Throws Error(Fault::wording).
[[nodiscard]] std::string field_label(const Locale& locale, const std::string& field);
/// labels.json, "values": how a choice is printed. Throws Error(Fault::wording).
[[nodiscard]] std::string value_label(const Locale& locale, const std::string& field,
                                      const std::string& value);
/// labels.json, "records": the kind of document. Throws Error(Fault::wording).
[[nodiscard]] std::string record_label(const Locale& locale, const std::string& form);

/// `{name}` replaced in a pattern of a locale's data file; `where` names that file.
[[nodiscard]] std::string filled(const std::string& pattern, const Insertions& insertions,
                                 const std::string& where);

}  // namespace ugoda
