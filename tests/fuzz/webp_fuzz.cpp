// WebP photographs, as the worker opens them.
#include "fuzz/risky_picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ugoda::fuzz::open_as_worker(ugoda::fuzz::text_of(data, size), "image/webp");
    return 0;
}
