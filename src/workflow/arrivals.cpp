#include "workflow/arrivals.h"

#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <future>
#include <set>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "intake/answers.h"
#include "picture/picture.h"
#include "picture/time_check.h"
#include "worker/client.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// Long side of a rendition: half a page's width at 300 dpi, with some to spare.
constexpr int rendition_px = 1200;

std::uint64_t limit(const Vault& vault, const char* name) {
    constexpr std::int64_t usual = 60, most = 1000;
    const std::int64_t set = number_at(vault.settings().value("limits", Json::object()), name);
    return static_cast<std::uint64_t>(set >= 1 && set <= most ? set : usual);
}

/// One file may be named a thousand times, so the sum has a limit too.
constexpr std::uintmax_t most_together = 512u << 20;

std::optional<std::string> modification_time(const fs::path& file, const Vault& vault) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return to_rfc3339(in_zone(status.st_mtim.tv_sec, text_at(vault.settings(), "time_zone")));
}

void copy_stated(Json& content, const Statement& stated, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (stated.contains(key) && !is_blank(stated.at(key))) content[key] = stated.at(key);
}

Findings check_stated_fingerprint(const Statement& stated, std::string_view bytes, const std::string& name) {
    const std::string claimed = text_at(stated, "sha256");
    if (claimed.empty() || claimed == to_hex(sha256(bytes))) return {};
    return {{name, "its fingerprint is not the one the case file states",
             "check that it is the right file; the program keeps the one it computed", Level::warning}};
}

/// The same minute on the camera's own dial or, where its zone is known, in any other.
bool is_camera_time(const PhotoTimes& times, const std::string& taken_at) {
    if (times.camera->substr(0, 16) == taken_at.substr(0, 16)) return true;
    const auto camera = parse_rfc3339(*times.camera + times.camera_offset.value_or("")), stated = parse_rfc3339(taken_at);
    return camera && stated && camera->seconds / 60 == stated->seconds / 60;
}

/// A statement "according to the camera" that the camera contradicts.
Findings check_stated_time(const Statement& stated, const PhotoFacts& facts, const std::string& name) {
    const std::string taken_at = with_seconds(text_at(stated, "taken_at"));
    if (taken_at.empty()) return {};
    const auto moment = parse_rfc3339(taken_at);
    if (!moment)
        return {{name, "the stated time '" + one_line(taken_at) + "' is not a moment",
                 "write it like 2026-03-02T17:08:25+01:00", Level::stop}};
    if (text_at(stated, "time_source") != "exif") return {};
    if (!facts.times.camera)
        return {{name, "the stated time is said to be the camera's, and the file holds no camera time",
                 "state the source as salon_clock or client_statement", Level::warning}};
    if (!is_camera_time(facts.times, taken_at))
        return {{name, "the stated time " + taken_at + " is not the camera's, " + *facts.times.camera,
                 "both are kept and printed; find out which is right", Level::warning}};
    return {};
}

Picture read_apart(std::string_view bytes, const std::string& name, const PictureLimits& limits, int long_side) {
    return read_picture_in_worker(bytes, name, limits, long_side);
}

void join(Arrivals& all, Arrivals one) {
    for (auto [from, to] : {std::pair{&one.photos, &all.photos}, std::pair{&one.attachments, &all.attachments}})
        for (Arrival& arrival : *from) {
            all.bytes += arrival.original.size();
            if (all.bytes <= most_together)
                to->push_back(std::move(arrival));
            else
                all.findings.push_back({text_at(arrival.content, "name"),
                                        "makes more than 512 MB together with the files before it",
                                        "bring the rest later, with ugoda attach or photo add", Level::stop});
        }
    append(all.findings, std::move(one.findings));
}

Json with_case(Json content, const std::string& case_number, int number) {
    content["case"] = case_number;
    content["number"] = number;
    return content;
}

/// Attachment numbers of a case: of files the vault holds, and of entries that only refer.
struct AttachmentNumbers {
    std::set<int> held, referred;

