// A whole dossier, of any files: the input is files, each a line with its path and then its bytes up to
// the next 0xFF.
#include <algorithm>
#include <utility>

#include "dossier/verify_dossier.h"
#include "fuzz/contract.h"

namespace {

class Fuzzed final : public ugoda::BagSource {
  public:
    explicit Fuzzed(std::string_view input) : rest_(input) {}
    std::optional<Entry> next() override {
        if (rest_.empty()) return std::nullopt;
        std::string_view file = rest_.substr(0, rest_.find('\xFF'));
        rest_.remove_prefix(std::min(rest_.size(), file.size() + 1));
        const auto line = file.find('\n');
        bytes_ = line == std::string_view::npos ? std::string_view() : file.substr(line + 1);
        return Entry{std::string(file.substr(0, line)), true};
    }
    std::string_view read() override { return std::exchange(bytes_, {}); }

  private:
    std::string_view rest_, bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    fuzz::must_end_well([&] {
        Fuzzed bag(fuzz::text_of(data, size));
        // Nobody has a key whose signature over a made-up statement would be good.
        const DossierReport report = verify_dossier(bag, {"ugoda/000000000000\n1\n", {}, {}, {}});
        fuzz::must(!report.is_intact());
    });
    return 0;
}
