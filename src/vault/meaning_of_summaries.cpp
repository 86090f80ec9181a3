#include "base/canonical_json.h"
#include "base/text.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

/// What the sections say of a field; nothing when they leave it as it was.
std::optional<std::string> said(std::string_view sections, const char* section, const char* field) {
    constexpr std::size_t longest = 200;
    const std::string_view given = member_of(sections, section);
    if (given.empty()) return std::nullopt;
    if (!given.starts_with('{')) return std::string();
    const std::string_view value = member_of(given, field);
    if (value.empty()) return std::nullopt;
    return shortened(text_of(value).value_or(""), longest);
}

/// Of a complaint the intake tells; of a visit whichever section told it last.
std::optional<std::string> treatment_said(std::string_view sections, bool is_visit) {
    if (!is_visit) return said(sections, "intake", "treatment_name");
    for (const char* section : {"treatment", "consent", "service_spec"})
        if (auto name = said(sections, section, "treatment_name")) return name;
    return std::nullopt;
}

/// Nothing where the sections leave it as it was.
struct Texts {
    std::optional<std::string> client, client_id, treatment, reference;
};

Texts texts_of(const Fact& fact, bool is_visit) {
    const std::string_view sections = member_of(fact.payload.content, "sections");
    return {said(sections, "client", "client_name"), said(sections, "client", "client_id"),
            treatment_said(sections, is_visit),
            is_visit ? std::nullopt : said(sections, "intake", "case_number")};
}

/// Room for when it is closed is there from the beginning: rows that grow waste pages.
void begin(Statements& statements, const Header& header, const Texts& texts) {
    statements.run(
        "INSERT INTO summary VALUES (?1, ?2, ?3, 0, ?2, ?3, coalesce(?4, ''), coalesce(?5, ''), "
        "coalesce(?6, ''), coalesce(?7, ''), 0, 0)",
        header.seq, header.time.seconds, header.time.offset_minutes, texts.client, texts.client_id,
        texts.treatment, texts.reference);
}

}  // namespace

void begin_summary(const Fact& fact, bool is_visit) {
    begin(fact.statements, fact.header, texts_of(fact, is_visit));
}

void begin_erased_summary(Statements& statements, const Header& header) {
    begin(statements, header, {});
}

void summarise_sections(const Fact& fact, bool is_visit) {
    const Texts texts = texts_of(fact, is_visit);
    fact.statements.run(
        "UPDATE summary SET client = coalesce(?2, client), client_id = coalesce(?3, client_id), "
        "treatment = coalesce(?4, treatment), reference = coalesce(?5, reference) WHERE opened = ?1",
        *fact.opened, texts.client, texts.client_id, texts.treatment, texts.reference);
}

void summarise_closing(Statements& statements, std::uint64_t opened, const Header& header) {
    statements.run(
        "UPDATE summary SET closed = 1, closed_seconds = ?2, closed_offset = ?3 WHERE opened = ?1",
        opened, header.time.seconds, header.time.offset_minutes);
}

void count_photo(const Fact& fact) {
    fact.statements.run("UPDATE summary SET photos = photos + 1 WHERE opened = ?", *fact.opened);
}

void count_attachment(const Fact& fact) {
    fact.statements.run("UPDATE summary SET attachments = attachments + 1 WHERE opened = ?",
                        *fact.opened);
}

/// At once, whatever is deleted later: nobody is to be found in a list by what was erased.
void payloads_erased(const Fact& fact) {
    keep_numbers(fact);
    const std::string_view named = member_of(fact.payload.content, "events");
    if (!named.starts_with('[')) return;
    for (const Json& seq : Json::parse(named))
        if (seq.is_number_unsigned())
            fact.statements.run(
                "UPDATE summary SET client = '', client_id = '', treatment = '', reference = '' "
                "WHERE opened = ?",
                seq.get<std::uint64_t>());
}

}  // namespace ugoda
