// SQLite's exceptions made ours: every call into the index goes through here.
#pragma once

#include <string>

namespace ugoda {

/// For catch blocks: throws the exception in flight, as an Error in plain words if it is SQLite's.
[[noreturn]] void rethrow_translated(const std::string& where);

/// Runs `work`; what SQLite throws out of it becomes an Error at `where`.
template <typename Work>
auto in_storage(const std::string& where, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (...) {
        rethrow_translated(where);
    }
}

}  // namespace ugoda
