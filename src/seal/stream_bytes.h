// A PDF stream's decoded bytes. Included behind the door to PoDoFo only.
#pragma once

#include <string>

namespace PoDoFo {
class PdfObject;
}

namespace ugoda {

[[nodiscard]] std::string stream_bytes(PoDoFo::PdfObject& object);

}  // namespace ugoda
