#include "document/frame.h"

#include "base/text.h"
#include "casefile/calendar.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

namespace {

/// Cut at a word with an ellipsis when it is too long for a line it shares.
std::string cut_at_a_word(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) return text;
    std::size_t end = 0, last_blank = 0, at = 0;
    for (std::size_t count = 0; count < most - 1; ++count) {
        if (text[at] == ' ') last_blank = at;
        (void)next_code_point(text, at);
        end = at;
    }
    return text.substr(0, last_blank > end / 2 ? last_blank : end) + "…";
}

/// The day of a moment or a date.
std::string day_of(const std::string& moment, const Locale& locale) {
    const std::string date = moment.substr(0, moment.find('T'));
    if (!parse_date(date)) return moment;
    Field field;
    field.type = FieldType::date;
    return value_text(field, date, locale);
}

std::string record_line(const Composition& what, const Locale& locale) {
    std::string text = what.record;
    if (text.empty()) return word(locale, "no_number");
    text += " · " + word(locale, "version", {{"version", std::to_string(what.version)}});
    if (what.version > 1)
        text += " (" +
                word(locale, "replaces",
                     {{"version", std::to_string(what.version - 1)},
                      {"date", day_of(what.replaces, locale)}}) +
                ")";
    return text;
}

Insertions copy_numbers(const Composition& what) {
    return {{"copy", std::to_string(what.copy)}, {"copies", std::to_string(what.copies)}};
}

/// What every page of a draft says: one that offers something, that it binds nobody yet.
std::string draft_line(const Composition& what, const Locale& locale) {
    return word(locale, what.form.offer ? "draft_offer" : "draft");
}

/// Copy 1 is the salon's, copy 2 the client's; further ones are nobody's in particular.
std::string copy_line(const Composition& what, const Locale& locale) {
    constexpr std::size_t longest_name = 70;
    Insertions insertions = copy_numbers(what);
    if (what.form.internal) return word(locale, "internal");
    if (what.copy > 2) return word(locale, "copy_of", insertions);
    const bool is_salons = what.copy == 1;
    insertions["party"] = word(locale, is_salons ? "party_salon" : "party_client");
    insertions["name"] = cut_at_a_word(
        answer_text(what, locale, is_salons ? "salon_name" : "client_name"), longest_name);
    return word(locale, "copy_for", insertions);
}

}  // namespace

PageFrame frame_of(const Composition& what, const Locale& locale) {
    constexpr std::size_t longest_party = 250;  // longer than any name the forms take
    PageFrame frame;
    frame.title = record_label(locale, what.form.name);
    frame.header = {record_line(what, locale)};
    if (!what.is_draft) frame.header.push_back(copy_line(what, locale));
    if (!what.reference.empty() && !what.form.internal)
        frame.header.push_back(word(locale, "reference", {{"reference", what.reference}}));
    frame.page_of = word(locale, "page_of", {{"page", "{page}"}, {"pages", "{pages}"}});
    const std::string salon =
        cut_at_a_word(answer_text(what, locale, "salon_name"), longest_party);
    const std::string client =
        cut_at_a_word(answer_text(what, locale, "client_name"), longest_party);
    frame.footer = client.empty() ? word(locale, "footer_salon", {{"salon", salon}})
                                  : word(locale, "footer", {{"salon", salon}, {"client", client}});
    if (what.form.initials && !what.is_draft)
        frame.initials = {word(locale, "initials_salon"), word(locale, "initials_client")};
    if (what.is_draft) frame.draft = draft_line(what, locale);
    for (std::string& line : frame.header) line = tidied(line, locale);
    return frame;
}

std::string document_title(const Composition& what, const Locale& locale) {
    const std::string kind = record_label(locale, what.form.name);
    if (what.is_draft) return kind + ", " + draft_line(what, locale);
    return kind + " " + what.record + ", " +
           word(locale, "version", {{"version", std::to_string(what.version)}}) + ", " +
           word(locale, "copy_of", copy_numbers(what));
}

}  // namespace ugoda
