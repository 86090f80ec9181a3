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
    if (fact.statements.run(update, fact.number("number"), number.is_visit, number.year,
                            number.ordinal, *fact.opened) != 1)
        fact.refuse("its number is taken, or there is no such case");
}

/// The number that the salon itself gave the complaint, by which it is looked for.
void note_their_number(const Fact& fact) {
    const std::string_view intake =
        member_of(member_of(fact.payload.content, "sections"), "intake");
    if (!intake.starts_with('{')) return;
    const auto theirs = text_of(member_of(intake, "case_number"));
    if (!theirs || theirs->empty()) return;
    if (number_of(fact).is_visit) return;
    fact.statements.run("INSERT OR IGNORE INTO reference VALUES (?, ?)", tag_of(sha256(*theirs)),
                        *fact.opened);
}

/// Takes the next number of its kind, which the event must name.
CaseNumber open(const Fact& fact, bool is_visit) {
    const CaseNumber number = number_of(fact);
    const std::string kind = is_visit ? "visit" : "case";
    if (fact.header.in_case->seq != 1) fact.refuse("a " + kind + " is opened once, by its number");
    if (number.is_visit != is_visit || number.ordinal != next_case(fact.statements, is_visit, number.year))
        fact.refuse("'" + to_string(number) + "' is not the next free " + kind + " number");
    fact.require_sections();
    fact.statements.run("INSERT INTO case_file VALUES (?, ?, ?, ?, 0, 0)", is_visit, number.year,
                        number.ordinal, *fact.opened);
    begin_summary(fact, is_visit);
    return number;
}

/// The visits that a case refers to must be there before it.
void note_visits(const Fact& fact, CaseNumber number) {
    const std::string_view named = member_of(fact.payload.content, "visits");
    if (named.empty()) return;
    const Json list = Json::parse(named);
    if (!list.is_array()) fact.refuse("its visits are no list");
    for (const Json& visit : list) {
        const std::string text = visit.is_string() ? visit.get<std::string>() : visit.dump();
        const auto parsed = parse_case_number(text);
        const auto opened = opening_of(fact.statements, text);
        if (!parsed || !parsed->is_visit || !opened) fact.refuse("there is no visit '" + text + "'");
        fact.statements.run("INSERT OR IGNORE INTO visited VALUES (?, ?, ?)", *opened, number.year,
                            number.ordinal);
    }
}

}  // namespace

std::optional<std::uint64_t> opening_of(Statements& statements, const std::string& case_number) {
    const auto number = parse_case_number(case_number);
    if (!number) return std::nullopt;
    const Prepared row =
        statements.use("SELECT opened FROM case_file WHERE visit = ? AND year = ? AND ordinal = ?",
                       number->is_visit, number->year, number->ordinal);
    return Statements::step(*row) ? std::optional(count_in(*row, 0)) : std::nullopt;
}

int next_case(Statements& statements, bool is_visit, int year) {
    const Prepared last = statements.use(
        "SELECT max(ordinal) FROM case_file WHERE visit = ? AND year = ?", is_visit, year);
    Statements::step(*last);
    return 1 + static_cast<int>(count_in(*last, 0));  // NULL is 0
}

std::int32_t tag_of(const Digest& digest) {
    std::uint32_t tag = 0;
    for (std::size_t i = 0; i < sizeof tag; ++i) tag = tag << 8 | digest[i];
    return static_cast<std::int32_t>(tag);
}

void erased_opening(Statements& statements, const Header& header) {
    const bool is_visit = header.kind == "visit.opened";
    const int year = std::stoi(to_rfc3339(header.time).substr(0, 4));
    statements.run("INSERT INTO case_file VALUES (?, ?, ?, ?, 0, 0)", is_visit, year,
                   next_case(statements, is_visit, year), header.seq);
    begin_erased_summary(statements, header);
}

void case_opened(const Fact& fact) {
    note_visits(fact, open(fact, false));
    note_their_number(fact);
}

void visit_opened(const Fact& fact) { open(fact, true); }

void case_added(const Fact& fact) {
    require_case(fact);
    fact.require_sections();
    summarise_sections(fact, number_of(fact).is_visit);
    note_their_number(fact);
}

void case_closed(const Fact& fact) {
    require_case(fact);
    if (number_of(fact).is_visit) fact.refuse("a visit is never closed");
    nothing_due(fact);
    summarise_closing(fact.statements, *fact.opened, fact.header);
}

void photo_added(const Fact& fact) {
    (void)fact.object("rendition");
    number_rises(fact,
                 "UPDATE case_file SET photos = ?1 WHERE visit = ?2 AND year = ?3 AND "
                 "ordinal = ?4 AND opened = ?5 AND photos < ?1");
    count_photo(fact);
    fact.statements.run("INSERT INTO photo VALUES (?, ?)", tag_of(fact.object("original").sha256),
                        fact.header.seq);
}

void attachment_added(const Fact& fact) {
    (void)fact.object("original");
    number_rises(fact,
                 "UPDATE case_file SET attachments = ?1 WHERE visit = ?2 AND year = ?3 AND "
                 "ordinal = ?4 AND opened = ?5 AND attachments < ?1");
    count_attachment(fact);
}

}  // namespace ugoda