    /// The stated number unless another file has it, else the next after the highest.
    int take(const Json& content) {
        const int stated = static_cast<int>(number_at(content, "attachment_no"));
        const int last = std::max(held.empty() ? 0 : *held.rbegin(), referred.empty() ? 0 : *referred.rbegin());
        const int number = stated > 0 && !held.contains(stated) ? stated : last + 1;
        held.insert(number);
        return number;
    }
};

AttachmentNumbers attachment_numbers(const Vault& vault, const std::string& case_number) {
    AttachmentNumbers numbers;
    for (const AttachmentEntry& entry : vault.attachments(case_number)) numbers.held.insert(entry.number);
    for (const PhotoEntry& entry : vault.photos(case_number))
        numbers.held.insert(static_cast<int>(number_at(entry.content, "attachment_no")));
    if (const auto entry = vault.find_case(case_number))
        for (const Json& evidence : list_at(entry->sections, "evidence"))
            numbers.referred.insert(static_cast<int>(number_at(evidence, "attachment_no")));
    return numbers;
}

}  // namespace

Arrivals take_side_by_side(const std::vector<TakeWork>& works, const char* what, const Progress& progress) {
    const std::size_t width = std::clamp(std::thread::hardware_concurrency(), 1u, 4u);
    std::deque<std::future<Arrivals>> under_way;
    Arrivals all;
    for (std::size_t begun = 0, joined = 0; joined < works.size(); ++joined) {
        for (; begun < works.size() && under_way.size() < width; ++begun)
            under_way.push_back(std::async(std::launch::async, [&work = works[begun]] {
                Arrivals one;
                work(one);
                return one;
            }));
        join(all, under_way.front().get());
        under_way.pop_front();
        tell(progress, what, joined + 1, works.size());
    }
    return all;
}

void take_photo(Arrivals& arrivals, const fs::path& file, const Statement& stated, const Vault& vault,
                Instant received) try {
    const std::string name = one_line(file.filename().string());
    const PictureLimits limits{limit(vault, "photo_megabytes") << 20,
                               limit(vault, "photo_megapixels") * 1'000'000};
    Arrival arrival;
    arrival.original = read_file(file, limits.bytes, Fault::input);
    const auto read = needs_worker(media_type(arrival.original)) ? read_apart : read_picture;
    Picture picture = read(arrival.original, name, limits, rendition_px);
    picture.facts.times.file = modification_time(file, vault);
    append(picture.findings, check_times(picture.facts, received, name));
    append(picture.findings, check_stated_time(stated, picture.facts, name));
    append(picture.findings, check_stated_fingerprint(stated, arrival.original, name));
    Json told = Json::array();
    for (const Finding& finding : picture.findings)
        told.push_back({{"what", finding.what}, {"level", to_string(finding.level)}});
    const std::string phase = text_at(stated, "phase");
    arrival.content = {{"name", name},
                       {"phase", phase.empty() ? "after" : phase},
                       {"facts", to_json(picture.facts)},
                       {"rendition_size", {picture.rendition_width, picture.rendition_height}},
                       {"findings", told}};
    copy_stated(arrival.content, stated, {"taken_by", "photo_id", "attachment_no", "title"});
    if (!text_at(stated, "taken_at").empty()) {
        arrival.content["stated_at"] = with_seconds(text_at(stated, "taken_at"));
        arrival.content["stated_source"] = text_at(stated, "time_source");
    }
    arrival.rendition = std::move(picture.rendition);
    append(arrivals.findings, std::move(picture.findings));
    arrivals.photos.push_back(std::move(arrival));
} catch (const Error& error) {
    if (error.fault() != Fault::input) throw;
    arrivals.findings.push_back({error.where(), error.text(), error.remedy(), Level::stop});
}

