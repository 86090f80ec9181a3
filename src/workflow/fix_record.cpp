#include "workflow/fix_record.h"

namespace ugoda {

std::optional<RecordEntry> latest_record(const Vault& vault, const std::string& case_number,
                                         const std::string& form) {
    std::optional<RecordEntry> last;
    for (RecordEntry& entry : vault.records(case_number))
        if (entry.form == form) last = std::move(entry);
    return last;
}

namespace {

/// A version that never left the house is not replaced on paper.
std::optional<RecordEntry> latest_issued(const Vault& vault, const std::string& case_number,
                                         const std::string& form) {
    std::optional<RecordEntry> last;
    for (RecordEntry& entry : vault.records(case_number))
        if (entry.form == form && entry.issued_seq) last = std::move(entry);
    return last;
}

}  // namespace

RecordEntry fix_record(Vault& vault, const RecordContent& content, const Json& despite,
                       const std::string& staff) {
    const std::vector<ObjectRef> objects = store_content(vault, content);
    const std::string& case_number = content.case_number;
    const Form& form = content.wording.form;
    std::optional<RecordEntry> record;
    vault.write([&](Writer& writer) {
        const auto last = record = latest_record(vault, case_number, form.name);
        if (last && last->content_hash == content.hash && !last->is_void) return;
        Json fixed = {{"case", case_number},
                      {"form", form.name},
                      {"locale", content.wording.locale.name},
                      {"content_hash", content.hash},
                      {"copies", form.copies},
                      {"version", last ? last->version + 1 : 1}};
        const int year = std::stoi(to_rfc3339(writer.now()).substr(0, 4));
        fixed["record"] = last ? last->id : writer.next_record_id(form.prefix, year);
        if (const auto issued = latest_issued(vault, case_number, form.name))
            fixed["replaces"] = {{"version", issued->version}, {"time", issued->fixed_time}};
        if (!despite.is_null()) fixed["despite"] = despite;
        writer.append({"record.fixed", case_number, fixed, objects, staff});
        record = latest_record(vault, case_number, form.name);
    });
    return *record;
}

}  // namespace ugoda
