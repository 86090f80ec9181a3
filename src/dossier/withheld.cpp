#include "dossier/withheld.h"

#include <charconv>
#include <set>
#include <vector>

namespace ugoda {

namespace {

std::string line(const std::string& what, const std::string& name, const Absence& absence) {
    return (absence.why.empty() ? "erased-" + what + " " + name + " " + std::to_string(absence.erased_by)
                                : what + " " + name + " " + absence.why) +
           "\n";
}

std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The reason, as the kind of line says it.
std::optional<Absence> absence_of(bool is_erased, std::string_view word) {
    static const std::set<std::string_view> reasons = {"other-people", "health", "internal"};
    if (!is_erased) return reasons.contains(word) ? std::optional(Absence{std::string(word), 0}) : std::nullopt;
    const auto by = number_of(word);
    return by ? std::optional(Absence{"", *by}) : std::nullopt;
}

/// Adds what the line says; false when it is none.
bool add_line(Absences& absences, std::string_view text) {
    const auto first = text.find(' '), second = text.find(' ', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return false;
    std::string_view what = text.substr(0, first);
    const std::string_view name = text.substr(first + 1, second - first - 1);
    constexpr std::string_view erased = "erased-";
    const bool is_erased = what.starts_with(erased);
    if (is_erased) what.remove_prefix(erased.size());
    const auto absence = absence_of(is_erased, text.substr(second + 1));
    if (!absence) return false;
    const auto seq = what == "payload" ? number_of(name) : std::nullopt;
    const auto hash = what == "object" ? digest_from_hex(name) : std::nullopt;
    if (seq) absences.payloads[*seq] = *absence;
    if (hash) absences.objects[*hash] = *absence;
    return seq || hash;
}

}  // namespace

std::string to_text(const Absences& absences) {
    std::string lines;
    for (const auto& [seq, absence] : absences.payloads) lines += line("payload", std::to_string(seq), absence);
    for (const auto& [hash, absence] : absences.objects) lines += line("object", to_hex(hash), absence);
    return lines;
}

std::optional<Absences> parse_absences(std::string_view text) {
    Absences absences;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos || !add_line(absences, rest.substr(0, end))) return std::nullopt;
        rest.remove_prefix(end + 1);
    }
    return to_text(absences) == text ? std::optional(absences) : std::nullopt;
}

}  // namespace ugoda