void take_attachment(Arrivals& arrivals, const fs::path& file, const Statement& stated,
                     const Vault& vault) try {
    const std::string name = one_line(file.filename().string());
    Arrival arrival;
    arrival.original = read_file(file, limit(vault, "attachment_megabytes") << 20, Fault::input);
    if (arrival.original.empty())
        throw Error(Fault::input, name, "is empty", "bring the document itself");
    append(arrivals.findings, check_stated_fingerprint(stated, arrival.original, name));
    arrival.content = {{"name", name},
                       {"media_type", media_type(arrival.original)},
                       {"bytes", arrival.original.size()}};
    if (const auto time = modification_time(file, vault)) arrival.content["file_time"] = *time;
    copy_stated(arrival.content, stated,
                {"attachment_kind", "attachment_title", "author", "made_at", "time_source",
                 "page_count", "contains_health_data", "attachment_no"});
    if (arrival.content.contains("made_at"))
        arrival.content["made_at"] = with_seconds(text_at(arrival.content, "made_at"));
    arrivals.attachments.push_back(std::move(arrival));
} catch (const Error& error) {
    if (error.fault() != Fault::input) throw;
    arrivals.findings.push_back({error.where(), error.text(), error.remedy(), Level::stop});
}

Findings compare_phases(const Vault& vault, const std::string& case_number, const Arrivals& arrivals) {
    std::vector<Json> contents;
    for (const Arrival& arrival : arrivals.photos) contents.push_back(arrival.content);
    const std::size_t arrived = contents.size();
    if (!case_number.empty())
        for (const PhotoEntry& entry : vault.photos(case_number)) contents.push_back(entry.content);
    Findings findings;
    for (std::size_t i = 0; i < contents.size(); ++i)
        for (std::size_t j = 0; j < contents.size(); ++j) {
            const Json &before = contents[i], &after = contents[j];
            const bool is_new = i < arrived || j < arrived;
            if (is_new && text_at(before, "phase") == "before" && text_at(after, "phase") == "after")
                append(findings, check_order(photo_facts_from(before.at("facts")), text_at(before, "name"),
                                             photo_facts_from(after.at("facts")), text_at(after, "name")));
        }
    return findings;
}

Findings check_used_before(const Vault& vault, const Arrivals& arrivals, const std::vector<std::string>& visits) {
    Findings findings;
    for (std::size_t i = 0; i < arrivals.photos.size(); ++i) {
        const Arrival& photo = arrivals.photos[i];
        const std::string name = text_at(photo.content, "name");
        const auto tell = [&](const std::string& what) {
            findings.push_back({name, "is the same file as " + what, "check that the right one was chosen",
                                Level::warning});
        };
        for (std::size_t j = 0; j < i; ++j)
            if (arrivals.photos[j].original == photo.original) tell(text_at(arrivals.photos[j].content, "name"));
        for (const auto& [case_number, number] : vault.photos_of(sha256(photo.original)))
            if (std::find(visits.begin(), visits.end(), case_number) == visits.end())
                tell("photograph " + std::to_string(number) + " of " + called(case_number));
    }
    return findings;
}

void store_objects(Vault& vault, Arrivals& arrivals, const Progress& progress) {
    const std::size_t total = arrivals.photos.size() + arrivals.attachments.size();
    std::size_t done = 0;
    for (auto* group : {&arrivals.photos, &arrivals.attachments})
        for (Arrival& arrival : *group) {
            if (!arrival.objects.empty()) continue;
            arrival.objects.push_back(vault.put(arrival.original, "original"));
            if (!arrival.rendition.empty())
                arrival.objects.push_back(vault.put(arrival.rendition, "rendition"));
            tell(progress, "files stored", ++done, total);
        }
}

void log_arrivals(Vault& vault, Writer& writer, const std::string& case_number,
                  const Arrivals& arrivals, const std::string& staff) {
    AttachmentNumbers numbers = attachment_numbers(vault, case_number);
    int number = static_cast<int>(vault.photos(case_number).size());
    for (const Arrival& photo : arrivals.photos) {
        Json content = with_case(photo.content, case_number, ++number);
        content["attachment_no"] = numbers.take(photo.content);
        writer.append({"photo.added", case_number, content, photo.objects, staff});
    }
    for (const Arrival& attachment : arrivals.attachments) {
        const int own = numbers.take(attachment.content);
        writer.append({"attachment.added", case_number, with_case(attachment.content, case_number, own),
                       attachment.objects, staff});
    }
}

}  // namespace ugoda
