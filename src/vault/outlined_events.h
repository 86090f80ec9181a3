// Every event of the log, outlined: taking events apart costs as much as reading them and all that
// follows, so it is done beside that, a batch ahead.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "vault/event_entry.h"
#include "vault/log_store.h"

namespace ugoda {

struct OutlinedEvent {
    StoredEvent stored;
    std::optional<EventOutline> event;
    std::exception_ptr damage;  ///< what `outline` threw, when there is no event
};

/// Shows them, oldest first, each good until the next. `visit` is called in this thread. What it
/// throws ends it.
void for_each_outlined(const LogStore& log, const std::function<void(const OutlinedEvent&)>& visit);

}  // namespace ugoda
