// What is due: deadlines of the law and promises of records, and what closes each.
#include "base/canonical_json.h"
#include "base/clock.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_words = 200;  // of a promise; its event has all of them

std::string case_of(const Fact& fact) {
    std::string number = fact.payload.text("case");
    if (!fact.opened || opening_of(fact.statements, number) != fact.opened)
        fact.refuse("there is no case '" + number + "'");
    return number;
}

bool is_closed(const Fact& fact, const std::string& number) {
    const Prepared row = fact.statements.use("SELECT 1 FROM closed WHERE number = ?", number);
    return Statements::step(*row);
}

/// The content's member, a list; an empty one when it is not there.
Json list_in(const Fact& fact, const char* name) {
    const std::string_view text = member_of(fact.payload.content, name);
    if (text.empty()) return Json::array();
    Json list = Json::parse(text);
    if (!list.is_array()) fact.refuse(std::string("its ") + name + " are no list");
    return list;
}

std::string told(const Fact& fact, const Json& item, const char* key) {
    std::string text = text_at(item, key);
    if (text.empty()) fact.refuse(std::string("something in it has no ") + key);
    return text;
}

/// A date, a moment, or nothing.
std::string time_in(const Fact& fact, const Json& item, const char* key) {
    std::string text = text_at(item, key);
    if (!text.empty() && !parse_date(text) && !parse_rfc3339(text))
        fact.refuse("'" + text + "' is no time");
    return text;
}

/// Under one number however many cases it is said of: words of the law are nobody's.
std::uint64_t law_of(Statements& statements, const Json& deadline) {
    Json words = Json::object();
    for (const char* key : {"what", "basis", "certainty", "silence"})
        words[key] = text_at(deadline, key);
    const std::string text = canonical_json(words);
    const auto find = [&] {
        const Prepared row = statements.use("SELECT id FROM law WHERE words = ?", text);
        return Statements::step(*row) ? count_in(*row, 0) : 0;
    };
    if (const std::uint64_t known = find()) return known;
    statements.run("INSERT INTO law (words) VALUES (?)", text);
    return find();
}

std::string brief(const Json& promise, const char* key) {
    return shortened(one_line(text_at(promise, key)), longest_words);
}

}  // namespace

void deadlines_set(const Fact& fact) {
    const std::string number = case_of(fact);
    fact.statements.run("DELETE FROM due WHERE number = ? AND record = ''", number);
    const bool is_over = is_closed(fact, number);
    for (const Json& deadline : list_in(fact, "deadlines")) {
        const std::string id = told(fact, deadline, "id"), due = told(fact, deadline, "due");
        (void)time_in(fact, deadline, "due");
        if (!is_over)
            fact.statements.run("INSERT INTO due VALUES (?, '', ?, 0, ?, ?, '', '')", number, id, due,
                                law_of(fact.statements, deadline));
    }
}

void deadline_met(const Fact& fact) {
    fact.statements.run("INSERT OR IGNORE INTO met VALUES (?, ?, '', 0)", case_of(fact),
                        fact.text("deadline"));
}

void take_promises(const Fact& fact) {
    const std::string number = case_of(fact), record = fact.text("record");
    const int version = fact.number("version");
    if (version > 1) {
        fact.statements.run("DELETE FROM due WHERE number = ? AND record = ?", number, record);
        fact.statements.run("DELETE FROM met WHERE number = ? AND record = ?", number, record);
    }
    const bool is_over = is_closed(fact, number);
    for (const Json& promise : list_in(fact, "promises")) {
        const std::string id = told(fact, promise, "id"), until = time_in(fact, promise, "until");
        (void)told(fact, promise, "what");
        if (!is_over)
            fact.statements.run("INSERT INTO due VALUES (?, ?, ?, ?, ?, 0, ?, ?)", number, record, id,
                                version, until, brief(promise, "what"), brief(promise, "who"));
    }
    for (const Json& deadline : list_in(fact, "meets")) {
        if (!deadline.is_string()) fact.refuse("a deadline that it meets is no text");
        fact.statements.run("INSERT OR IGNORE INTO met VALUES (?, ?, ?, ?)", number,
                            deadline.get<std::string>(), record, version);
    }
}

void record_performed(const Fact& fact) {
    record_happened(fact);
    fact.statements.run(
        "DELETE FROM due WHERE number = ?1 AND record = ?2 AND version = ?3 AND (?4 = '' OR item = ?4)",
        case_of(fact), fact.text("record"), fact.number("version"), fact.payload.text("promise"));
}

void record_void(const Fact& fact) {
    record_happened(fact);
    const std::string number = case_of(fact), record = fact.text("record");
    const int version = fact.number("version");
    fact.statements.run("DELETE FROM due WHERE number = ? AND record = ? AND version = ?", number,
                        record, version);
    fact.statements.run("DELETE FROM met WHERE number = ? AND record = ? AND version = ?", number,
                        record, version);
}

void nothing_due(const Fact& fact) {
    const std::string number = case_of(fact);
    fact.statements.run("DELETE FROM due WHERE number = ?", number);
    fact.statements.run("DELETE FROM met WHERE number = ?", number);
    fact.statements.run("INSERT OR IGNORE INTO closed VALUES (?)", number);
}

}  // namespace ugoda
