#include "picture/time_check.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace ugoda {

namespace {

constexpr std::int64_t hour = 3600;

/// From the earliest to the latest moment a claim can mean, seconds since 1970.
struct Span {
    std::int64_t earliest = 0, latest = 0;
};

std::optional<Span> moment(const std::optional<std::string>& rfc3339) {
    const auto instant = rfc3339 ? parse_rfc3339(*rfc3339) : std::nullopt;
    return instant ? std::optional(Span{instant->seconds, instant->seconds}) : std::nullopt;
}

std::optional<Span> camera_span(const PhotoTimes& times) {
    if (!times.camera) return std::nullopt;
    if (times.camera_offset) return moment(*times.camera + *times.camera_offset);
    const auto local = moment(*times.camera + "Z");
    return local ? std::optional(Span{local->earliest - 14 * hour, local->latest + 12 * hour})
                 : std::nullopt;
}

std::string camera_words(const PhotoTimes& times) {
    return *times.camera + times.camera_offset.value_or(" (time zone not known)");
}

constexpr auto set_clock = "find out which clock is wrong, and note it with the photograph";

}  // namespace

Findings check_times(const PhotoFacts& facts, Instant received, const std::string& name) {
    Findings findings;
    const PhotoTimes& times = facts.times;
    const auto contradict = [&](const std::string& what) {
        findings.push_back({name, what, set_clock});
    };
    const auto later_than_receipt = [&](const auto& span, const std::string& source,
                                        const auto& words) {
        if (span && span->earliest > received.seconds)
            contradict(source + " says " + words() + ", but the photograph was received at " +
                       to_rfc3339(received) + " already");
    };
    const auto camera = camera_span(times), gps = moment(times.gps);
    later_than_receipt(camera, "the camera", [&] { return camera_words(times); });
    later_than_receipt(gps, "GPS", [&] { return *times.gps; });
    later_than_receipt(moment(times.file), "the file", [&] { return *times.file; });
    if (camera && gps) {
        const auto apart = std::max(camera->earliest - gps->latest, gps->earliest - camera->latest);
        if (apart > 24 * hour)
            contradict("the camera says " + camera_words(times) + ", but GPS says " + *times.gps +
                       ", more than a day apart");
    }
    return findings;
}

Findings check_order(const PhotoFacts& before, const std::string& before_name,
                     const PhotoFacts& after, const std::string& after_name) {
    const auto first = camera_span(before.times), second = camera_span(after.times);
    if (!first || !second) return {};
    const bool one_unset_clock = !before.times.camera_offset && !after.times.camera_offset &&
                                 before.camera && before.camera == after.camera;
    const bool earlier =
        one_unset_clock ? second->earliest < first->earliest : second->latest < first->earliest;
    if (!earlier) return {};
    return {{after_name,
             "is said to be taken after, at " + camera_words(after.times) + ", but " + before_name +
                 ", taken before, says " + camera_words(before.times),
             "exchange the two sides if they were mixed up, else find out which clock is wrong"}};
}

}  // namespace ugoda
