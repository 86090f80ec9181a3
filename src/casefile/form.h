// A form: what is asked, as data. Read from forms/<name>.json; the grammar is in
// forms/README.md. Plain values; checking answers against it is intake's work.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace ugoda {

/// How an answer is written down and printed. The JSON Schema of each is in
/// forms/types.json under the same name.
enum class FieldType { text, long_text, date, time, datetime, money, integer, decimal, choice, boolean, list };

/// Whether a record can do without the answer (DESIGN: required, filled, expected, optional).
enum class Need {
    required,  ///< no record without it
    filled,    ///< never asked here: taken from `from`
    expected,  ///< missing: a ruled line for the pen, and a note
    optional   ///< missing: nothing is printed
};

/// Where a value may be taken from: `intake.price_paid`, when its condition holds.
struct Source {
    std::string path;
    Json when;  ///< null: always
};

struct Field {
    std::string name;
    FieldType type = FieldType::text;
    Need need = Need::optional;
    std::vector<std::string> choices;  ///< of a choice, or of the members of a list of choices
    std::vector<Source> from;          ///< the first that holds and has a value fills it
    std::string words_of;              ///< this text is the money field of that name in words
    bool health = false;               ///< tells of somebody's health: who reads the answer is logged
    bool guarded = false;              ///< printed between fillers, `***500,00 zł***`
    Json when;                         ///< condition under which the field is asked; null: always
    Json fallback;                     ///< value when absent everywhere; null: none
    Json limits;                       ///< further JSON Schema keywords: minLength, maximum…
    /// Of a list whose members are rows: each named after the list, `products.batch`.
    std::vector<Field> columns;
    Json row_schema;                   ///< draft-07, of one row by its members' own names

    /// The name of a column within its row: `batch`.
    [[nodiscard]] std::string own_name() const;
};

/// A named truth computed from the answers, used by templates and rules.
struct Derived {
    std::string name;
    Json when;  ///< condition
};

struct Rule {
    std::string id;
    Json when;  ///< condition that raises it
    std::string level, where, what, remedy;
    bool final_only = false;  ///< says nothing about a draft
};

/// Somebody who signs the record: salon, client, practitioner…
struct Signer {
    std::string role;
    Json when;  ///< null: always
};

/// Something the record promises, as fields (or columns of the list `each`) say it.
struct Promise {
    std::string id;
    std::string words;             ///< what, in words that stand before the answer; or alone
    std::string each;              ///< a list of rows, each a promise; empty: one promise
    std::string what, who, until;  ///< names of fields, or of columns without their list's
    std::string done;              ///< when it is answered, nothing is promised any more
    Json when;                     ///< condition; null: always
};

/// A deadline that is met by issuing the record.
struct Meeting {
    std::string deadline;  ///< id in forms/law/deadlines.json
    Json when;             ///< condition; null: always
};

struct Form {
    std::string name;      ///< settlement
    std::string prefix;    ///< SET
    std::string section;   ///< of the case file whose answers it takes
    int copies = 2;
    bool initials = false; ///< a line for initials at the foot of every page
    std::vector<Signer> signers;
    std::vector<int> hand_over;        ///< copies that have to be handed over
    /// A case may not close without it: "" is as well, "always", or once a record of the form
    /// named here was issued.
    std::string needed;
    bool offer = false;    ///< a draft of it may be taken for an offer, and says that it is none
    bool internal = false; ///< for the salon's eyes: one copy, none for the client
    bool health = false;   ///< health data that a complaint need not be about: not for every reader of a dossier
    std::vector<Field> fields;
    std::vector<Derived> derived;
    std::vector<Rule> rules;
    std::vector<Promise> promises;
    std::vector<Meeting> meets;
    Json schema;           ///< draft-07, complete (definitions included)
    std::string source;    ///< the exact bytes it was read from

    /// Null when there is no such field.
    [[nodiscard]] const Field* find(const std::string& field) const;
};

/// Throws Error(Fault::wording) at `where`, naming the member, when it is not a form.
/// `types` is the content of forms/types.json.
[[nodiscard]] Form parse_form(const std::string& source, const Json& types, const std::string& where);

}  // namespace ugoda
