// Makes libharu's Type0 fonts what PDF/A and other programs expect. Included by pdfa.cpp
// only: PoDoFo's types stay behind that door.
#pragma once

namespace PoDoFo {
class PdfMemDocument;
}

namespace ugoda {

/// libharu's ToUnicode map is unreadable for strict readers, CIDSet and CapHeight are missing,
/// widths and glyph map cover the whole font. All are written anew, for the characters used.
void repair_fonts(PoDoFo::PdfMemDocument& document);

}  // namespace ugoda
