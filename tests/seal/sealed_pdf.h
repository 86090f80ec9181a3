// Sealed papers for tests: a small one of a page, a seal, and what tools of the system say of them.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "document/pages.h"
#include "document/sample_documents.h"
#include "seal/pdf_hole.h"
#include "seal/sealing.h"

namespace ugoda::testing {

inline const PdfaOptions archive{"pl-PL", UGODA_BINARY_DIR "/share/ugoda/sRGB.icc"};

/// 2026-03-12T17:30:05+01:00, which is when the papers here are sealed.
constexpr std::int64_t sealed_at = 1773333005;
constexpr const char* sealed_moment = "2026-03-12T17:30:05+01:00";

/// Made a day before.
[[nodiscard]] inline const SealPem& made() {
    static const SealPem pem = make_seal("Studio „Jaśmin” & Synowie", sealed_at - 86400);
    return pem;
}

[[nodiscard]] inline std::string plain_paper() { return write_pdf({Page{}}, fonts(), {}, info()); }

/// A page of nothing, sealed: about 12 kB.
[[nodiscard]] inline std::string small_paper(const SealPem& pem = made(), const Timestamper& timestamper = {}) {
    const Seal seal(pem, "seal");
    return sealed(plain_paper(), archive, {seal, "Studio „Jaśmin”", sealed_moment, {{"salon", 1, 56, 244, 256, 304}, {"client"}}, timestamper});
}

/// What a command prints, both streams.
[[nodiscard]] inline std::string said(const std::string& command) {
    const std::string into = file_with("", "said.txt");
    (void)run(command + " > " + into + " 2>&1");
    return read_file(into, 1u << 20, Fault::internal);
}

}  // namespace ugoda::testing
