#include "base/canonical_json.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

CaseNumber number_of(const Fact& fact) {
    const std::string text = fact.payload.text("case");
    const auto number = parse_case_number(text);
    if (!number || !fact.opened) fact.refuse("there is no case '" + text + "'");
    return *number;
}

void require_case(const Fact& fact) {
    const std::string number = fact.payload.text("case");
    if (!fact.opened || opening_of(fact.statements, number) != fact.opened)
        fact.refuse("there is no case '" + number + "'");
}

/// Photographs and attachments are numbered each on their own. What was erased keeps its number,
/// so there may be gaps.
void number_rises(const Fact& fact, const char* update) {
    const CaseNumber number = number_of(fact);
    if (fact.statements.run(update, fact.number("number"), number.year, number.ordinal,
                            *fact.opened) != 1)
        fact.refuse("its number is taken, or there is no such case");
}

/// The number that the salon itself gave the case, by which it is looked for.
void note_their_number(const Fact& fact) {
    const std::string_view intake =
        member_of(member_of(fact.payload.content, "sections"), "intake");
    if (!intake.starts_with('{')) return;
    const auto theirs = text_of(member_of(intake, "case_number"));
    if (!theirs || theirs->empty()) return;
    const CaseNumber ours = number_of(fact);
    fact.statements.run("INSERT OR IGNORE INTO reference VALUES (?, ?, ?, ?)",
                        tag_of(sha256(*theirs)), *fact.opened, ours.year, ours.ordinal);
}

}  // namespace

std::optional<std::uint64_t> opening_of(Statements& statements, const std::string& case_number) {
    const auto number = parse_case_number(case_number);
    if (!number) return std::nullopt;
    const Prepared row =
        statements.use("SELECT opened FROM case_file WHERE year = ? AND ordinal = ?", number->year,
                       number->ordinal);
    return Statements::step(*row) ? std::optional(count_in(*row, 0)) : std::nullopt;
}

int next_case(Statements& statements, int year) {
    const Prepared last = statements.use("SELECT max(ordinal) FROM case_file WHERE year = ?", year);
    Statements::step(*last);
    return 1 + static_cast<int>(count_in(*last, 0));  // NULL is 0
}

std::int32_t tag_of(const Digest& digest) {
    std::uint32_t tag = 0;
    for (std::size_t i = 0; i < sizeof tag; ++i) tag = tag << 8 | digest[i];
    return static_cast<std::int32_t>(tag);
}

void erased_case_opened(Statements& statements, const Header& header) {
    const int year = std::stoi(to_rfc3339(header.time).substr(0, 4));
    statements.run("INSERT INTO case_file VALUES (?, ?, ?, 0, 0)", year,
                   next_case(statements, year), header.seq);
}

void case_opened(const Fact& fact) {
    const CaseNumber number = number_of(fact);
    if (fact.header.in_case->seq != 1) fact.refuse("a case is opened once, by its number");
    if (number.ordinal != next_case(fact.statements, number.year))
        fact.refuse("'" + to_string(number) + "' is not the next free case number");
    fact.require_sections();
    fact.statements.run("INSERT INTO case_file VALUES (?, ?, ?, 0, 0)", number.year, number.ordinal,
                        *fact.opened);
    note_their_number(fact);
}

void case_added(const Fact& fact) {
    require_case(fact);
    fact.require_sections();
    note_their_number(fact);
}

void case_closed(const Fact& fact) {
    require_case(fact);
    nothing_due(fact);
}

void photo_added(const Fact& fact) {
    (void)fact.object("rendition");
    number_rises(fact,
                 "UPDATE case_file SET photos = ?1 WHERE year = ?2 AND ordinal = ?3 AND "
                 "opened = ?4 AND photos < ?1");
    fact.statements.run("INSERT INTO photo VALUES (?, ?)", tag_of(fact.object("original").sha256),
                        fact.header.seq);
}

void attachment_added(const Fact& fact) {
    (void)fact.object("original");
    number_rises(fact,
                 "UPDATE case_file SET attachments = ?1 WHERE year = ?2 AND ordinal = ?3 AND "
                 "opened = ?4 AND attachments < ?1");
}

}  // namespace ugoda
