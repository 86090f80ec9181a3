// The entries of a case file that name photographs and documents: are they usable?
#pragma once

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

/// `evidence`: attachments with number, kind, title, time, and a file or none.
[[nodiscard]] Findings check_evidence(const Json& evidence);

/// `photo_sheet.photos`: pictures with phase, time, and a file or none.
[[nodiscard]] Findings check_photos(const Json& photo_sheet);

}  // namespace ugoda
