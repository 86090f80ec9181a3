#include "workflow/event_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/json_values.h"
#include "casefile/photo.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/mustache.h"

namespace ugoda {

namespace {

using Values = std::map<std::string, std::string>;

/// What sentences may name: members of contents, and what is made of them.
const std::set<std::string>& known_names() {
    static const std::set<std::string> names{
        "at", "attachment_kind", "attachment_title", "authority", "camera", "channel", "clause", "content_hash",
        "copies", "copy", "deadline", "deadlines", "for", "form", "how", "lawyer", "name", "number", "phase", "place",
        "printer", "promise", "received", "record", "remarks", "role", "sections", "text", "time", "to", "version",
        "visit", "visits", "why", "with", "witness"};
    return names;
}

/// Members whose values have labels, and where those are.
const std::map<std::string, std::string>& labelled() {
    static const std::map<std::string, std::string> groups{
        {"phase", "phase"}, {"attachment_kind", "attachment_kind"}, {"channel", "channel"},
        {"for", "reader"}, {"role", "signer_role"}, {"how", "signing_how"}, {"deadline", "deadline"}};
    return groups;
}

/// The text at `group`, `key` of labels; empty when there is none. Nothing is copied on the way.
std::string text_in(const Json& labels, const std::string& group, const std::string& key) {
    const auto found = labels.find(group);
    return found == labels.end() || !found->is_object() ? std::string() : text_at(*found, key);
}

std::string listed(std::string list, const std::string& next, const Locale& locale) {
    return list.empty() ? next : list + list_separator(locale) + next;
}

std::string section_label(const Locale& locale, const std::string& section) {
    static const std::map<std::string, std::string> forms{{"acknowledgement", "ack"}, {"treatment", "treatment_note"}};
    const auto form = forms.find(section);
    const std::string named = label_of(locale, "section", section);
    return named != section ? named : form_label(locale, form == forms.end() ? section : form->second);
}

std::string converted(const std::string& name, const std::string& text, const Locale& locale) {
    if (name == "at" || name == "received" || name == "time") return exact_moment_text(text, locale);
    if (name == "form") return form_label(locale, text);
    constexpr std::size_t digits = 16, group = 4;
    if (name == "content_hash") return in_groups(text.substr(0, digits), group);
    const auto values = labelled().find(name);
    return values == labelled().end() ? text : label_of(locale, values->second, text);
}

/// Those whose ids have a name: of the salon's own duties, not of the law's limits.
std::string deadlines_of(const Json& content, const Locale& locale) {
    std::string list;
    for (const Json& deadline : list_at(content, "deadlines")) {
        const std::string id = text_at(deadline, "id"), name = label_of(locale, "deadline", id);
        const std::string due = text_at(deadline, "due");
        if (name == id) continue;
        Field date;
        date.type = FieldType::date;
        const std::string by = due.find('T') == std::string::npos ? value_text(date, due, locale)
                                                                  : exact_moment_text(due, locale);
        list = listed(list, word(locale, "deadline_by", {{"deadline", name}, {"date", by}}), locale);
    }
    return list;
}

/// What was promised, in the record's own words.
std::string promise_of(const Json& content, const TrailFacts& facts) {
    for (const RecordEntry& record : facts.records)
        if (record.id == text_at(content, "record") && record.version == number_at(content, "version"))
            for (const Json& promise : list_at(record.issued, "promises"))
                if (text_at(promise, "id") == text_at(content, "promise")) return text_at(promise, "what");
    return {};
}

std::string camera_of(const Json& content, const Locale& locale) {
    if (!content.contains("facts")) return {};
    const PhotoTimes times = photo_facts_from(content.at("facts")).times;
    if (!times.camera) return {};
    const std::string zone = times.camera_offset ? word(locale, "photo_offset", {{"offset", *times.camera_offset}})
                                                 : word(locale, "photo_no_offset");
    return moment_text(*times.camera, locale) + " (" + zone + ")";
}

Values values_of(const Json& content, const TrailFacts& facts, const Locale& locale) {
    Values values;
    for (const auto& member : content.items()) {
        if (member.value().is_string())
            values[member.key()] = converted(member.key(), member.value().get<std::string>(), locale);
        if (member.value().is_number_integer()) values[member.key()] = member.value().dump();
    }
    const Json sections = content.value("sections", Json::object());
    for (const auto& section : sections.items())
        values["sections"] = listed(values["sections"], section_label(locale, section.key()), locale);
    for (const Json& visit : list_at(content, "visits"))
        values["visits"] = listed(values["visits"], visit.get<std::string>(), locale);
    if (const Json copies = list_at(content, "copies"); !copies.empty()) values["copies"] = std::to_string(copies.size());
    values["deadlines"] = deadlines_of(content, locale);
    values["promise"] = promise_of(content, facts);
    values["camera"] = camera_of(content, locale);
    return values;
}

/// `has_why`, `incoming`.
bool truth_of(const std::string& name, const Values& values, const Json& content, const std::string& where) {
    if (name == "incoming") return text_at(content, "direction") == "in";
    const std::string asked = name.starts_with("has_") ? name.substr(4) : "";
    if (!known_names().contains(asked)) throw Error(Fault::wording, where, "'" + name + "' is no name here",
                                                    "see templates/README.md for those of the trail");
    const auto value = values.find(asked);
    return value != values.end() && !value->second.empty();
}

}  // namespace

std::string label_of(const Locale& locale, const std::string& group, const std::string& value) {
    const auto values = locale.labels.find("values");
    const std::string label = values == locale.labels.end() ? "" : text_in(*values, group, value);
    return label.empty() ? value : label;
}

std::string form_label(const Locale& locale, const std::string& form) {
    const std::string label = text_in(locale.labels, "records", form);
    return label.empty() ? form : label;
}

std::string EventWords::label(const std::string& kind) const {
    const auto events = paper_.own.find("events");
    const std::string label = events == paper_.own.end() ? "" : text_in(*events, kind, "label");
    return label.empty() ? word(paper_.locale, "event_other", {{"kind", kind}}) : label;
}

std::string EventWords::says(const EventEntry& event) const {
    const auto reason = facts_.withheld.payloads.find(event.header.seq);
    if (reason != facts_.withheld.payloads.end()) {
        const Insertions why{{"why", label_of(paper_.locale, "withheld_why", reason->second)}};
        if (!event.payload) return word(paper_.locale, "content_withheld", why);
        const std::string rest = sentence_of(event);
        return (rest.empty() ? "" : rest + list_separator(paper_.locale)) + word(paper_.locale, "content_partly", why);
    }
    return event.payload ? sentence_of(event) : word(paper_.locale, "content_erased");
}

std::string EventWords::sentence_of(const EventEntry& event) const {
    const std::string& kind = event.header.kind;
    const auto events = paper_.own.find("events");
    const std::string sentence = events == paper_.own.end() ? "" : text_in(*events, kind, "says");
    const std::string where = paper_.locale.files.at("labels.json") + ", " + kind;
    const Json& content = event.payload->content;
    const Values values = values_of(content, facts_, paper_.locale);
    Meanings meanings;
    for (const Tag& tag : tags_in(sentence, where)) {
        if (tag.kind != Tag::Kind::value) {
            meanings.truths[tag.name] = truth_of(tag.name, values, content, where);
            continue;
        }
        if (!known_names().contains(tag.name))
            throw Error(Fault::wording, where, "'" + tag.name + "' is no name here",
                        "see templates/README.md for those of the trail");
        const auto value = values.find(tag.name);
        meanings.values[tag.name] = value == values.end() ? "" : value->second;
    }
    return fill(sentence, meanings, where);
}

}  // namespace ugoda
