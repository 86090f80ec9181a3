#include "seal/pdf_revisions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "seal/pdf_tokens.h"

namespace ugoda {

namespace {

using Entries = std::map<std::string, std::string_view>;
/// Objects in force, by number; null: deleted.
using Objects = std::map<std::uint64_t, const PdfObject*>;

Entries entries_of(std::string_view value) { return dictionary_in(value).value_or(Entries{}); }

std::string entry(const Entries& entries, const char* key) {
    const auto found = entries.find(key);
    return found == entries.end() ? std::string() : normal_form(found->second);
}

/// Null when no object begins there, or one of another number.
const PdfObject* object_at(const PdfScan& scan, const PdfSection::Entry& entry) {
    const auto found = std::lower_bound(scan.objects.begin(), scan.objects.end(), entry.begin,
                                        [](const PdfObject& object, std::size_t at) { return object.begin < at; });
    return found != scan.objects.end() && found->begin == entry.begin && found->number == entry.number ? &*found : nullptr;
}

/// False when a table leads anywhere but to objects between `begin` and itself.
bool apply(const PdfScan& scan, const PdfSection& section, std::size_t begin, Objects& objects) {
    for (const PdfSection::Entry& one : section.entries) {
        const PdfObject* object = one.begin == 0 ? nullptr : object_at(scan, one);
        if (one.begin != 0 && (object == nullptr || one.begin < begin || one.begin > section.begin)) return false;
        objects[one.number] = object;
    }
    return true;
}

bool same_but(const Entries& before, const Entries& after, const std::set<std::string>& free) {
    std::set<std::string> keys;
    for (const auto& [key, value] : before) keys.insert(key);
    for (const auto& [key, value] : after) keys.insert(key);
    return std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
        return free.contains(key) || (before.contains(key) == after.contains(key) && entry(before, key.c_str()) == entry(after, key.c_str()));
    });
}

std::string reference_to(std::uint64_t number) { return std::to_string(number) + " 0 R "; }

/// What the file begins with, as references.
struct Roots {
    std::string catalog, info, form;
};

Roots roots_of(const Entries& trailer, const Objects& objects) {
    Roots roots{entry(trailer, "Root"), entry(trailer, "Info"), {}};
    const auto number = PdfTokens(roots.catalog).take_number();
    const auto catalog = number ? objects.find(*number) : objects.end();
    if (catalog != objects.end() && catalog->second != nullptr)
        roots.form = entry(entries_of(catalog->second->value), "AcroForm");
    return roots;
}

/// Whether the change to that object is one that signing makes.
bool is_signing(const PdfObject& before, const PdfObject& after, const Roots& roots) {
    if (before.is_stream || after.is_stream) return false;
    const Entries old = entries_of(before.value), now = entries_of(after.value);
    const std::string self = reference_to(before.number);
    if (self == roots.info) return true;
    if (self == roots.catalog) return same_but(old, now, {"DSS", "Extensions", "Version"});
    if (self == roots.form) return same_but(old, now, {"SigFlags", "DA", "DR"});
    // A field that was signed before stays as it is.
    return entry(old, "FT") == "/Sig " && !old.contains("V") && same_but(old, now, {"V", "AP", "F", "MK", "M"});
}

}  // namespace

RevisionFound read_revision(std::string_view pdf, const PdfScan& scan, std::size_t begin, std::size_t end) {
    RevisionFound found{begin, end, false, {}, {}, false};
    Objects before;
    const PdfSection *last = nullptr, *own = nullptr;
    for (const PdfSection& section : scan.sections) {
        if (section.begin >= end) break;
        if (own != nullptr) return found;
        if (section.begin >= begin)
            own = &section;
        else if (!apply(scan, section, 0, before))
            return found;
        else
            last = &section;
    }
    if (own == nullptr || last == nullptr) return found;
    const Entries trailer = entries_of(own->trailer), old_trailer = entries_of(last->trailer);
    Objects now;
    // Readers begin at the last word `startxref`, be it in a comment.
    const std::size_t start = pdf.substr(0, end).rfind("startxref");
    const bool is_last = start > own->begin && start < own->end;
    const bool goes_on = is_last && own->starts_at == own->begin && entry(trailer, "Prev") == std::to_string(last->begin) + ' ' &&
                         entry(trailer, "Root") == entry(old_trailer, "Root") && !trailer.contains("XRefStm") &&
                         !trailer.contains("Encrypt") && last->starts_at == last->begin;
    if (!goes_on || !apply(scan, *own, begin, now)) return found;
    found.is_plain = found.only_signs = true;
    const Roots roots = roots_of(trailer, before);
    for (const auto& [number, object] : now) {
        const auto old = before.find(number);
        const bool was_there = old != before.end() && old->second != nullptr;
        (was_there || object == nullptr ? found.changed : found.added).push_back(number);
        if (object == nullptr || (was_there && !is_signing(*old->second, *object, roots))) found.only_signs = false;
    }
    return found;
}

}  // namespace ugoda
