#include "audit/tlog_proof.h"

#include <algorithm>
#include <charconv>

#include "audit/checkpoint.h"
#include "base/base64.h"

namespace ugoda {

namespace {

constexpr std::string_view inclusion_name = "c2sp.org/tlog-proof@v1\n", consistency_name = "ugoda/consistency@v1\n";
/// More hashes than a log of 2^64 events can ask for.
constexpr std::size_t most_hashes = 128;

std::string hash_lines(const Proof& path) {
    std::string lines;
    for (const Digest& hash : path) lines += to_base64(bytes_of(hash)) + "\n";
    return lines;
}

/// Lines taken off the front of a text; whatever is odd is found when the text is written again.
class Lines {
  public:
    explicit Lines(std::string_view text) : rest_(text) {}

    bool skip(std::string_view literal) {
        if (!rest_.starts_with(literal)) return false;
        rest_.remove_prefix(literal.size());
        return true;
    }
    [[nodiscard]] std::optional<std::uint64_t> number_line(std::string_view name) {
        if (!skip(name)) return std::nullopt;
        std::uint64_t number = 0;
        const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (failed != std::errc()) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return skip("\n") ? std::optional(number) : std::nullopt;
    }
    /// Up to the end or an empty line, which stays.
    [[nodiscard]] std::optional<Proof> hashes() {
        Proof path;
        while (!rest_.empty() && rest_.front() != '\n') {
            const auto end = rest_.find('\n');
            const auto bytes = from_base64(rest_.substr(0, end));
            Digest hash{};
            if (end == std::string_view::npos || !bytes || bytes->size() != hash.size() || path.size() == most_hashes)
                return std::nullopt;
            std::copy(bytes->begin(), bytes->end(), hash.begin());
            path.push_back(hash);
            rest_.remove_prefix(end + 1);
        }
        return path;
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }

  private:
    std::string_view rest_;
};

}  // namespace

std::string to_text(const TlogProof& proof) {
    return std::string(inclusion_name) + "index " + std::to_string(proof.index) + "\n" + hash_lines(proof.path) + "\n" +
           proof.checkpoint;
}

std::optional<TlogProof> parse_tlog_proof(std::string_view text) {
    Lines lines(text);
    if (!lines.skip(inclusion_name)) return std::nullopt;
    const auto index = lines.number_line("index ");
    auto path = index ? lines.hashes() : std::nullopt;
    if (!path || !lines.skip("\n") || !parse_checkpoint(lines.rest())) return std::nullopt;
    TlogProof proof{*index, std::move(*path), std::string(lines.rest())};
    return to_text(proof) == text ? std::optional(std::move(proof)) : std::nullopt;
}

std::string to_text(const ConsistencyText& proof) {
    return std::string(consistency_name) + "old " + std::to_string(proof.before) + "\nnew " +
           std::to_string(proof.now) + "\n" + hash_lines(proof.path);
}

std::optional<ConsistencyText> parse_consistency(std::string_view text) {
    Lines lines(text);
    if (!lines.skip(consistency_name)) return std::nullopt;
    const auto before = lines.number_line("old ");
    const auto now = before ? lines.number_line("new ") : std::nullopt;
    auto path = now ? lines.hashes() : std::nullopt;
    if (!path) return std::nullopt;
    ConsistencyText proof{*before, *now, std::move(*path)};
    return to_text(proof) == text ? std::optional(std::move(proof)) : std::nullopt;
}

}  // namespace ugoda
