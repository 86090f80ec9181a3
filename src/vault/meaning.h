// One event on its way into the derived tables, and what each known kind of event means there.
#pragma once

#include <optional>
#include <string>

#include "audit/event.h"
#include "audit/payload_outline.h"
#include "casefile/record_id.h"
#include "vault/statements.h"

namespace ugoda {

struct Fact {
    Statements& statements;
    const Header& header;
    const PayloadOutline& payload;
    /// Seq of the event that opened its case; none: about the vault itself.
    std::optional<std::uint64_t> opened;
    /// Some record.fixed before it was erased: numbers and versions may be missing.
    bool is_record_lost = false;

    /// All of these throw Error(Fault::integrity), naming the event.
    [[noreturn]] void refuse(const std::string& why) const;
    [[nodiscard]] std::string text(const char* key) const;
    [[nodiscard]] int number(const char* key) const;  ///< 1 or more
    void require_sections() const;
    [[nodiscard]] const ObjectRef& object(const std::string& role) const;
};

using Meaning = void (*)(const Fact&);

void settings_named(const Fact& fact);
void clause_approved(const Fact& fact);
void seal_set(const Fact& fact);
/// What happened to the vault as a whole: its keys, its epochs, its backups.
void landmark_set(const Fact& fact);
void case_opened(const Fact& fact);
void visit_opened(const Fact& fact);
void case_added(const Fact& fact);
void case_closed(const Fact& fact);
void photo_added(const Fact& fact);
void attachment_added(const Fact& fact);
void record_fixed(const Fact& fact);
void record_issued(const Fact& fact);
/// Printed, signed: what happens to a record once it is issued.
void record_happened(const Fact& fact);
/// The checkpoint printed on it is out of the salon's hands, as is one under a timestamp.
void record_handed_over(const Fact& fact);
void token_taken(const Fact& fact);
/// These end promises besides.
void record_performed(const Fact& fact);
void record_void(const Fact& fact);
void deadlines_set(const Fact& fact);
void deadline_met(const Fact& fact);

/// The parts of other meanings that are about what is due: an issued record's promises and the
/// deadlines it meets, in place of those of its versions before; a closed case has nothing due.
void take_promises(const Fact& fact);
void nothing_due(const Fact& fact);
void payloads_erased(const Fact& fact);

/// Of records that were erased: they are not given again.
void keep_numbers(const Fact& fact);

/// An opening whose payload is gone still took the next number of its year.
void erased_opening(Statements& statements, const Header& header);

// The line of a case in the lists: begun by its opening, changed by what is told of it.
void begin_summary(const Fact& fact, bool is_visit);
void begin_erased_summary(Statements& statements, const Header& header);
void summarise_sections(const Fact& fact, bool is_visit);
void summarise_closing(Statements& statements, std::uint64_t opened, const Header& header);
void count_photo(const Fact& fact);
void count_attachment(const Fact& fact);

/// Seq of the event that opened the case or visit; nothing when there is no such.
[[nodiscard]] std::optional<std::uint64_t> opening_of(Statements& statements,
                                                      const std::string& case_number);

/// Seq of the event that opened the case of a record; nothing when there is no such record.
[[nodiscard]] std::optional<std::uint64_t> case_of_record(Statements& statements, const RecordId& id);

/// The number after the last one of that year.
[[nodiscard]] int next_case(Statements& statements, bool is_visit, int year);
[[nodiscard]] int next_record(Statements& statements, const std::string& prefix, int year);

/// What stands for a photograph's bytes or a salon's own number in the index: the first four bytes
/// of their SHA-256. Others may share it; the events tell.
[[nodiscard]] std::int32_t tag_of(const Digest& digest);

}  // namespace ugoda
