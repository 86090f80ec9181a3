#include "workflow/former_visits.h"

#include <algorithm>
#include <map>

#include "base/json_values.h"
#include "base/text.h"
#include "casefile/record_id.h"

namespace ugoda {

namespace {

Finding stop(const std::string& what, const std::string& remedy) { return {"visits", what, remedy, Level::stop}; }

/// In the order of their numbers, each once.
std::map<CaseNumber, std::string> numbers_named(const Json& file, std::vector<std::string> named, Findings& findings) {
    const auto list = file.find("visits");
    if (list != file.end() && !list->is_array())
        findings.push_back(stop("is no list of visits' numbers", "write it like [\"V-2026-0001\"]"));
    else if (list != file.end())
        for (const Json& number : *list) named.push_back(number.is_string() ? number.get<std::string>() : number.dump());
    std::map<CaseNumber, std::string> numbers;
    for (const std::string& number : named) {
        const auto parsed = parse_case_number(number);
        if (parsed && parsed->is_visit)
            numbers[*parsed] = number;
        else
            findings.push_back(stop("'" + shortened(one_line(number), 40) + "' is no number of a visit",
                                    "write it like V-2026-0001; see ugoda visit list"));
    }
    return numbers;
}

std::string text_of_client(const Json& sections, const char* field) {
    return text_at(sections.value("client", Json()), field);
}

/// Same name, and same id where both have one.
bool is_same_client(const Json& one, const Json& other) {
    const auto differ = [&](const char* field, bool is_always_given) {
        const std::string here = folded(text_of_client(one, field)), there = folded(text_of_client(other, field));
        return here != there && (is_always_given || (!here.empty() && !there.empty()));
    };
    return !differ("client_name", true) && !differ("client_id", false);
}

Findings check_clients(const Json& file, const FormerVisits& former) {
    Findings findings;
    const std::string name = text_of_client(file, "client_name");
    for (const CaseEntry& visit : former.visits) {
        const std::string theirs = text_of_client(visit.sections, "client_name");
        if (theirs.empty())
            findings.push_back(stop(visit.number + " no longer says whose visit it was: that was erased", "leave it out"));
        else if (!name.empty() && !is_same_client(file, visit.sections))
            findings.push_back(stop(visit.number + " is the visit of another client: '" + shortened(one_line(theirs), 80) + "' " +
                                        one_line(text_of_client(visit.sections, "client_id")),
                                    "name only visits of this client, or correct client_name and client_id"));
    }
    return findings;
}

/// The newest visit that has it; null when none does.
const CaseEntry* newest_with(const FormerVisits& former, const std::string& section) {
    for (auto visit = former.visits.rbegin(); visit != former.visits.rend(); ++visit)
        if (!is_blank(visit->sections.value(section, Json()))) return &*visit;
    return nullptr;
}

bool has(const Json& file, const std::string& member) { return file.contains(member) && !is_blank(file.at(member)); }

/// Files that came over from visits, each once.
class TakingOver {
  public:
    explicit TakingOver(std::vector<Arrival>& arrivals) : arrivals_(arrivals) {
        for (Arrival& arrival : arrivals_) known_.emplace(sha256(arrival.original), &arrival - arrivals_.data());
    }

    /// `stays` when its attachment number means the same in the case.
    void add(const std::string& visit, const std::string& received, Json content, std::vector<ObjectRef> objects, bool stays) {
        const auto [known, is_new] =
            known_.emplace(objects.front().sha256, static_cast<std::ptrdiff_t>(arrivals_.size()));
        if (is_new) {
            for (const char* own : {"case", "number"}) content.erase(own);
            if (!stays) content.erase("attachment_no");
            arrivals_.push_back({{}, {}, std::move(content), std::move(objects)});
        }
        Json& told = arrivals_[static_cast<std::size_t>(known->second)].content;
        if (told.contains("visit")) return;  // an earlier visit had it
        told["visit"] = visit;
        told["received"] = received;
    }

  private:
    std::vector<Arrival>& arrivals_;
    std::map<Digest, std::ptrdiff_t> known_;  // index by hash of the bytes
};

}  // namespace

std::vector<std::string> FormerVisits::numbers() const {
    std::vector<std::string> numbers;
    for (const CaseEntry& visit : visits) numbers.push_back(visit.number);
    return numbers;
}

FormerVisits find_visits(const Vault& vault, const Json& file, const std::vector<std::string>& named) {
    FormerVisits former;
    for (const auto& [parsed, number] : numbers_named(file, named, former.findings)) {
        if (auto visit = vault.find_case(number))
            former.visits.push_back(std::move(*visit));
        else
            former.findings.push_back(stop(number + " is not in this vault", "see ugoda visit list"));
    }
    append(former.findings, check_clients(completed(file, former), former));
    return former;
}

Json completed(Json file, const FormerVisits& former) {
    for (auto visit = former.visits.rbegin(); visit != former.visits.rend(); ++visit) {
        for (const auto& section : visit->sections.items())
            if (!has(file, section.key())) file[section.key()] = section.value();
        for (const char* fact : {"language", "jurisdiction", "region"})
            if (!has(file, fact) && has(visit->about, fact)) file[fact] = visit->about.at(fact);
    }
    return file;
}

void take_over(Arrivals& arrivals, const Vault& vault, const Json& file, const FormerVisits& former) {
    // Numbers of attachments mean what the list of evidence says, which comes from one visit at most.
    const CaseEntry* numbering = has(file, "evidence") ? nullptr : newest_with(former, "evidence");
    TakingOver photos(arrivals.photos), attachments(arrivals.attachments);
    for (const CaseEntry& visit : former.visits) {
        const bool stays = &visit == numbering;
        for (const PhotoEntry& photo : vault.photos(visit.number))
            photos.add(visit.number, photo.received, photo.content, {photo.original, photo.rendition}, stays);
        for (const AttachmentEntry& attachment : vault.attachments(visit.number)) {
            Json content = attachment.content;
            content["attachment_no"] = attachment.number;
            attachments.add(visit.number, attachment.received, std::move(content), {attachment.original}, stays);
        }
    }
}

}  // namespace ugoda
