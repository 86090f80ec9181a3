#include "workflow/access_data.h"

#include <algorithm>
#include <filesystem>

#include "base/json_values.h"
#include "base/text.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

/// Answers in sections that are theirs, about other people or of the salon's own judgement.
constexpr std::pair<const char*, const char*> of_others[] = {
    {"intake", "witnesses"}, {"intake", "salon_first_observation"}, {"treatment", "internal_note"}};

class Gathering {
  public:
    Gathering(const Vault& vault, const std::string& number, const std::set<std::string>& internal)
        : vault_(vault), number_(number), internal_(internal), entry_(existing_case(vault, number)) {
        data_.told = {{"number", number}, {"opened", entry_.opened}, {"closed", entry_.closed ? Json(*entry_.closed) : Json()}};
        for (const char* list : {"records", "photographs", "documents", "notes", "recipients", "health_read"})
            data_.told[list] = Json::array();
    }

    AccessData finish() {
        sections();
        photographs();
        documents();
        records();
        for (const EventEntry& event : vault_.events(number_))
            if (event.payload) happened(event.header.kind, to_rfc3339(event.header.time), event.header.staff, event.payload->content);
        return std::move(data_);
    }

  private:
    void leave_out(const std::string& what, const char* why) { data_.left_out.push_back(number_ + ": " + what + " (" + why + ")"); }

    void sections() {
        Json sections = entry_.sections;
        for (const auto& section : entry_.sections.items())
            if (internal_.contains(section.key()) && !is_blank(section.value())) {
                sections.erase(section.key());
                leave_out(section.key(), "for the salon only");
            }
        for (const auto& [section, field] : of_others)
            if (sections.contains(section) && sections.at(section).is_object() && sections.at(section).erase(field) > 0)
                leave_out(std::string(section) + "." + field, "other persons, or the salon's own judgement");
        data_.told["sections"] = std::move(sections);
    }

    /// `photographs/2026-0001-2.jpg`: by number, as names of files may be anything.
    std::string file(const char* folder, int number, const std::string& original_name, const Digest& object) {
        std::string extension = std::filesystem::path(original_name).extension().string();
        const bool is_plain = extension.size() <= 6 && std::all_of(extension.begin(), extension.end(), [](unsigned char c) {
                                  return c < 128 && (std::isalnum(c) != 0 || c == '.');
                              });
        std::string name = std::string(folder) + "/" + number_ + "-" + std::to_string(number) + (is_plain ? extension : "");
        data_.files.push_back({name, object});
        return name;
    }

    void photographs() {
        for (const PhotoEntry& photo : vault_.photos(number_))
            data_.told["photographs"].push_back({{"number", photo.number}, {"phase", text_at(photo.content, "phase")},
                                                 {"received", photo.received}, {"sha256", to_hex(photo.original.sha256)},
                                                 {"file", file("photographs", photo.number, text_at(photo.content, "name"), photo.original.sha256)}});
    }

    void documents() {
        for (const AttachmentEntry& attachment : vault_.attachments(number_))
            data_.told["documents"].push_back({{"number", attachment.number}, {"kind", text_at(attachment.content, "attachment_kind")},
                                               {"title", text_at(attachment.content, "attachment_title")}, {"received", attachment.received},
                                               {"sha256", to_hex(attachment.original.sha256)},
                                               {"file", file("documents", attachment.number, text_at(attachment.content, "name"), attachment.original.sha256)}});
    }

    /// Of each version the last copy: the client's.
    void records() {
        for (const RecordEntry& record : vault_.records(number_)) {
            if (internal_.contains(record.form)) {
                leave_out(record.id, "for the salon only");
                continue;
            }
            Json told = {{"record", record.id}, {"version", record.version}, {"form", record.form}, {"void", record.is_void},
                         {"issued", record.issued_time}};
            for (auto object = record.issued_objects.rbegin(); object != record.issued_objects.rend(); ++object)
                if (object->role.starts_with("copy ")) {
                    const std::string name = "records/" + record.id + "-v" + std::to_string(record.version) + ".pdf";
                    data_.files.push_back({name, object->sha256});
                    told["file"] = name;
                    break;
                }
            data_.told["records"].push_back(std::move(told));
        }
    }

    void happened(const std::string& kind, const std::string& time, const std::string& staff, const Json& content) {
        if (kind == "note.added") return note(content);
        if (kind == "health.read")
            data_.told["health_read"].push_back({{"at", time}, {"by", staff_name(vault_.settings(), staff)}, {"why", text_at(content, "why")}});
        if (const std::string to = text_at(content, "to"); !to.empty()) {
            const std::string record = text_at(content, "record");
            if (internal_.contains(text_at(content, "form"))) return leave_out("a hand-over", "for the salon only");
            data_.told["recipients"].push_back({{"to", to}, {"what", record.empty() ? kind : record}, {"at", time}});
        }
    }

    /// What was said with somebody else is theirs too.
    void note(const Json& content) {
        const std::string client = text_at(entry_.sections.value("client", Json()), "client_name");
        if (folded(text_at(content, "with")) == folded(client))
            data_.told["notes"].push_back(content);
        else
            leave_out("a note of " + text_at(content, "at").substr(0, 10), "with another person, or of the salon's own");
    }

    const Vault& vault_;
    std::string number_;
    const std::set<std::string>& internal_;
    CaseEntry entry_;
    AccessData data_;
};

}  // namespace

AccessData access_data(const Vault& vault, const std::string& number, const std::set<std::string>& internal) {
    return Gathering(vault, number, internal).finish();
}

std::set<std::string> internal_names(const Resources& resources) {
    std::set<std::string> names;
    for (const std::string& name : form_names(resources)) {
        const Form form = load_form(resources, name);
        if (!form.internal) continue;
        names.insert(form.name);
        names.insert(form.section);
    }
    return names;
}

}  // namespace ugoda
