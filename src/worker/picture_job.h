// The job "picture" as it goes through the pipes: what is asked, and a Picture as an answer.
#pragma once

#include <optional>
#include <string>

#include "picture/picture.h"
#include "worker/message.h"

namespace ugoda {

struct PictureJob {
    std::string name;
    PictureLimits limits;
    int long_side = 0;
};

[[nodiscard]] Json to_json(const PictureJob& job);
/// Throws Error(Fault::internal) when it is none.
[[nodiscard]] PictureJob picture_job_from(const Json& request);

[[nodiscard]] Message to_answer(Picture picture);
/// Nothing unless it is such an answer and its numbers can be true.
[[nodiscard]] std::optional<Picture> picture_from(Message answer);

}  // namespace ugoda
