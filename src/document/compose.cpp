#include "document/compose.h"

#include "base/error.h"
#include "document/amount_words.h"
#include "document/directives.h"
#include "document/frame.h"
#include "document/markdown.h"
#include "document/names.h"
#include "document/typography.h"
#include "document/wording.h"

namespace ugoda {

namespace {

Wording wording_of(const std::string& source, const Locale& locale, const Form& form) {
    Wording wording = parse_wording(source);
    if (wording.form != form.name || wording.locale != locale.name)
        throw Error(Fault::wording, "template " + wording.form + " " + wording.locale,
                    "it was taken for " + form.name + " " + locale.name,
                    "put the template into the folder of its locale, under the name of its form");
    return wording;
}

std::vector<Clause> included_in(const Wording& wording, const Names& names) {
    std::vector<Clause> included;
    for (const Clause& clause : wording.clauses)
        if (clause.when.empty() || names.truth(clause.when, clause.id + " (" + clause.tag + ")"))
            included.push_back(clause);
    return included;
}

/// Blanks, and what keeps words together.
struct Tidying {
    const Locale& locale;

    void operator()(Heading& heading) const {
        heading.text = tidied(std::move(heading.text), locale);
    }
    void operator()(Paragraph& paragraph) const {
        for (Runs& part : paragraph.parts) part = tidied(std::move(part), locale);
        std::erase_if(paragraph.parts, [](const Runs& part) { return part.empty(); });
    }
    template <typename Other>
    void operator()(Other&) const {}
};

void refuse_stops(const Findings& findings) {
    for (const Finding& finding : findings)
        if (finding.level == Level::stop)
            throw Error(Fault::input, finding.where, finding.what, finding.remedy);
}

bool says_nothing(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && paragraph->parts.empty();
}

}  // namespace

Composed compose(const std::string& template_source, const Locale& locale,
                 const Composition& what) {
    const Wording wording = wording_of(template_source, locale, what.form);
    Composed composed;
    composed.findings = check_amount_words(what.form, what.answers, locale);
    refuse_stops(composed.findings);
    MarkedValues marks;
    Names names(what, locale, marks);
    // A name that does not exist is refused even in a clause that is left out this time.
    for (const Clause& clause : wording.clauses)
        (void)names.meanings(clause, wording.clauses, wording);
    const std::vector<Clause> included = included_in(wording, names);
    for (const Clause& clause : included) {
        const std::string where = clause.id + " (" + clause.tag + ")";
        const std::string text = without_double_stops(
            fill(clause.text, names.meanings(clause, included, wording), where));
        DirectiveSetting setting{what, locale, marks, names, where};
        for (MarkdownItem& item : markdown_items(text, marks, where)) {
            if (const auto* directive = std::get_if<Directive>(&item)) {
                for (Block& block : blocks_of(*directive, setting))
                    composed.blocks.push_back(std::move(block));
                continue;
            }
            Block& block = std::get<Block>(item);
            std::visit(Tidying{locale}, block);
            if (!says_nothing(block)) composed.blocks.push_back(std::move(block));
        }
        composed.clauses.push_back({clause.id, clause.tag});
    }
    composed.frame = frame_of(what, locale);
    composed.document_title = document_title(what, locale);
    return composed;
}

}  // namespace ugoda
