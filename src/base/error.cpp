#include "base/error.h"

namespace ugoda {

Error::Error(Fault fault, std::string where, std::string what, std::string remedy)
    : std::runtime_error(where + ": " + what + (remedy.empty() ? "" : "; " + remedy)),
      fault_(fault),
      where_(std::move(where)),
      text_(std::move(what)),
      remedy_(std::move(remedy)) {}

}  // namespace ugoda
