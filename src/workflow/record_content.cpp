#include "workflow/record_content.h"

#include <algorithm>
#include <map>

#include "base/json_values.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "document/amount_words.h"
#include "workflow/case_deadlines.h"

namespace ugoda {

namespace {

/// A text that somebody has not finished: nothing is issued with a `[…]` in it.
Findings check_unfinished(const Form& form, const Json& answers) {
    Findings findings;
    for (const Field& field : form.fields) {
        const std::string text = text_at(answers, field.name);
        if (text.find("[\u2026]") != std::string::npos || text.find("[...]") != std::string::npos)
            findings.push_back({form.section + "." + field.name, "is not finished: it holds a […]",
                                "write what belongs there", Level::stop});
    }
    return findings;
}

/// Law goes with the wording: the case's country must be that of the template.
Findings check_law(const CaseEntry& entry, const Locale& locale) {
    const std::string country = text_at(entry.about, "jurisdiction");
    if (country.empty() || country == locale.country) return {};
    return {{"jurisdiction",
             "the case is under the law of " + one_line(country) + ", the wording " + locale.name +
                 " is written for " + locale.country,
             "choose a locale of that country with --locale, if it exists", Level::stop}};
}

/// Those of the case, and on top the request's, which may also come as a file with the form's
/// section, like a case file.
Json own_answers(const CaseEntry& entry, const RecordWording& wording, const RecordRequest& request) {
    Json own = entry.sections.value(wording.form.section, Json::object());
    if (!own.is_object()) own = Json::object();
    const auto section = request.answers.find(wording.form.section);
    const bool is_nested = section != request.answers.end() && section->is_object();
    own.update(is_nested ? *section : request.answers);
    return own;
}

/// When the client got the newest draft of this record, and how many days that was before the
/// agreement.
void add_draft(Json& about, const std::vector<EventEntry>& events, const Form& form, const Json& own) {
    constexpr std::size_t day = 10;
    std::string delivered;
    for (const EventEntry& event : events)
        if (event.payload && event.header.kind == "draft.handed_over" &&
            text_at(event.payload->content, "form") == form.name)
            delivered = text_at(event.payload->content, "at").substr(0, day);
    if (delivered.empty()) return;
    about["draft_delivered_date"] = delivered;
    const std::string stated = text_at(own, "draft_delivered_date");
    const auto from = parse_date(stated.empty() ? delivered : stated);
    const auto to = parse_date(text_at(own, "agreement_date"));
    if (from && to && days_between(*from, *to) >= 0) about["reflection_days"] = days_between(*from, *to);
}

/// The number of the newest record of each form that was issued here and stands: `consent` is
/// CON-2026-0003. What other records cite.
Json issued_here(const Vault& vault, const std::string& number) {
    Json ids = Json::object();
    for (const RecordEntry& record : vault.records(number)) {
        if (!record.issued_seq) continue;
        if (record.is_void)
            ids.erase(record.form);
        else
            ids[record.form] = record.id;
    }
    return ids;
}

}  // namespace

Sources gather_sources(const Vault& vault, const CaseEntry& entry, const RecordWording& wording,
                       const RecordRequest& request) {
    Sources sources{entry.sections};
    const Json& settings = vault.settings();
    sources.sections["salon"] = settings.value("salon", Json::object());
    sources.sections["settings"] = settings;
    sources.sections["file"] = {{"jurisdiction", entry.about.value("jurisdiction", wording.locale.country)},
                                {"language", entry.about.value("language", wording.locale.language)},
                                {"region", entry.about.value("region", std::string())}};
    sources.sections["case"] = dates_for_forms(vault, entry.number);
    sources.sections["case"].update({{"number", entry.number}, {"reference", brought_numbers(entry, wording.form)}});
    add_draft(sources.sections["case"], vault.events(entry.number), wording.form, own_answers(entry, wording, request));
    sources.sections["issued"] = issued_here(vault, entry.number);
    sources.sections["locale"] = wording.locale.labels.value("texts", Json::object());
    sources.sections[wording.form.section] = own_answers(entry, wording, request);
    return sources;
}

Findings check_answers(const CaseEntry& entry, const RecordWording& wording, const Json& answers) {
    Findings findings = check_law(entry, wording.locale);
    append(findings, check(wording.form, answers));
    append(findings, check_unfinished(wording.form, answers));
    if (worst(findings) == Level::stop) return findings;
    append(findings, check_amount_words(wording.form, answers, wording.locale));
    return findings;
}

std::vector<PrintedPhoto> printed_photos(const Vault& vault, const std::string& case_number) {
    std::vector<PrintedPhoto> photos;
    for (const PhotoEntry& entry : vault.photos(case_number)) {
        PrintedPhoto photo;
        photo.number = entry.number;
        photo.phase = text_at(entry.content, "phase");
        photo.image = photos.size();
        const Json size = entry.content.value("rendition_size", Json::array({0, 0}));
        photo.width_px = size.at(0).get<int>();
        photo.height_px = size.at(1).get<int>();
        photo.facts = photo_facts_from(entry.content.at("facts"));
        photo.received = entry.received;
        if (const std::string stated = text_at(entry.content, "stated_at"); !stated.empty())
            photo.stated_at = stated;
        photo.stated_source = text_at(entry.content, "stated_source");
        photo.taken_by = text_at(entry.content, "taken_by");
        photo.sha256 = to_hex(entry.original.sha256);
        photo.attachment_no = static_cast<int>(number_at(entry.content, "attachment_no"));
        photos.push_back(std::move(photo));
    }
    return photos;
}

std::vector<PrintedAttachment> printed_attachments(const Vault& vault, const CaseEntry& entry,
                                                   const Json& answers) {
    std::map<int, PrintedAttachment> lines;
    std::vector<PrintedAttachment> unnumbered;
    for (const Json& evidence : list_at(entry.sections, "evidence")) {
        const int number = static_cast<int>(number_at(evidence, "attachment_no"));
        PrintedAttachment line{number,
                               text_at(evidence, "attachment_kind"),
                               clean_answer(text_at(evidence, "attachment_title")),
                               clean_answer(text_at(evidence, "author")),
                               with_seconds(text_at(evidence, "made_at")),
                               text_at(evidence, "time_source"),
                               static_cast<int>(number_at(evidence, "page_count")),
                               text_at(evidence, "sha256"),
                               false};
        if (number < 1 || lines.contains(number))
            unnumbered.push_back(std::move(line));
        else
            lines[number] = std::move(line);
    }
    for (const AttachmentEntry& held : vault.attachments(entry.number)) {
        PrintedAttachment& line = lines[held.number];
        line = {held.number,
                text_at(held.content, "attachment_kind"),
                clean_answer(text_at(held.content, "attachment_title")),
                clean_answer(text_at(held.content, "author")),
                text_at(held.content, "made_at"),
                text_at(held.content, "time_source"),
                static_cast<int>(number_at(held.content, "page_count")),
                to_hex(held.original.sha256),
                true};
    }
    for (const PhotoEntry& photo : vault.photos(entry.number)) {
        PrintedAttachment& line = lines[static_cast<int>(number_at(photo.content, "attachment_no"))];
        const PhotoFacts facts = photo_facts_from(photo.content.at("facts"));
        line.number = static_cast<int>(number_at(photo.content, "attachment_no"));
        line.kind = "photo_" + text_at(photo.content, "phase");
        if (line.title.empty()) line.title = clean_answer(text_at(photo.content, "title"));
        if (line.author.empty()) line.author = clean_answer(text_at(photo.content, "taken_by"));
        if (line.made_at.empty()) line.made_at = text_at(photo.content, "stated_at");
        if (line.time_source.empty()) line.time_source = text_at(photo.content, "stated_source");
        if (line.made_at.empty() && facts.times.camera) {
            line.made_at = *facts.times.camera + facts.times.camera_offset.value_or("");
            line.time_source = "exif";
        }
        line.pages = 1;
        line.sha256 = to_hex(photo.original.sha256);
        line.is_held = true;
    }
    for (PrintedAttachment& line : unnumbered) {
        line.number = (lines.empty() ? 0 : lines.rbegin()->first) + 1;
        lines[line.number] = std::move(line);
    }
    const Json chosen = list_at(answers, "attachments");
    std::vector<PrintedAttachment> list;
    for (auto& [number, line] : lines) {
        const bool is_reference = !line.is_held;
        const bool is_chosen = chosen.empty() || std::find(chosen.begin(), chosen.end(), Json(number)) != chosen.end();
        if (number > 0 && (is_chosen || !is_reference)) list.push_back(line);
    }
    return list;
}

Findings check_attachments(const std::vector<PrintedAttachment>& printed, const RecordWording& wording,
                           const Json& answers) {
    Findings findings;
    for (const Json& chosen : list_at(answers, "attachments")) {
        const bool exists = std::any_of(printed.begin(), printed.end(), [&](const PrintedAttachment& attachment) {
            return chosen == attachment.number;
        });
        if (!exists)
            findings.push_back({wording.form.section + ".attachments",
                                "attachment " + chosen.dump() + " is named, and the case has none of that number",
                                "take it in with ugoda attach, or leave its number out", Level::warning});
    }
    return findings;
}

Json to_json(const PrintedPhoto& photo) {
    Json value = {{"number", photo.number},   {"phase", photo.phase},
                  {"size", {photo.width_px, photo.height_px}}, {"facts", to_json(photo.facts)},
                  {"received", photo.received}, {"stated_source", photo.stated_source},
                  {"taken_by", photo.taken_by}, {"sha256", photo.sha256},
                  {"attachment_no", photo.attachment_no}};
    if (photo.stated_at) value["stated_at"] = *photo.stated_at;
    return value;
}

Json to_json(const PrintedAttachment& attachment) {
    return {{"number", attachment.number}, {"kind", attachment.kind},     {"title", attachment.title},
            {"author", attachment.author}, {"made_at", attachment.made_at}, {"pages", attachment.pages},
            {"time_source", attachment.time_source}, {"sha256", attachment.sha256},
            {"is_held", attachment.is_held}};
}

std::string brought_numbers(const CaseEntry& entry, const Form& form) {
    std::string numbers;
    const auto add = [&](const std::string& number) {
        const std::string clean = clean_answer(number);
        if (clean.empty() || numbers.find(clean) != std::string::npos) return;
        numbers += (numbers.empty() ? "" : ", ") + clean;
    };
    for (const char* section : {"intake", form.section.c_str()})
        for (const Field& field : form.fields) {
            const bool is_ours = std::any_of(field.from.begin(), field.from.end(), [](const Source& source) {
                return source.path == "record.id" || source.path == "case.number";
            });
            if (is_ours) add(text_at(entry.sections.value(section, Json::object()), field.name));
        }
    return numbers;
}

}  // namespace ugoda
