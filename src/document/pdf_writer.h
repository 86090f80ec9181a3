// The only door to libharu: pages to PDF bytes. The same pages give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "document/fonts.h"
#include "document/page.h"

namespace ugoda {

/// The PDF's information dictionary. Two documents with equal information get the same
/// /ID: the title carries record, version and copy.
struct DocumentInfo {
    std::string title;
    std::string author;   ///< the salon
    std::string subject;
    Instant created;
};

/// `images` are JPEG bytes (baseline or progressive, grey or RGB, upright, without
/// metadata) that ImageMarks index. Throws Error(Fault::internal) when libharu refuses.
[[nodiscard]] std::string write_pdf(const std::vector<Page>& pages, const FontSet& fonts,
                                    const std::vector<std::string>& images, const DocumentInfo& info);

}  // namespace ugoda
