#include "casefile/record_id.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

/// Section by section, RFC 7396 one level deep: members given replace, null removes.
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

void require_case(const Fact& fact) {
    const Prepared row =
        fact.statements.use("SELECT 1 FROM case_file WHERE number = ?", fact.case_number);
    if (!Statements::step(*row)) fact.refuse("there is no case '" + fact.case_number + "'");
}

}  // namespace

int next_case(Statements& statements, int year) {
    const Prepared last = statements.use("SELECT max(ordinal) FROM case_file WHERE year = ?", year);
    Statements::step(*last);
    return 1 + static_cast<int>(count_in(*last, 0));  // NULL is 0
}

void case_opened(const Fact& fact) {
    const auto number = parse_case_number(fact.case_number);
    if (!number || fact.header.in_case->seq != 1)
        fact.refuse("a case is opened once, by its number");
    if (number->ordinal != next_case(fact.statements, number->year))
        fact.refuse("'" + fact.case_number + "' is not the next free case number");
    Json about = fact.payload.content;
    about.erase("sections");
    fact.statements.run("INSERT INTO case_file VALUES (?, ?, ?, ?, NULL, ?, ?)", fact.case_number,
                        number->year, number->ordinal, to_rfc3339(fact.header.time),
                        canonical_json(fact.sections()), canonical_json(about));
}

void case_added(const Fact& fact) {
    require_case(fact);
    Json sections;
    {
        const Prepared row = fact.statements.use("SELECT sections FROM case_file WHERE number = ?",
                                                 fact.case_number);
        Statements::step(*row);
        sections = parse_json(text_in(*row, 0), "case " + fact.case_number);
    }
    for (const auto& section : fact.sections().items())
        merge(sections[section.key()], section.value());
    fact.statements.run("UPDATE case_file SET sections = ? WHERE number = ?",
                        canonical_json(sections), fact.case_number);
}

void case_closed(const Fact& fact) {
    require_case(fact);
    fact.statements.run("UPDATE case_file SET closed = ? WHERE number = ?",
                        to_rfc3339(fact.header.time), fact.case_number);
}

void photo_added(const Fact& fact) {
    require_case(fact);
    (void)fact.object("rendition");
    fact.statements.run("INSERT INTO photo VALUES (?, ?, ?, ?)", fact.case_number,
                        fact.number("number"), fact.header.seq, fact.object("original").sha256);
}

void attachment_added(const Fact& fact) {
    require_case(fact);
    (void)fact.object("original");
    fact.statements.run("INSERT INTO attachment VALUES (?, ?, ?)", fact.case_number,
                        fact.number("number"), fact.header.seq);
}

}  // namespace ugoda
