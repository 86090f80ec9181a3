#include "vault/sections.h"

namespace ugoda {

namespace {

void merge(Json& section, const Json& more) {
    if (!section.is_object() || !more.is_object()) {
        section = more;
        return;
    }
    for (const auto& member : more.items()) {
        if (member.value().is_null())
            section.erase(member.key());
        else
            section[member.key()] = member.value();
    }
}

}  // namespace

void merge_sections(Json& sections, const Json& more) {
    for (const auto& section : more.items()) merge(sections[section.key()], section.value());
}

}  // namespace ugoda
