// Where in a dossier an object lies: photographs, attachments and records by the names that people
// know them by, everything else by its hash.
#pragma once

#include <map>
#include <string>

#include "dossier/contents.h"

namespace ugoda {

/// What an object of a `timestamp.token` is called beside its checkpoint; empty: it is not there.
[[nodiscard]] std::string token_file(const std::string& role);

class ObjectPaths {
  public:
    explicit ObjectPaths(std::string case_number) : case_number_(std::move(case_number)) {}

    /// Never the same for two objects. The event's payload must be there.
    [[nodiscard]] std::string path_of(const DossierEvent& event, const ObjectRef& object);

  private:
    [[nodiscard]] std::string named(const DossierEvent& event, const std::string& role);

    std::string case_number_;
    int seals_ = 0;
    std::map<std::string, Digest> taken_;
};

}  // namespace ugoda
