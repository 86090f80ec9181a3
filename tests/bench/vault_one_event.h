// What it costs to log one event so that no power cut can lose it.
#pragma once

#include <filesystem>

#include "bench/table.h"

namespace ugoda::bench {

/// In a new vault in `parent`, which must lie on a real disk.
void measure_one_event(const std::filesystem::path& parent, Table& table);

}  // namespace ugoda::bench
