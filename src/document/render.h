// One copy of one record, from template and answers to PDF bytes (not yet PDF/A).
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "document/compose.h"
#include "document/pdf_writer.h"
#include "document/typeset.h"

namespace ugoda {

struct Rendered {
    std::string pdf;
    LayoutMap map;
    DocumentInfo info;
    std::vector<ClauseUse> clauses;
    Findings findings;
};

/// Composes and sets until the printed number of pages is the real one. `images` are JPEG
/// bytes, `code` (none on a draft) needs no page numbers yet.
[[nodiscard]] Rendered render(const std::string& template_source, const Locale& locale,
                              Composition what, const FontSet& fonts,
                              const std::vector<std::string>& images,
                              const std::optional<PageCode>& code);

}  // namespace ugoda
