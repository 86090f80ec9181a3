#include "workflow/add_note.h"

#include "base/text.h"
#include "intake/answers.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_text = 20000, longest_name = 200;

Findings check_text(const std::string& where, const std::string& text, std::size_t longest, const char* what) {
    if (clean_answer(text).empty())
        return {{where, std::string("is missing: ") + what, "add it", Level::stop}};
    if (count_code_points(text) > longest)
        return {{where, "is longer than " + std::to_string(longest) + " characters", "shorten it", Level::stop}};
    return {};
}

Findings check_moment(const std::string& at, Instant now) {
    const auto moment = parse_rfc3339(at);
    if (!moment)
        return {{"--at", "'" + shortened(one_line(at), 40) + "' is no moment with its offset",
                 "write it like 2026-03-12T17:30+01:00", Level::stop}};
    if (moment->seconds > now.seconds) return {{"--at", "lies ahead", "note it once it has happened", Level::stop}};
    return {};
}

}  // namespace

CaseOutcome add_note(const Workplace& workplace, const std::string& number, const CommunicationNote& note) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    CaseOutcome outcome{{}, note_if_closed(existing_case(vault, number))};
    const Instant now = current_time(vault, workplace);
    const std::string at = note.at.empty() ? to_rfc3339(now) : with_seconds(note.at);
    append(outcome.findings, check_text("TEXT", note.text, longest_text, "a note says what was said"));
    append(outcome.findings, check_text("--with", note.with, longest_name, "a note says whom the salon talked to"));
    append(outcome.findings, check_moment(at, now));
    if (worst(outcome.findings) == Level::stop) return outcome;
    vault.write([&](Writer& writer) {
        writer.append({"note.added", number,
                       {{"case", number}, {"text", clean_answer(note.text)}, {"channel", note.channel},
                        {"with", clean_answer(note.with)}, {"direction", note.is_incoming ? "in" : "out"}, {"at", at}},
                       {}, staff});
    });
    outcome.number = number;
    return outcome;
}

}  // namespace ugoda
