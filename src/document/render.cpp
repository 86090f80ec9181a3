#include "document/render.h"

#include <set>

#include "base/error.h"
#include "base/text.h"
#include "document/labels.h"

namespace ugoda {

namespace {

/// How often the number of pages, which is printed in the text, may change the text.
constexpr int most_rounds = 5;

/// Each character once, with its name.
std::string explained(const std::string& characters) {
    std::set<char32_t> seen;
    std::string text;
    for (std::size_t at = 0; at < characters.size();)
        if (const char32_t c = next_code_point(characters, at); seen.insert(c).second)
            text += (text.empty() ? "" : ", ") + to_utf8(c) + " (" + character_name(c) + ")";
    return text;
}

/// Characters that no font here has: they are printed by their names.
Findings unprintable(const Composition& what, const FontSet& fonts) {
    Findings findings;
    for (const Field& field : what.form.fields) {
        const std::string text = text_at(what.answers, field.name);
        std::string named;
        (void)printable(text, FontId::serif, fonts, &named);
        if (!named.empty())
            findings.push_back({field.name,
                                "characters printed by their names: " + explained(named),
                                "nothing to do: the data keep them exactly", Level::note});
    }
    return findings;
}

}  // namespace

Rendered render(const std::string& template_source, const Locale& locale, Composition what,
                const FontSet& fonts, const std::vector<std::string>& images,
                const std::optional<PageCode>& code) {
    for (int round = 0; round < most_rounds; ++round) {
        Composed composed = compose(template_source, locale, what);
        Typeset set = typeset(composed.blocks, fonts, {locale.icu, composed.frame, code});
        const int pages = static_cast<int>(set.pages.size());
        if (pages != what.pages) {
            what.pages = pages;
            continue;
        }
        Rendered rendered;
        rendered.info = {composed.document_title, text_at(what.answers, "salon_name"),
                         record_label(locale, what.form.name),
                         parse_rfc3339(what.issued_at).value_or(Instant{})};
        rendered.pdf = write_pdf(set.pages, fonts, images, rendered.info);
        rendered.map = std::move(set.map);
        rendered.clauses = std::move(composed.clauses);
        rendered.findings = std::move(composed.findings);
        append(rendered.findings, unprintable(what, fonts));
        return rendered;
    }
    throw Error(Fault::internal, what.record, "the number of pages does not settle",
                "report this with the record's answers");
}

}  // namespace ugoda
