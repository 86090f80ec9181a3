// For whom a dossier is, and what that reader is not given: staff-internal records, health data that the
// complaint is not about. Which those are, the forms say (`internal`, `health`).
#pragma once

#include <map>
#include <set>
#include <string>

#include "dossier/contents.h"
#include "workflow/workplace.h"

namespace ugoda {

class DossierReader {
  public:
    /// insurer, court or client; complete: of nobody in particular, everything. Throws
    /// Error(Fault::usage) for another.
    DossierReader(const Resources& resources, const std::string& reader);

    /// What of the event is withheld, and the excerpt that stands in its place; nothing: all is given.
    [[nodiscard]] std::optional<LeftOut> withheld(const Header& header, const Json& content) const;

  private:
    [[nodiscard]] std::string reason_of_record(const Json& content) const;
    [[nodiscard]] std::string reason_of_file(const Json& content) const;

    std::map<std::string, std::string> forms_, prefixes_, sections_;  ///< names, and why they are withheld
    std::set<std::string> known_forms_;
    bool is_health_withheld_ = false, is_all_given_ = false;
};

}  // namespace ugoda
