#include "audit/checkpoint.h"
#include "casefile/record_id.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

/// The number in the only row and column of a query; NULL is 0.
int asked(const Prepared& query) {
    Statements::step(*query);
    return static_cast<int>(count_in(*query, 0));
}

/// The record's checkpoint left the house on its last page.
void checkpoint_left(const Fact& fact, const Json& note) {
    const auto checkpoint =
        note.is_string() ? parse_checkpoint(note.get_ref<const std::string&>()) : std::nullopt;
    if (!checkpoint) fact.refuse("its checkpoint is none");
    fact.statements.run("INSERT INTO checkpoint VALUES (?, ?, ?)", fact.header.seq,
                        checkpoint->size, note.get_ref<const std::string&>());
}

}  // namespace

int next_record(Statements& statements, const std::string& prefix, int year) {
    return 1 + asked(statements.use("SELECT max(ordinal) FROM record WHERE prefix = ? AND year = ?",
                                    prefix, year));
}

void record_fixed(const Fact& fact) {
    const std::string& id = fact.text("record");
    const auto parsed = parse_record_id(id);
    if (!parsed) fact.refuse("'" + id + "' is no record number");
    const int version = fact.number("version");
    if (version !=
        1 + asked(fact.statements.use("SELECT max(version) FROM record WHERE id = ?", id)))
        fact.refuse("version " + std::to_string(version) + " of " + id + " is not the next one");
    if (version == 1 &&
        parsed->ordinal != next_record(fact.statements, parsed->prefix, parsed->year))
        fact.refuse("'" + id + "' is not the next free record number");
    fact.statements.run("INSERT INTO record VALUES (?, ?, ?, ?, ?, NULLIF(?, ''), ?, ?, ?, NULL)",
                        id, version, parsed->prefix, parsed->year, parsed->ordinal,
                        fact.case_number, fact.text("form"), fact.text("content_hash"),
                        fact.header.seq);
}

void record_issued(const Fact& fact) {
    if (fact.statements.run(
            "UPDATE record SET issued_seq = ? WHERE id = ? AND version = ? AND issued_seq IS NULL",
            fact.header.seq, fact.text("record"), fact.number("version")) != 1)
        fact.refuse("no such version of a record waits to be issued");
    const auto note = fact.payload.content.find("checkpoint");
    if (note != fact.payload.content.end()) checkpoint_left(fact, *note);
}

}  // namespace ugoda
