// `ugoda photo add` and `ugoda attach`: files for a case that is open already.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

struct NewPhoto {
    std::filesystem::path file;
    std::string phase;  ///< before, after, followup
};

struct AddedFiles {
    /// `{"number", "file", "attachment_no", "sha256"}` of each; empty: nothing was done.
    Json added = Json::array();
    Findings findings;
};

/// All or none. The same bytes twice, in this or another case, is a warning.
[[nodiscard]] AddedFiles add_photos(const Workplace& workplace, const std::string& case_number,
                                    const std::vector<NewPhoto>& photos);

/// `stated` has the members of an evidence entry: attachment_kind, attachment_title, made_at,
/// time_source, author, page_count.
[[nodiscard]] AddedFiles attach_document(const Workplace& workplace, const std::string& case_number,
                                         const std::filesystem::path& file, const Json& stated);

}  // namespace ugoda
