#include "casefile/photo.h"

namespace ugoda {

namespace {

void put(Json& object, const char* key, const std::optional<std::string>& value) {
    if (value) object[key] = *value;
}

std::optional<std::string> get(const Json& object, const char* key) {
    const std::string text = text_at(object, key);
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Json to_json(const PhotoFacts& facts) {
    Json times = Json::object();
    put(times, "camera", facts.times.camera);
    put(times, "camera_offset", facts.times.camera_offset);
    put(times, "gps", facts.times.gps);
    put(times, "file", facts.times.file);
    Json value = {{"media_type", facts.media_type}, {"bytes", facts.bytes},
                  {"width", facts.width},           {"height", facts.height},
                  {"orientation", facts.orientation}, {"times", times},
                  {"has_gps_position", facts.has_gps_position}};
    put(value, "camera", facts.camera);
    put(value, "software", facts.software);
    return value;
}

PhotoFacts photo_facts_from(const Json& value) {
    PhotoFacts facts;
    facts.media_type = text_at(value, "media_type");
    facts.bytes = value.value("bytes", std::uint64_t{0});
    facts.width = value.value("width", 0);
    facts.height = value.value("height", 0);
    facts.orientation = value.value("orientation", 1);
    facts.has_gps_position = value.value("has_gps_position", false);
    facts.camera = get(value, "camera");
    facts.software = get(value, "software");
    const Json times = value.value("times", Json::object());
    facts.times = {get(times, "camera"), get(times, "camera_offset"), get(times, "gps"), get(times, "file")};
    return facts;
}

}  // namespace ugoda
