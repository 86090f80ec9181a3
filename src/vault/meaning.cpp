#include "vault/meaning.h"

#include <algorithm>

#include "base/error.h"

namespace ugoda {

void Fact::refuse(const std::string& why) const {
    throw Error(Fault::integrity, "event " + std::to_string(header.seq), "cannot be right: " + why,
                "run `ugoda verify`");
}

const std::string& Fact::text(const char* key) const {
    const auto value = payload.content.find(key);
    if (value == payload.content.end() || !value->is_string())
        refuse(std::string("it has no ") + key);
    return value->get_ref<const std::string&>();
}

int Fact::number(const char* key) const {
    const auto value = payload.content.find(key);
    if (value == payload.content.end() || !value->is_number_integer() ||
        value->get<std::int64_t>() < 1 || value->get<std::int64_t>() > 1'000'000'000)
        refuse(std::string("it has no ") + key);
    return value->get<int>();
}

const Json& Fact::sections() const {
    const auto value = payload.content.find("sections");
    if (value == payload.content.end() || !value->is_object()) refuse("it has no sections");
    return *value;
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

}  // namespace ugoda
