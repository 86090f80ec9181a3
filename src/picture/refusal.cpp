#include "picture/refusal.h"

#include <array>

namespace ugoda {

namespace {

struct Kind {
    std::string_view media_type, is, remedy;
};

constexpr std::string_view save = "save or export it as JPEG and keep the original";
constexpr std::string_view choose = "choose the photograph itself: JPEG, PNG, HEIC, WebP or TIFF";
constexpr std::string_view attach = "file it as an attachment, or choose the photograph itself";

constexpr std::array kinds = {
    Kind{"image/avif", "is an AVIF picture", save},
    Kind{"image/x-raw", "is a raw camera file", save},
    Kind{"image/gif", "is a GIF picture", save},
    Kind{"video/mp4", "is a video", "choose a photograph, or export one frame as JPEG"},
    Kind{"video/quicktime", "is a video", "choose a photograph, or export one frame as JPEG"},
    Kind{"application/pdf", "is a PDF document", attach},
    Kind{"application/zip", "is a ZIP archive or an office document", attach},
    Kind{"text/plain", "is text, not a picture", choose},
};

}  // namespace

Error not_a_photograph(const std::string& name, std::string_view media_type) {
    for (const Kind& kind : kinds)
        if (kind.media_type == media_type)
            return {Fault::input, name, std::string(kind.is), std::string(kind.remedy)};
    return {Fault::input, name, "is not a picture this program knows", std::string(choose)};
}

Error damaged_picture(const std::string& name, std::string_view what) {
    return {Fault::input, name, "cannot be shown: " + std::string(what),
            "get the file again from the camera or telephone it came from"};
}

}  // namespace ugoda
