// A canonical JSON object (RFC 8785) written member by member, by hand, in the order of names that
// the caller keeps: building general JSON to write it costs eight times as much.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"

namespace ugoda {

class Members {
  public:
    Members() { out_.reserve(512); }

    void add(const char* name, std::string_view text) {
        begin(name);
        if (std::all_of(text.begin(), text.end(), stands_for_itself)) {
            out_ += '"';
            out_ += text;
            out_ += '"';
        } else {
            out_ += canonical_json(std::string(text));
        }
    }
    void add(const char* name, std::int64_t number) {
        begin(name);
        if (number > largest || number < -largest) {
            out_ += canonical_json(number);
            return;
        }
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        out_.append(digits, end);
    }
    void add_true(const char* name) {
        begin(name);
        out_ += "true";
    }
    [[nodiscard]] std::string take() {
        out_ += '}';
        return std::move(out_);
    }

  private:
    /// From here on JSON's numbers, which are doubles, skip integers.
    static constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;

    static bool stands_for_itself(char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
    }
    void begin(const char* name) {
        out_ += out_.empty() ? "{\"" : ",\"";
        out_ += name;
        out_ += "\":";
    }
    std::string out_;
};

}  // namespace ugoda
