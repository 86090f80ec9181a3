// What one case or visit holds of its client, sorted into what is theirs to know and what is not.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "workflow/workplace.h"

namespace ugoda {

struct AccessFile {
    std::string name;  ///< below the folder that is handed over
    Digest object;
};

struct AccessData {
    Json told = Json::object();  ///< number, opened, closed, sections, records, photographs, documents, notes, recipients, read
    std::vector<AccessFile> files;
    std::vector<std::string> left_out;
};

/// `internal`: names of forms and sections that are for the salon only.
[[nodiscard]] AccessData access_data(const Vault& vault, const std::string& number, const std::set<std::string>& internal);

/// Of all forms.
[[nodiscard]] std::set<std::string> internal_names(const Resources& resources);

}  // namespace ugoda
