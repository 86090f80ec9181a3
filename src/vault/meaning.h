// One event on its way into the derived tables, and what each known kind of event means there.
#pragma once

#include <string>

#include "vault/entries.h"
#include "vault/statements.h"

namespace ugoda {

struct Fact {
    Statements& statements;
    const Header& header;
    const Payload& payload;
    const std::string& case_number;  ///< empty: about the vault itself

    /// All of these throw Error(Fault::integrity), naming the event.
    [[noreturn]] void refuse(const std::string& why) const;
    [[nodiscard]] const std::string& text(const char* key) const;
    [[nodiscard]] int number(const char* key) const;  ///< 1 or more
    [[nodiscard]] const Json& sections() const;
    [[nodiscard]] const ObjectRef& object(const std::string& role) const;
};

using Meaning = void (*)(const Fact&);

void settings_named(const Fact& fact);
void case_opened(const Fact& fact);
void case_added(const Fact& fact);
void case_closed(const Fact& fact);
void photo_added(const Fact& fact);
void attachment_added(const Fact& fact);
void record_fixed(const Fact& fact);
void record_issued(const Fact& fact);

/// The number after the last one of that year.
[[nodiscard]] int next_case(Statements& statements, int year);
[[nodiscard]] int next_record(Statements& statements, const std::string& prefix, int year);

}  // namespace ugoda
