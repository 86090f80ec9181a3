#include "audit/checkpoint.h"
#include "base/canonical_json.h"
#include "base/json_values.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

/// The number in the only row and column of a query; NULL is 0.
int asked(const Prepared& query) {
    Statements::step(*query);
    return static_cast<int>(count_in(*query, 0));
}

RecordId record_of(const Fact& fact) {
    const std::string id = fact.text("record");
    auto parsed = parse_record_id(id);
    if (!parsed) fact.refuse("'" + id + "' is no record number");
    return std::move(*parsed);
}

std::uint64_t of_case(const Fact& fact) {
    if (!fact.opened) fact.refuse("it stands in no case");
    return *fact.opened;
}

/// Issued, and what was fixed is gone: this tells its number. False when that is known already.
bool take_lost(const Fact& fact, const RecordId& id) {
    return fact.statements.run("INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?)", id.prefix,
                               id.year, id.ordinal, fact.number("version"), fact.header.seq,
                               of_case(fact)) == 1;
}

/// The record's checkpoint left the house on its last page.
void checkpoint_left(const Fact& fact, std::string_view value) {
    const auto note = text_of(value);
    const auto checkpoint = note ? parse_checkpoint(*note) : std::nullopt;
    if (!checkpoint) fact.refuse("its checkpoint is none");
    fact.statements.run("INSERT INTO checkpoint VALUES (?, ?)", fact.header.seq, checkpoint->size);
}

}  // namespace

int next_record(Statements& statements, const std::string& prefix, int year) {
    return 1 + asked(statements.use("SELECT max(ordinal) FROM record WHERE prefix = ? AND year = ?",
                                    prefix, year));
}

void record_fixed(const Fact& fact) {
    const RecordId id = record_of(fact);
    (void)fact.text("form");
    (void)fact.text("content_hash");
    const int version = fact.number("version");
    const int last = asked(fact.statements.use(
        "SELECT max(version) FROM record WHERE prefix = ? AND year = ? AND ordinal = ?", id.prefix,
        id.year, id.ordinal));
    if (version <= last || (version != 1 + last && !fact.is_record_lost))
        fact.refuse("version " + std::to_string(version) + " of " + to_string(id) +
                    " is not the next one");
    const int next = next_record(fact.statements, id.prefix, id.year);
    if (version == 1 && id.ordinal != next && !(fact.is_record_lost && id.ordinal > next))
        fact.refuse("'" + to_string(id) + "' is not the next free record number");
    fact.statements.run("INSERT INTO record VALUES (?, ?, ?, ?, 0, ?)", id.prefix, id.year,
                        id.ordinal, version, of_case(fact));
}

void record_issued(const Fact& fact) {
    const RecordId id = record_of(fact);
    if (fact.statements.run(
            "UPDATE record SET issued = ? WHERE prefix = ? AND year = ? AND ordinal = ? AND "
            "version = ? AND issued = 0",
            fact.header.seq, id.prefix, id.year, id.ordinal, fact.number("version")) != 1 &&
        !(fact.is_record_lost && take_lost(fact, id)))
        fact.refuse("no such version of a record waits to be issued");
    const std::string_view note = member_of(fact.payload.content, "checkpoint");
    if (!note.empty()) checkpoint_left(fact, note);
    take_promises(fact);
}

void record_happened(const Fact& fact) {
    const RecordId id = record_of(fact);
    const Prepared row = fact.statements.use(
        "SELECT opened FROM record WHERE prefix = ? AND year = ? AND ordinal = ? AND version = ? "
        "AND issued > 0",
        id.prefix, id.year, id.ordinal, fact.number("version"));
    if (!Statements::step(*row)) {
        if (!fact.is_record_lost) fact.refuse("no such version of a record was issued");
    } else if (count_in(*row, 0) != of_case(fact)) {
        fact.refuse("the record is another case's");
    }
}

void record_handed_over(const Fact& fact) {
    record_happened(fact);
    const RecordId id = record_of(fact);
    fact.statements.run(
        "INSERT INTO witness SELECT 0, ?, size FROM record JOIN checkpoint ON checkpoint.seq = issued "
        "WHERE prefix = ? AND year = ? AND ordinal = ? AND version = ?",
        fact.header.seq, id.prefix, id.year, id.ordinal, fact.number("version"));
}

void token_taken(const Fact& fact) {
    fact.statements.run("INSERT INTO witness VALUES (1, ?, ?)", fact.header.seq, fact.number("size"));
}

void keep_numbers(const Fact& fact) {
    const std::string_view named = member_of(fact.payload.content, "records");
    if (!named.starts_with('[')) return;
    for (const Json& record : Json::parse(named)) {
        const auto id = parse_record_id(text_at(record, "record"));
        if (!id) fact.refuse("'" + text_at(record, "record") + "' is no record number");
        fact.statements.run("INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, 0, ?)", id->prefix, id->year,
                            id->ordinal, number_at(record, "version"), of_case(fact));
    }
}

std::optional<std::uint64_t> case_of_record(Statements& statements, const RecordId& id) {
    const Prepared row = statements.use(
        "SELECT opened FROM record WHERE prefix = ? AND year = ? AND ordinal = ? LIMIT 1",
        id.prefix, id.year, id.ordinal);
    return Statements::step(*row) ? std::optional(count_in(*row, 0)) : std::nullopt;
}

}  // namespace ugoda
