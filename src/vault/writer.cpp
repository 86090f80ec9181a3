#include "vault/writer.h"

#include <algorithm>

#include "base/error.h"
#include "casefile/record_id.h"
#include "vault/erasure.h"

namespace ugoda {

namespace {

constexpr std::size_t salt_bytes = 32;

bool is_id(const std::string& staff) {
    return staff.size() <= 64 && std::all_of(staff.begin(), staff.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
           });
}

/// The header is never erased, so nothing that names a person may get into it.
void check_header_fields(const NewEvent& event) {
    if (!is_id(event.staff))
        throw Error(Fault::input, "staff", "'" + event.staff + "' is not a staff id",
                    "use the id from vault.toml: letters, digits, dots and dashes");
    if (event.kind.empty() ||
        event.kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz._") != std::string::npos)
        throw Error(Fault::internal, "event", "'" + event.kind + "' is no kind of event",
                    "report this");
}

/// The content with its case named.
Json content_of(const NewEvent& event) {
    Json content = event.content.is_null() ? Json::object() : event.content;
    if (!content.is_object())
        throw Error(Fault::internal, event.kind, "its content is no object", "report this");
    const std::string named = text_at(content, "case");
    if (event.case_number) content["case"] = *event.case_number;
    if (named != text_at(content, "case") && !named.empty())
        throw Error(Fault::internal, event.kind, "its content names another case", "report this");
    return content;
}

void check_objects(const NewEvent& event, const ObjectStore& objects) {
    for (const ObjectRef& object : event.objects)
        if (objects.size_of(object.sha256) != object.bytes)
            throw Error(Fault::storage, "object " + to_hex(object.sha256),
                        "is not in the vault as it was stored a moment ago", "try again");
}

}  // namespace

LogWriter::LogWriter(SQLite::Database& database, const ObjectStore& objects, const Clock& clock,
                     Random& random)
    : database_(database),
      objects_(objects),
      clock_(clock),
      random_(random),
      log_(database),
      derivation_(std::in_place, database),
      frontier_(log_.frontier()),
      first_(frontier_.size()),
      now_(fit_to_date_with(clock.now())),
      previous_(now_) {
    if (first_ > 0) previous_ = log_.entry(first_ - 1).header.time;
}

Event LogWriter::append(const NewEvent& event) {
    check_header_fields(event);
    check_objects(event, objects_);
    const Payload payload{random_.bytes(salt_bytes), content_of(event), event.objects};

    Event made;
    made.payload_bytes = to_bytes(payload);
    made.header = {.seq = frontier_.size(),
                   .kind = event.kind,
                   .time = now_,
                   .boot = clock_.boot_id(),
                   .mono_ms = clock_.monotonic_ms(),
                   .behind = now_.seconds < previous_.seconds,
                   .staff = event.staff,
                   .payload = sha256(made.payload_bytes),
                   .in_case = link(event)};
    made.header_bytes = to_bytes(made.header);
    const EventOutline outline{made.header, made.header_hash(),
                               outline_payload(made.payload_bytes)};
    if (!outline.payload || parse_header(made.header_bytes) != made.header)
        throw Error(Fault::internal, event.kind, "it could not be read back once it is logged",
                    "report this");
    log_.append(made, frontier_);
    derivation_->add(outline);
    previous_ = now_;
    has_erased_ = has_erased_ || event.kind == "erased";
    return made;
}

void LogWriter::erase(const std::vector<Erasure>& erasures) {
    const std::vector<Going> going = what_goes(log_, erasures);
    for (std::size_t i = 0; i < erasures.size(); ++i) {
        Json content = erasures[i].content;
        content["events"] = erasures[i].events;
        content["objects"] = Json::array();
        for (const Digest& name : going[i].objects) content["objects"].push_back(to_hex(name));
        content["records"] = going[i].records;
        append({"erased", erasures[i].case_number, content, {}, erasures[i].staff});
    }
    delete_payloads(database_, erasures);
    rebuild(database_, log_, {});
    derivation_.emplace(database_);
    has_deleted_ = true;
}

std::optional<CaseLink> LogWriter::link(const NewEvent& event) {
    if (!event.case_number) return std::nullopt;
    if (const auto link = derivation_->next_link(*event.case_number)) return link;
    if (is_opening(event.kind)) return CaseLink{};
    throw Error(Fault::input, *event.case_number, "there is no such case",
                "see `ugoda case list`");
}

std::string LogWriter::next_case_number(int year) {
    return to_string(CaseNumber{year, derivation_->next_case_ordinal(false, year)});
}

std::string LogWriter::next_visit_number(int year) {
    return to_string(CaseNumber{year, derivation_->next_case_ordinal(true, year), true});
}

std::string LogWriter::next_record_id(const std::string& prefix, int year) {
    return to_string(RecordId{prefix, year, derivation_->next_record_ordinal(prefix, year)});
}

}  // namespace ugoda
