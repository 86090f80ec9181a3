#include "vault/meaning.h"

#include <algorithm>
#include <charconv>

#include "base/canonical_json.h"
#include "base/error.h"

namespace ugoda {

void Fact::refuse(const std::string& why) const {
    throw Error(Fault::integrity, "event " + std::to_string(header.seq), "cannot be right: " + why,
                "run `ugoda verify`");
}

std::string Fact::text(const char* key) const {
    auto value = text_of(member_of(payload.content, key));
    if (!value) refuse(std::string("it has no ") + key);
    return std::move(*value);
}

int Fact::number(const char* key) const {
    const std::string_view value = member_of(payload.content, key);
    int number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failed != std::errc() || end != value.data() + value.size() || number < 1 ||
        number > 1'000'000'000)
        refuse(std::string("it has no ") + key);
    return number;
}

void Fact::require_sections() const {
    if (!member_of(payload.content, "sections").starts_with('{')) refuse("it has no sections");
}

const ObjectRef& Fact::object(const std::string& role) const {
    const auto found = std::find_if(payload.objects.begin(), payload.objects.end(),
                                    [&](const ObjectRef& object) { return object.role == role; });
    if (found == payload.objects.end()) refuse("it names no object '" + role + "'");
    return *found;
}

void settings_named(const Fact& fact) {
    fact.statements.run("INSERT INTO settings VALUES (?, ?)", fact.header.seq,
                        fact.object("settings").sha256);
}

void landmark_set(const Fact& fact) {
    fact.statements.run("INSERT INTO landmark VALUES (?, ?)", fact.header.seq,
                        fact.header.kind);
}

void clause_approved(const Fact& fact) {
    fact.statements.run("INSERT INTO approval VALUES (?)", fact.header.seq);
}

void seal_set(const Fact& fact) {
    (void)fact.object("certificate");
    if (!digest_from_hex(fact.text("fingerprint"))) fact.refuse("its fingerprint is none");
    fact.statements.run("INSERT INTO seal VALUES (?)", fact.header.seq);
}

}  // namespace ugoda
