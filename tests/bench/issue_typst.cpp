#include "bench/issue_typst.h"

#include <sstream>

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

const fs::path modules = fs::path(UGODA_SOURCE_DIR) / "build/typst";

/// The program's own, which are small: searching the system's would cost Typst more.
const fs::path fonts = fs::path(UGODA_BINARY_DIR) / "share/ugoda/fonts";

}  // namespace

bool Typst::is_installed() {
    return fs::is_directory(modules / "node_modules/@myriaddreamin/typst-ts-node-compiler");
}

Cost Typst::run() {
    Command command{"node", fs::path(UGODA_SOURCE_DIR) / "tests/bench/issue_typst.mjs", modules,
                    fonts, workspace_};
    command.insert(command.end(), names_.begin(), names_.end());
    const fs::path told = workspace_ / "told";
    const Cost cost = run_well(command, {{}, told, {}});
    note(contents_of(told));
    return cost;
}

/// "812.3 ms; pages 7 7"
void Typst::note(const std::string& told) {
    std::istringstream words(told);
    std::string word;
    words >> inner_ms_ >> word >> word;
    pages_.clear();
    for (int count = 0; words >> count;) pages_.push_back(count);
}

}  // namespace ugoda::bench
