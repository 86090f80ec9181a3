// Where in a dossier an object lies: photographs, attachments and records by the names that people
// know them by, everything else by its hash.
#pragma once

#include <map>
#include <string>

#include "dossier/contents.h"

namespace ugoda {

class ObjectPaths {
  public:
    explicit ObjectPaths(std::string case_number) : case_number_(std::move(case_number)) {}

    /// Never the same for two objects. The event's payload must be there.
    [[nodiscard]] std::string path_of(const DossierEvent& event, const ObjectRef& object);

  private:
    std::string case_number_;
    std::map<std::string, Digest> taken_;
};

}  // namespace ugoda
