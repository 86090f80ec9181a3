#include "workflow/named_files.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/json_values.h"
#include "intake/answers.h"
#include "workflow/case_reader.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

bool is_photo_kind(const std::string& kind) { return kind.starts_with("photo_"); }

/// The photo_sheet entry that speaks of this attachment, else an empty object.
Json photo_entry_of(const Json& file, std::int64_t attachment_no) {
    for (const Json& entry : list_at(file.value("photo_sheet", Json()), "photos"))
        if (number_at(entry, "attachment_no") == attachment_no) return entry;
    return Json::object();
}

/// The evidence entry of that number, else an empty object.
Json evidence_of(const Json& file, std::int64_t attachment_no) {
    for (const Json& entry : list_at(file, "evidence"))
        if (attachment_no > 0 && number_at(entry, "attachment_no") == attachment_no) return entry;
    return Json::object();
}

/// What both lists of a case file say of one photograph, the photo sheet first.
Statement photo_statement(const Json& file, Json entry) {
    const Json evidence = evidence_of(file, number_at(entry, "attachment_no"));
    const std::string kind = text_at(evidence, "attachment_kind");
    if (!entry.contains("phase") && is_photo_kind(kind)) entry["phase"] = kind.substr(6);
    const auto inherit = [&](const char* key, const char* from) {
        if (!entry.contains(key) && evidence.contains(from)) entry[key] = evidence.at(from);
    };
    inherit("title", "attachment_title");
    inherit("taken_at", "made_at");
    inherit("time_source", "time_source");
    inherit("taken_by", "author");
    inherit("sha256", "sha256");
    return entry;
}

/// The entries of a list that bring a file.
std::vector<Json> entries_with_files(const Json& list) {
    std::vector<Json> entries;
    std::copy_if(list.begin(), list.end(), std::back_inserter(entries),
                 [](const Json& entry) { return !text_at(entry, "file").empty(); });
    return entries;
}

}  // namespace

Arrivals take_named_files(const Json& file, const fs::path& case_file, const Vault& vault, const Workplace& workplace) {
    const Instant received = current_time(vault, workplace);
    // Names of files are taken as they are: another spelling of a letter would be another file.
    const Json stated = cleaned(file);
    std::vector<TakeWork> works;
    const auto add = [&](const Json& entry, auto take) {
        works.push_back([&, named = text_at(entry, "file"), take](Arrivals& into) {
            try {
                take(into, beside(case_file, named));
            } catch (const Error& error) {
                if (error.fault() != Fault::input) throw;
                into.findings.push_back({error.where(), error.text(), error.remedy(), Level::stop});
            }
        });
    };
    for (const Json& entry : entries_with_files(list_at(file.value("photo_sheet", Json()), "photos")))
        add(entry, [&, said = photo_statement(stated, cleaned(entry))](Arrivals& into, const fs::path& path) {
            take_photo(into, path, said, vault, received);
        });
    for (const Json& entry : entries_with_files(list_at(file, "evidence"))) {
        Json photo = photo_entry_of(stated, number_at(entry, "attachment_no"));
        if (!text_at(photo, "file").empty()) continue;  // taken in from the photo sheet
        photo["attachment_no"] = number_at(entry, "attachment_no");
        if (is_photo_kind(text_at(entry, "attachment_kind")))
            add(entry, [&, said = photo_statement(stated, photo)](Arrivals& into, const fs::path& path) {
                take_photo(into, path, said, vault, received);
            });
        else
            add(entry, [&, said = cleaned(entry)](Arrivals& into, const fs::path& path) {
                take_attachment(into, path, said, vault);
            });
    }
    return take_side_by_side(works, "files", workplace.progress);
}

}  // namespace ugoda
