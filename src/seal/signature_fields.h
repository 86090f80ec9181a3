// The form of a sealed PDF: the seal's own field, and empty ones. Included by pdfa.cpp only: PoDoFo's
// types stay behind that door.
#pragma once

#include "seal/seal_room.h"

namespace PoDoFo {
class PdfMemDocument;
}

namespace ugoda {

/// A certifying signature (ISO 32000-1 §12.8.2.2) that allows signing the empty fields and nothing
/// else, with `room.mark` at the beginning of its /Contents and a /ByteRange yet to be filled in.
void add_signature_fields(PoDoFo::PdfMemDocument& document, const SealRoom& room);

}  // namespace ugoda
