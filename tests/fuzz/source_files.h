// Forms, templates and samples of the source tree, for targets that need something real beside
// the bytes they are given.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "casefile/form.h"
#include "document/locale.h"

namespace ugoda::fuzz {

inline std::string source_text(const std::string& name) {
    return read_file(std::string(UGODA_SOURCE_DIR) + "/" + name, 1u << 20, Fault::input);
}

inline const Json& field_types() {
    static const Json types = parse_json(source_text("forms/types.json"), "types.json");
    return types;
}

inline const Form& settlement_form() {
    static const Form form =
        parse_form(source_text("forms/settlement.json"), field_types(), "settlement.json");
    return form;
}

inline const Form& intake_form() {
    static const Form form =
        parse_form(source_text("forms/intake.json"), field_types(), "intake.json");
    return form;
}

inline const Json& sample_file() {
    static const Json file = parse_json(source_text("samples/pl-hair.json"), "pl-hair.json");
    return file;
}

inline const Locale& locale_named(const std::string& name) {
    static std::map<std::string, Locale> read;
    const auto found = read.find(name);
    if (found != read.end()) return found->second;
    return read.emplace(name, load_locale(std::filesystem::path(UGODA_SOURCE_DIR) / "templates", name))
        .first->second;
}

}  // namespace ugoda::fuzz
