// ugoda-seal.so, which seal/sealing.h loads: C++ but for the name by which it is found.
#include "seal/sealing.h"

extern "C" std::string ugoda_to_pdfa(std::string_view pdf, const ugoda::PdfaOptions& options) {
    return ugoda::to_pdfa(pdf, options);
}
