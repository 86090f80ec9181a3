// How SQLite opens its rollback journal here: one that is there already is opened, not made. SQLite
// syncs the folder of every journal it might have made, and ours stays when it is emptied.
#pragma once

#include <string>

namespace ugoda {

/// The name of the VFS that does this and nothing else of its own.
[[nodiscard]] const std::string& journal_files();

}  // namespace ugoda
