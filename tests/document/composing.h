// Small forms and templates to compose, and what came out as lines of text.
#pragma once

#include <filesystem>
#include <string>

#include "base/files.h"
#include "document/compose.h"

namespace ugoda::testing {

inline const std::filesystem::path source_dir = UGODA_SOURCE_DIR;

inline const Locale& polish() {
    static const Locale locale = load_locale(source_dir / "templates", "pl-PL");
    return locale;
}

inline const Locale& british() {
    static const Locale locale = load_locale(source_dir / "templates", "en-GB");
    return locale;
}

inline Form form_from(const Json& fields, const Json& derived = Json::array()) {
    static const Json types = parse_json(
        read_file(source_dir / "forms" / "types.json", 1u << 20, Fault::wording), "types.json");
    const Json form{{"form", "settlement"},
                    {"prefix", "SET"},
                    {"section", "settlement"},
                    {"fields", fields},
                    {"derived", derived}};
    return parse_form(form.dump(), types, "test form");
}

/// A handful of fields of every kind.
inline const Form& small_form() {
    static const Form form =
        form_from({{{"name", "salon_name"}, {"type", "text"}},
                   {{"name", "client_name"}, {"type", "text"}, {"need", "required"}},
                   {{"name", "story"}, {"type", "long_text"}},
                   {{"name", "sum"}, {"type", "money"}, {"guarded", true}},
                   {{"name", "sum_words"}, {"type", "text"}, {"words_of", "sum"}},
                   {{"name", "day"}, {"type", "date"}},
                   {{"name", "hour"}, {"type", "time"}, {"need", "expected"}},
                   {{"name", "method"}, {"type", "choice"}, {"choices", {"transfer", "cash"}}},
                   {{"name", "points"}, {"type", "list"}, {"choices", {"one", "two"}}},
                   {{"name", "agreed"}, {"type", "boolean"}}},
                  {{{"name", "promised"}, {"when", {{"has", "sum"}}}}});
    return form;
}

inline Composed composed(const std::string& wording, const Json& answers,
                         const Form& form = small_form(), const Locale& locale = polish()) {
    Composition what{form, answers};
    what.record = "SET-2026-0001";
    return compose("<!-- template settlement " + locale.name + " 1 -->\n" + wording, locale, what);
}

/// One clause, always printed.
inline Composed clause(const std::string& text, const Json& answers) {
    return composed("<!-- clause PL-S-01 STD -->\n" + text + "\n", answers);
}

inline std::string text_of(const Runs& runs) {
    std::string text;
    for (const Run& run : runs) text += run.pen_mm > 0 ? "____" : run.text;
    return text;
}

/// Blocks as lines, a paragraph's parts divided by " / "; other blocks by their kind.
inline std::string lines_of(const Composed& composed) {
    std::string lines;
    for (const Block& block : composed.blocks) {
        if (!lines.empty()) lines += '\n';
        if (const auto* heading = std::get_if<Heading>(&block)) {
            lines += std::string(static_cast<std::size_t>(heading->level), '#') + " " +
                     text_of(heading->text);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            if (!paragraph->marker.empty()) lines += "[" + paragraph->marker + "] ";
            for (std::size_t part = 0; part < paragraph->parts.size(); ++part)
                lines += (part == 0 ? "" : " / ") + text_of(paragraph->parts[part]);
        } else {
            lines += "(block " + std::to_string(block.index()) + ")";
        }
    }
    for (auto at = lines.find("\u00A0"); at != std::string::npos; at = lines.find("\u00A0", at))
        lines.replace(at, 2, "~");
    return lines;
}

/// What the error says, "" when there is none.
inline std::string refusal(const std::string& wording, const Json& answers = Json::object(),
                           const Form& form = small_form()) {
    try {
        (void)composed(wording, answers, form);
        return {};
    } catch (const Error& e) {
        return e.where() + ": " + e.text();
    }
}

}  // namespace ugoda::testing
