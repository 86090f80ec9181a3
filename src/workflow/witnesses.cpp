#include "workflow/witnesses.h"

#include <algorithm>

#include "audit/checkpoint.h"
#include "base/json_values.h"

namespace ugoda {

namespace {

bool is_of(const PaperWitness& paper, const Json& content) {
    return paper.record == text_at(content, "record") && paper.version == number_at(content, "version");
}

/// What `record.issued` put on the last page of its copies.
std::optional<PaperWitness> issued(const EventEntry& event) {
    const Json& content = event.payload->content;
    const auto checkpoint = parse_checkpoint(text_at(content, "checkpoint"));
    if (!checkpoint) return std::nullopt;
    PaperWitness paper;
    paper.record = text_at(content, "record");
    paper.version = static_cast<int>(number_at(content, "version"));
    paper.issued = to_rfc3339(event.header.time);
    paper.size = checkpoint->size;
    return paper;
}

std::optional<PaperWitness> first_of(const std::vector<PaperWitness>& papers, std::uint64_t seq) {
    const auto found = std::find_if(papers.begin(), papers.end(),
                                    [&](const PaperWitness& paper) { return paper.size > seq; });
    return found == papers.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Witnesses::Witnesses(const Vault& vault, const std::vector<EventEntry>& events) : vault_(vault) {
    for (const EventEntry& event : events) {
        if (!event.payload) continue;
        const Json& content = event.payload->content;
        const std::string& kind = event.header.kind;
        if (kind == "record.issued")
            if (const auto paper = issued(event)) in_the_house_.push_back(*paper);
        if (kind != "record.printed" && kind != "record.handed_over") continue;
        for (PaperWitness& paper : in_the_house_) {
            if (!is_of(paper, content)) continue;
            PaperWitness told = paper;
            told.copy = static_cast<int>(number_at(content, "copy"));
            if (kind == "record.printed") {
                paper.is_printed = true;
                if (paper.copy == 0) paper.copy = told.copy;
                continue;
            }
            told.to = text_at(content, "to");
            told.handed_over = text_at(content, "at");
            handed_over_.push_back(std::move(told));
        }
    }
}

std::optional<PaperWitness> Witnesses::paper(std::uint64_t seq) const {
    if (auto own = first_of(handed_over_, seq)) return own;
    if (const auto other = vault_.first_handed_over(seq)) {
        PaperWitness unnamed;  // whose paper it is, is nobody's business here
        unnamed.handed_over = text_at(other->content, "at");
        unnamed.size = other->size;
        return unnamed;
    }
    return first_of(in_the_house_, seq);
}

std::optional<TimestampWitness> Witnesses::timestamp(std::uint64_t seq) const {
    const auto token = vault_.first_timestamp(seq);
    if (!token) return std::nullopt;
    const std::string time = text_at(token->content, "time");
    return TimestampWitness{token->event, time.empty() ? token->time : time,
                            text_at(token->content, "authority"), token->size};
}

Json to_json(const PaperWitness& paper) {
    Json value{{"size", paper.size}, {"own", !paper.record.empty()},
               {"handed_over", paper.handed_over.empty() ? Json() : Json(paper.handed_over)}};
    if (paper.record.empty()) return value;
    value.update({{"record", paper.record}, {"version", paper.version}, {"issued", paper.issued},
                  {"copy", paper.copy == 0 ? Json() : Json(paper.copy)}, {"printed", paper.is_printed}});
    if (!paper.to.empty()) value["to"] = paper.to;
    return value;
}

Json to_json(const TimestampWitness& timestamp) {
    return {{"event", timestamp.event}, {"time", timestamp.time}, {"authority", timestamp.authority},
            {"size", timestamp.size}};
}

}  // namespace ugoda
