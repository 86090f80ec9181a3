#include "worker/message.h"

#include "base/error.h"

namespace ugoda {

namespace {

constexpr std::string_view mark = "UGW1";

std::string big_endian(std::uint64_t number, int size) {
    std::string text;
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        text += static_cast<char>(number >> shift & 0xFF);
    return text;
}

std::uint64_t number_in(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

}  // namespace

std::string message_head(std::uint64_t json_size, std::uint64_t bytes_size) {
    return std::string(mark) + big_endian(json_size, 4) + big_endian(bytes_size, 8);
}

std::optional<Message> parse_message(std::string_view text, const MessageLimits& limits) try {
    if (text.size() < message_head_size || !text.starts_with(mark)) return std::nullopt;
    const std::uint64_t json_size = number_in(text.substr(4, 4)),
                        bytes_size = number_in(text.substr(8, 8));
    text.remove_prefix(message_head_size);
    if (json_size > limits.json || bytes_size > limits.bytes ||
        text.size() != json_size + bytes_size)
        return std::nullopt;
    Message message{parse_json(text.substr(0, json_size), "message"),
                    std::string(text.substr(json_size))};
    return message.json.is_object() ? std::optional(std::move(message)) : std::nullopt;
} catch (const Error&) {
    return std::nullopt;
}

}  // namespace ugoda
