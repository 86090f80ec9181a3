// The list of attachments: attachment_blocks() of document/directives.h.
#include "base/error.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

namespace {

constexpr std::size_t printed_digits = 16, group = 4;

std::vector<Runs> cell(const std::string& text) {
    return {{Run{text, Face::regular, {}, Guard::none, 0}}};
}

/// Cells are short; every one is a single paragraph.
Runs one(const std::string& text, const Locale& locale) {
    return tidied(cell(text).front(), locale);
}

std::string title_of(const PrintedAttachment& attachment, const Locale& locale) {
    const std::string kind = value_label(locale, "attachment_kind", attachment.kind);
    std::string text = attachment.title.empty() ? kind : attachment.title + " (" + kind + ")";
    if (!attachment.author.empty())
        text += list_separator(locale) +
                word(locale, "attachment_author", {{"author", attachment.author}});
    return text;
}

std::vector<Runs> row_of(const PrintedAttachment& attachment, const Locale& locale) {
    const std::string unknown = word(locale, "not_known");
    const std::string source = attachment.time_source.empty()
                                   ? unknown
                                   : value_label(locale, "time_source", attachment.time_source);
    const std::string fingerprint =
        !attachment.is_held         ? word(locale, "kept_separately")
        : attachment.sha256.empty() ? unknown
                                    : in_groups(attachment.sha256.substr(0, printed_digits), group);
    std::vector<Runs> cells;
    for (const std::string& text :
         {std::to_string(attachment.number), title_of(attachment, locale),
          moment_text(attachment.made_at, locale), source,
          attachment.pages > 0 ? std::to_string(attachment.pages) : unknown, fingerprint})
        cells.push_back(one(text, locale));
    return cells;
}

}  // namespace

std::vector<Block> attachment_blocks(const Composition& what, const Locale& locale) {
    const auto sentence = [&](const char* key) {
        Paragraph paragraph;
        paragraph.parts = {one(word(locale, key), locale)};
        return paragraph;
    };
    if (what.attachments.empty()) return {sentence("no_attachments")};
    Table table;
    for (const auto& [key, share] :
         {std::pair{"attachment_no", 0.4}, std::pair{"attachment_title", 3.1},
          std::pair{"made_at", 1.6}, std::pair{"time_source", 1.4}, std::pair{"page_count", 0.75},
          std::pair{"fingerprint", 2.0}})
        table.columns.push_back({word(locale, std::string("column_") + key), share});
    for (const PrintedAttachment& attachment : what.attachments)
        table.rows.push_back(row_of(attachment, locale));
    return {std::move(table), sentence("attachments_note")};
}

}  // namespace ugoda
