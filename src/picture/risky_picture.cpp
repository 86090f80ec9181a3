#include <cassert>

#include "picture/finish.h"
#include "picture/heif.h"
#include "picture/picture.h"
#include "picture/refusal.h"
#include "picture/tiff.h"
#include "picture/webp.h"

namespace ugoda {

Picture read_risky_picture(std::string_view bytes, const std::string& name,
                           const PictureLimits& limits, int long_side) {
    assert(long_side > 0);
    hold_to_limits(bytes, name, limits);
    const std::string type = media_type(bytes);
    if (!needs_worker(type)) throw not_a_photograph(name, type);
    const auto decode = type == "image/webp"   ? decode_webp
                        : type == "image/tiff" ? decode_tiff
                                               : decode_heif;
    return finished(decode(bytes, name, limits), bytes, name, long_side);
}

}  // namespace ugoda
