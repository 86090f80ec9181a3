#include "workflow/witness_marks.h"

#include <algorithm>

#include "document/directives.h"
#include "document/labels.h"

namespace ugoda {

namespace {

std::string described(const PaperWitness& paper, const Locale& locale) {
    const Insertions size{{"size", std::to_string(paper.size)}};
    if (paper.record.empty()) return word(locale, "witness_other", size);
    Insertions names = size;
    names["record"] = paper.record;
    names["version"] = std::to_string(paper.version);
    names["copy"] = std::to_string(paper.copy);
    names["to"] = paper.to.empty() ? word(locale, "not_known") : paper.to;
    if (!paper.handed_over.empty()) return word(locale, "witness_paper", names);
    return word(locale, paper.is_printed ? "witness_printed" : "witness_issued", names);
}

std::string described(const TimestampWitness& timestamp, const Locale& locale) {
    return word(locale, "witness_timestamp",
                {{"authority", timestamp.authority.empty() ? word(locale, "not_known") : timestamp.authority},
                 {"size", std::to_string(timestamp.size)}});
}

}  // namespace

WitnessMarks::WitnessMarks(const Vault& vault, const TrailFacts& facts, const Locale& locale) : locale_(locale) {
    std::vector<EventEntry> events = facts.events;
    for (const TrailFacts& visit : facts.visits) events.insert(events.end(), visit.events.begin(), visit.events.end());
    std::sort(events.begin(), events.end(),
              [](const EventEntry& one, const EventEntry& other) { return one.header.seq < other.header.seq; });
    const Witnesses witnesses(vault, events);
    mark_all(witnesses, facts, "");
    for (const TrailFacts& visit : facts.visits) mark_all(witnesses, visit, visit.number);
}

void WitnessMarks::mark_all(const Witnesses& witnesses, const TrailFacts& facts, const std::string& of) {
    for (const EventEntry& event : facts.events) {
        const std::uint64_t seq = event.header.seq;
        const Covered one{of, event.header.in_case->seq, event.header.in_case->seq};
        if (const auto paper = witnesses.paper(seq)) {
            const bool is_out = !paper->handed_over.empty();
            const std::string& since = is_out ? paper->handed_over : paper->issued;
            add(described(*paper, locale_), exact_moment_text(since, locale_), is_out, one, seq);
            has_paper_ |= is_out;
        }
        if (const auto timestamp = witnesses.timestamp(seq)) {
            add(described(*timestamp, locale_), exact_moment_text(timestamp->time, locale_), true, one, seq);
            has_timestamp_ = true;
        }
        if (marks_[seq].empty()) marks_[seq] = "–";
    }
}

void WitnessMarks::add(const std::string& what, const std::string& since, bool is_out, const Covered& one,
                       std::uint64_t seq) {
    auto known = std::find_if(marked_.begin(), marked_.end(), [&](const Marked& each) {
        return each.what == what && each.since == since;
    });
    if (known == marked_.end()) {
        const std::string mark = word(locale_, "witness_mark", {{"number", std::to_string(marked_.size() + 1)}});
        known = marked_.insert(known, {is_out ? mark : "(" + mark + ")", what, since, {}});
    }
    std::vector<Covered>& covered = known->covered;
    if (!covered.empty() && covered.back().of == one.of && covered.back().last + 1 == one.first)
        covered.back().last = one.last;
    else
        covered.push_back(one);
    marks_[seq] += (marks_[seq].empty() ? "" : ", ") + known->mark;
    words_[seq] += (words_[seq].empty() ? "" : list_separator(locale_)) + what + ", " + since;
}

Json WitnessMarks::rows() const {
    Json rows = Json::array();
    for (const Marked& each : marked_) {
        std::string covers;
        for (const Covered& run : each.covered) {
            covers += (covers.empty() ? "" : ", ") + (run.of.empty() ? "" : run.of + "/") + std::to_string(run.first);
            if (run.last > run.first) covers += "–" + std::to_string(run.last);
        }
        rows.push_back({{"mark", each.mark}, {"what", each.what}, {"since", each.since}, {"covers", covers}});
    }
    return rows;
}

std::string WitnessMarks::in_words(std::uint64_t seq) const {
    const auto words = words_.find(seq);
    return words == words_.end() ? word(locale_, "witness_none") : words->second;
}

}  // namespace ugoda
