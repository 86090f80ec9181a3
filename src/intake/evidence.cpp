#include "intake/evidence.h"

#include <array>
#include <set>
#include <string>

#include "base/clock.h"
#include "base/digest.h"
#include "base/text.h"
#include "intake/answers.h"
#include "intake/expectation.h"
#include "intake/names.h"

namespace ugoda {

namespace {

constexpr std::array<std::string_view, 4> phases{"before", "during", "after", "followup"};
constexpr std::array<std::string_view, 4> time_sources{"exif", "salon_clock", "client_statement",
                                                       "document_date"};
constexpr std::array<std::string_view, 16> kinds{
    "photo_before",   "photo_after",    "photo_followup", "consent",
    "questionnaire",  "treatment_note", "receipt",        "medical_document",
    "message_thread", "product_label",  "device_log",     "expert_opinion",
    "quote",          "privacy_notice", "proxy",          "other"};

/// Reads one entry, member by member, and collects what is wrong with it.
class Entry {
  public:
    Entry(std::string where, const Json& entry) : where_(std::move(where)), entry_(entry) {}

    /// A file below the case file's folder. Whether it leaves it is judged where it is opened.
    void file() {
        const Json* value = given("file");
        if (!value) return;
        const std::string path = value->is_string() ? value->get<std::string>() : std::string();
        const bool is_bad = path.empty() || path.front() == '/' || path != one_line(path);
        if (is_bad)
            tell("file", shown(*value) + " is not a path below the folder of the case file",
                 "write it like photographs/before-1.jpg", Level::stop);
    }

    void text(const char* key, std::size_t longest) {
        const Json* value = given(key);
        if (value &&
            (!value->is_string() || count_code_points(value->get<std::string>()) > longest))
            tell(key,
                 shown(*value) + " is not a text of at most " + std::to_string(longest) +
                     " characters",
                 "shorten it", Level::stop);
    }

    void moment(const char* key) {
        const Json* value = given(key);
        if (value &&
            !(value->is_string() && parse_rfc3339(with_seconds(value->get<std::string>()))))
            tell(key, shown(*value) + " is not a moment with its offset",
                 "write it like 2026-03-12T17:30:00+01:00, or leave it out", Level::stop);
    }

    void choice(const char* key, Names names) {
        const Json* value = given(key);
        if (value && !(value->is_string() && is_among(names, value->get_ref<const std::string&>())))
            tell(key, shown(*value) + " is not one of " + listed(names), "choose one of them",
                 Level::stop);
    }

    void count(const char* key) {
        const Json* value = given(key);
        if (value && !(value->is_number_integer() && *value >= 1 && *value <= 9999))
            tell(key, shown(*value) + " is not a whole number from 1 to 9999", "correct it",
                 Level::stop);
    }

    void fingerprint() {
        const Json* value = given("sha256");
        if (value && !(value->is_string() && digest_from_hex(value->get<std::string>())))
            tell("sha256", "is not a SHA-256 in 64 lower-case hexadecimal digits and is not used",
                 "leave it out, it is computed from the file", Level::note);
    }

    void required(const char* key) {
        if (!given(key)) tell(key, "is missing", "add it", Level::stop);
    }

    [[nodiscard]] Findings findings() { return std::move(findings_); }

  private:
    [[nodiscard]] const Json* given(const char* key) const {
        const auto found = entry_.find(key);
        return found == entry_.end() || is_blank(*found) ? nullptr : &*found;
    }

    void tell(const std::string& key, const std::string& what, const std::string& remedy,
              Level level) {
        findings_.push_back({where_ + "." + key, what, remedy, level});
    }

    std::string where_;
    const Json& entry_;
    Findings findings_;
};

/// Entries are named as a person counts them, from 1.
std::string numbered(const std::string& list, std::size_t index) {
    return list + "[" + std::to_string(index + 1) + "]";
}

Findings not_a_list(const std::string& where) {
    return {{where, "is not a list of entries", "write it as a list", Level::stop}};
}

Findings check_attachment(const std::string& where, const Json& attachment) {
    Entry entry(where, attachment);
    entry.file();
    entry.count("attachment_no");
    entry.choice("attachment_kind", kinds);
    entry.required("attachment_title");
    entry.text("attachment_title", 300);
    entry.moment("made_at");
    entry.choice("time_source", time_sources);
    entry.text("author", 300);
    entry.count("page_count");
    entry.fingerprint();
    return entry.findings();
}

Findings check_photo(const std::string& where, const Json& photo) {
    Entry entry(where, photo);
    entry.file();
    entry.required("phase");
    entry.choice("phase", phases);
    entry.moment("taken_at");
    entry.choice("time_source", time_sources);
    entry.text("taken_by", 300);
    entry.count("attachment_no");
    entry.fingerprint();
    return entry.findings();
}

template <typename Check>
Findings check_entries(const std::string& where, const Json& list, Check check) {
    constexpr std::size_t most = 500;
    if (!list.is_array()) return not_a_list(where);
    if (list.size() > most)
        return {{where, "has " + std::to_string(list.size()) + " entries, at most " +
                            std::to_string(most) + " are taken",
                 "bring the rest later, with ugoda attach or photo add", Level::stop}};
    Findings findings;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string entry = numbered(where, i);
        if (list[i].is_object())
            append(findings, check(entry, list[i]));
        else
            findings.push_back({entry, "is not an entry with named fields",
                                "write it like {\"file\": …}", Level::stop});
    }
    return findings;
}

Findings numbers_given_twice(const Json& evidence) {
    Findings findings;
    std::set<Json> seen;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const Json number =
            evidence[i].is_object() ? evidence[i].value("attachment_no", Json()) : Json();
        if (!number.is_null() && !seen.insert(number).second)
            findings.push_back({numbered("evidence", i) + ".attachment_no",
                                "the number " + shown(number) + " stands twice",
                                "give each attachment its own", Level::note});
    }
    return findings;
}

}  // namespace

Findings check_evidence(const Json& evidence) {
    Findings findings = check_entries("evidence", evidence, check_attachment);
    if (evidence.is_array()) append(findings, numbers_given_twice(evidence));
    return findings;
}

Findings check_photos(const Json& photo_sheet) {
    const auto photos = photo_sheet.find("photos");
    if (photos == photo_sheet.end() || photos->is_null()) return {};
    return check_entries("photo_sheet.photos", *photos, check_photo);
}

}  // namespace ugoda
