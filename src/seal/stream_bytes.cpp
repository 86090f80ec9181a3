#include "seal/stream_bytes.h"

#include <podofo/podofo.h>

#include "base/handle.h"

namespace ugoda {

namespace {

void release(char* bytes) { PoDoFo::podofo_free(bytes); }

}  // namespace

std::string stream_bytes(PoDoFo::PdfObject& object) {
    char* copy = nullptr;
    PoDoFo::pdf_long length = 0;
    object.GetStream()->GetFilteredCopy(&copy, &length);
    const Handle<char, release> owned{copy};
    return {copy, static_cast<std::size_t>(length)};
}

}  // namespace ugoda
