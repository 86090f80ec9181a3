#include "worker/picture_job.h"

#include "base/error.h"
#include "base/json_values.h"

namespace ugoda {

namespace {

Json to_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back({{"where", finding.where},
                        {"what", finding.what},
                        {"remedy", finding.remedy},
                        {"level", static_cast<int>(finding.level)}});
    return list;
}

Findings findings_from(const Json& list) {
    Findings findings;
    for (const Json& finding : list) {
        const auto level = static_cast<Level>(number_at(finding, "level"));
        if (level != Level::note && level != Level::warning) continue;  // a stop would be an error
        findings.push_back({text_at(finding, "where"), text_at(finding, "what"),
                            text_at(finding, "remedy"), level});
    }
    return findings;
}

bool can_be_true(const Picture& picture) {
    constexpr int widest = 1 << 20;
    const auto is_length = [](int pixels) { return pixels > 0 && pixels <= widest; };
    return is_length(picture.facts.width) && is_length(picture.facts.height) &&
           is_length(picture.rendition_width) && is_length(picture.rendition_height) &&
           media_type(picture.rendition) == "image/jpeg";
}

}  // namespace

Json to_json(const PictureJob& job) {
    return {{"job", "picture"},
            {"name", job.name},
            {"bytes", job.limits.bytes},
            {"pixels", job.limits.pixels},
            {"long_side", job.long_side}};
}

PictureJob picture_job_from(const Json& request) {
    PictureJob job{text_at(request, "name"),
                   {static_cast<std::uint64_t>(number_at(request, "bytes")),
                    static_cast<std::uint64_t>(number_at(request, "pixels"))},
                   static_cast<int>(number_at(request, "long_side"))};
    if (text_at(request, "job") != "picture" || job.long_side <= 0)
        throw Error(Fault::internal, "worker", "was asked for something it does not know",
                    "report this");
    return job;
}

Message to_answer(Picture picture) {
    return {{{"done",
              {{"facts", to_json(picture.facts)},
               {"rendition_size", {picture.rendition_width, picture.rendition_height}},
               {"findings", to_json(picture.findings)}}}},
            std::move(picture.rendition)};
}

std::optional<Picture> picture_from(Message answer) try {
    const Json& done = answer.json.at("done");
    Picture picture;
    picture.facts = photo_facts_from(done.at("facts"));
    picture.rendition_width = done.at("rendition_size").at(0).get<int>();
    picture.rendition_height = done.at("rendition_size").at(1).get<int>();
    picture.findings = findings_from(list_at(done, "findings"));
    picture.rendition = std::move(answer.bytes);
    return can_be_true(picture) ? std::optional(std::move(picture)) : std::nullopt;
} catch (const Json::exception&) {
    return std::nullopt;
}

}  // namespace ugoda
