// An event in the words of a locale: templates/<locale>/trail.json, "events".
#pragma once

#include <string>

#include "workflow/paper.h"
#include "workflow/trail_facts.h"

namespace ugoda {

/// A choice by its label; as it is when the locale has none for it, as with a salon's own words.
[[nodiscard]] std::string label_of(const Locale& locale, const std::string& group, const std::string& value);

/// A form by its label, likewise.
[[nodiscard]] std::string form_label(const Locale& locale, const std::string& form);

class EventWords {
  public:
    /// Both must outlive this.
    EventWords(const Paper& paper, const TrailFacts& facts) : paper_(paper), facts_(facts) {}

    /// What kind of event it is. One that the locale does not know is told by its name.
    [[nodiscard]] std::string label(const std::string& kind) const;

    /// What happened, in one sentence: also that the content is withheld or was erased. Empty when
    /// there is no more to say than the label does. Throws Error(Fault::wording) for a name that
    /// sentences may not use.
    [[nodiscard]] std::string says(const EventEntry& event) const;

  private:
    [[nodiscard]] std::string sentence_of(const EventEntry& event) const;

    const Paper& paper_;
    const TrailFacts& facts_;
};

}  // namespace ugoda
