// What goes through the pipes between the program and its worker, one message each way:
//
//   message := "UGW1" json-size:32 bytes-size:64 json bytes        numbers big-endian
//
// request: {"job": "picture", …} and the file's bytes. answer: {"done": …} and bytes, or
// {"error": {"fault", "where", "what", "remedy"}}. Both ends are of one build: no versions
// to agree on, only a mark that says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace ugoda {

struct Message {
    Json json = Json::object();
    std::string bytes;
};

/// Beyond these an answer is not read: a worker taken over may say anything.
struct MessageLimits {
    std::uint64_t json = 1u << 20, bytes = 64u << 20;
};

[[nodiscard]] std::string message_head(std::uint64_t json_size, std::uint64_t bytes_size);
constexpr std::size_t message_head_size = 16;

/// Nothing unless `text` is exactly one message within the limits.
[[nodiscard]] std::optional<Message> parse_message(std::string_view text,
                                                   const MessageLimits& limits);

}  // namespace ugoda
