#include <charconv>

#include "audit/event.h"
#include "audit/members.h"
#include "base/error.h"
#include "base/text.h"

namespace ugoda {

namespace {

// Written and read by hand, member by member in canonical order: reading headers is most of what
// verifying a large log does, and general JSON is eight times slower.

/// Reads what `Members` writes. It may take more for a header than is one: the caller compares.
class Scanner {
  public:
    explicit Scanner(std::string_view bytes) : rest_(bytes) {}

    /// True when `text` comes next; it is then behind us.
    bool skip(std::string_view text) {
        const bool is_next = rest_.starts_with(text);
        if (is_next) rest_.remove_prefix(text.size());
        return is_next;
    }
    std::string text() {
        const std::string_view token = quoted();
        if (token.find('\\') != std::string_view::npos)
            return parse_json(token, "header").get<std::string>();
        return std::string(token.substr(1, token.size() - 2));
    }
    Digest digest() {
        const std::string_view token = quoted();
        return digest_from_hex(token.substr(1, token.size() - 2)).value();
    }
    template <typename Number>
    Number number() {
        Number value = 0;
        const auto end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value).ptr;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

  private:
    /// The string that comes next, with its quotes.
    std::string_view quoted() {
        std::size_t end = 1;
        while (end < rest_.size() && rest_[end] != '"') end += rest_[end] == '\\' ? 2u : 1u;
        if (end >= rest_.size()) throw Error(Fault::input, "header", "ends too early", "");
        const std::string_view token = rest_.substr(0, end + 1);
        rest_.remove_prefix(end + 1);
        return token;
    }
    std::string_view rest_;
};

Header read_header(std::string_view bytes) {
    Scanner in(bytes);
    Header header;
    in.skip("{");
    header.behind = in.skip("\"behind\":true,");
    in.skip("\"boot\":");
    header.boot = in.text();
    std::optional<Digest> previous;
    if (in.skip(",\"case_prev\":")) previous = in.digest();
    if (in.skip(",\"case_seq\":")) header.in_case = CaseLink{in.number<std::uint64_t>(), previous};
    in.skip(",\"kind\":");
    header.kind = in.text();
    in.skip(",\"mono_ms\":");
    header.mono_ms = in.number<std::int64_t>();
    in.skip(",\"payload\":");
    header.payload = in.digest();
    in.skip(",\"seq\":");
    header.seq = in.number<std::uint64_t>();
    in.skip(",\"staff\":");
    header.staff = in.text();
    in.skip(",\"time\":");
    header.time = parse_rfc3339(in.text()).value();
    return header;
}

}  // namespace

std::string to_bytes(const Header& header) {
    Members members;
    if (header.behind) members.add_true("behind");
    members.add("boot", header.boot);
    if (header.in_case && header.in_case->previous)
        members.add("case_prev", to_hex(*header.in_case->previous));
    if (header.in_case) members.add("case_seq", static_cast<std::int64_t>(header.in_case->seq));
    members.add("kind", header.kind);
    members.add("mono_ms", header.mono_ms);
    members.add("payload", to_hex(header.payload));
    members.add("seq", static_cast<std::int64_t>(header.seq));
    members.add("staff", header.staff);
    members.add("time", to_rfc3339(header.time));
    members.add("v", 1);
    return members.take();
}

std::optional<Header> parse_header(std::string_view bytes) {
    if (!is_utf8(bytes)) return std::nullopt;
    try {
        Header header = read_header(bytes);
        // The one rule that refuses other members, spellings and orders alike.
        if (to_bytes(header) == bytes) return header;
    } catch (const Error&) {
    } catch (const Json::exception&) {
    } catch (const std::bad_optional_access&) {}
    return std::nullopt;
}

}  // namespace ugoda
