#include "workflow/record_facts.h"

#include <algorithm>

#include "base/json_values.h"
#include "base/text.h"

namespace ugoda {

namespace {

void add(std::string& line, const std::string& part) {
    if (part.empty()) return;
    line += (line.empty() ? "" : "; ") + part;
}

std::string listed(const std::vector<Json>& contents, const auto& told) {
    std::string list;
    for (const Json& content : contents) list += (list.empty() ? "" : ", ") + told(content);
    return list;
}

std::string told_signature(const Json& content) {
    const std::string role = text_at(content, "role");
    return role + ' ' + one_line(text_at(content, "name")) + (is_for_the_client(role) ? " for the client" : "") +
           (text_at(content, "how") == "refused" ? " refused " : " ") + minute_of(text_at(content, "at"));
}

std::string told_copy(const Json& content) { return std::to_string(number_at(content, "copy")); }

std::string told_hand_over(const Json& content) {
    return "copy " + told_copy(content) + " to " + one_line(text_at(content, "to")) + ' ' +
           minute_of(text_at(content, "at"));
}

std::string told_performance(const Json& content) {
    const std::string promise = text_at(content, "promise");
    return (promise.empty() ? "" : one_line(promise) + ' ') + minute_of(text_at(content, "at"));
}

std::string with_label(const char* label, const std::string& list) {
    return list.empty() ? std::string() : label + list;
}

}  // namespace

bool is_for_the_client(const std::string& role) { return role == "guardian" || role == "representative"; }

std::string minute_of(const std::string& moment) {
    constexpr std::size_t day = 10, minute = 16;
    if (moment.size() < minute) return moment;
    return moment.substr(0, day) + ' ' + moment.substr(day + 1, minute - day - 1);
}

bool RecordFacts::has_signed(const std::string& role) const {
    const auto stands_for = [&](const std::string& who) {
        return who == role || (role == "client" && is_for_the_client(who));
    };
    bool has = false;
    for (const Json& content : signed_by)
        if (stands_for(text_at(content, "role"))) has = text_at(content, "how") != "refused";
    return has;
}

bool RecordFacts::has_got(int copy) const {
    return std::any_of(handed_over.begin(), handed_over.end(),
                       [&](const Json& content) { return number_at(content, "copy") == copy; });
}

RecordFacts facts_of(const std::vector<EventEntry>& events, const std::string& record, int version) {
    RecordFacts facts;
    for (const EventEntry& event : events) {
        if (!event.payload) continue;
        const Json& content = event.payload->content;
        if (text_at(content, "record") != record || number_at(content, "version") != version) continue;
        const std::string& kind = event.header.kind;
        if (kind == "record.printed") facts.printed.push_back(content);
        if (kind == "record.signed") facts.signed_by.push_back(content);
        if (kind == "record.handed_over") facts.handed_over.push_back(content);
        if (kind == "record.performed") facts.performed.push_back(content);
        if (kind == "record.void") facts.voided = content;
    }
    return facts;
}

std::string status_line(const RecordEntry& record, const RecordFacts& facts) {
    std::string line = record.issued_seq ? "issued " + minute_of(record.issued_time)
                                         : "fixed " + minute_of(record.fixed_time) + ", not issued yet";
    add(line, with_label("printed: copy ", listed(facts.printed, told_copy)));
    add(line, with_label("signed: ", listed(facts.signed_by, told_signature)));
    add(line, with_label("handed over: ", listed(facts.handed_over, told_hand_over)));
    add(line, with_label("performed: ", listed(facts.performed, told_performance)));
    if (facts.is_void()) add(line, "void: " + one_line(text_at(facts.voided, "why")));
    return line;
}

}  // namespace ugoda
