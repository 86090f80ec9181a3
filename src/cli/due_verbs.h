// A line of the list of what is due, for whoever shows it.
#pragma once

#include <ostream>

#include "workflow/due.h"

namespace ugoda {

/// A deadline has a second line with its ground and what silence means.
void print_due(const DueItem& item, std::ostream& out);

}  // namespace ugoda
