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
    const Witnesses witnesses(vault, facts.events);
    for (const EventEntry& event : facts.events) {
        const std::uint64_t number = event.header.in_case->seq;
        marks_[number] = words_[number] = "";
        if (const auto paper = witnesses.paper(event.header.seq)) {
            const bool is_out = !paper->handed_over.empty();
            const std::string& since = is_out ? paper->handed_over : paper->issued;
            add(described(*paper, locale), exact_moment_text(since, locale), is_out, number);
            has_paper_ |= is_out;
        }
        if (const auto timestamp = witnesses.timestamp(event.header.seq)) {
            add(described(*timestamp, locale), exact_moment_text(timestamp->time, locale), true, number);
            has_timestamp_ = true;
        }
        if (marks_[number].empty()) marks_[number] = "–";
    }
}

void WitnessMarks::add(const std::string& what, const std::string& since, bool is_out, std::uint64_t case_seq) {
    const std::string number = std::to_string(case_seq);
    auto row = std::find_if(rows_.begin(), rows_.end(), [&](const Json& each) {
        return each.at("what") == what && each.at("since") == since;
    });
    if (row == rows_.end()) {
        const std::string mark = word(locale_, "witness_mark", {{"number", std::to_string(rows_.size() + 1)}});
        rows_.push_back({{"mark", is_out ? mark : "(" + mark + ")"}, {"what", what}, {"since", since},
                         {"covers", number}});
        row = std::prev(rows_.end());
    }
    std::string covers = text_at(*row, "covers");
    covers = covers.substr(0, covers.find("–"));
    (*row)["covers"] = covers == number ? covers : covers + "–" + number;
    std::string& marks = marks_[case_seq];
    marks += (marks.empty() ? "" : ", ") + text_at(*row, "mark");
    words_[case_seq] += (words_[case_seq].empty() ? "" : list_separator(locale_)) + what + ", " + since;
}

std::string WitnessMarks::in_words(std::uint64_t case_seq) const {
    const std::string& words = words_.at(case_seq);
    return words.empty() ? word(locale_, "witness_none") : words;
}

}  // namespace ugoda
