#include "bench/salon.h"

#include <regex>
#include <stdexcept>

namespace ugoda::bench {

namespace fs = std::filesystem;

namespace {

const fs::path samples = fs::path(UGODA_SOURCE_DIR) / "samples";

void replace(const fs::path& there, const fs::path& by) {
    fs::remove_all(there);
    fs::copy(by, there, fs::copy_options::recursive);
}

Command of_program(const Command& words) {
    Command command{UGODA_PROGRAM};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

}  // namespace

Salon::Salon() {
    fs::create_directories(folder_ / "now");
    (void)run({"init", folder_ / "now/vault", "--salon", samples / "salon-pl.toml"});
}

std::vector<std::string> Salon::variables() const {
    return {"UGODA_VAULT=" + (folder_ / "now/vault").string(),
            "XDG_STATE_HOME=" + (folder_ / "now/state").string()};
}

Cost Salon::run(const Command& words) const {
    return run_well(of_program(words), {variables(), {}, {}}, 1);
}

std::string Salon::output_of(const Command& words) const {
    return bench::output_of(of_program(words), variables());
}

std::string Salon::last_case() const {
    const std::string list = output_of({"case", "list"});
    const std::regex number("\\d{4}-\\d{4}");
    std::string last;
    for (std::sregex_iterator at(list.begin(), list.end(), number), end; at != end; ++at)
        last = at->str();
    if (last.empty()) throw std::runtime_error("there is no case in the vault");
    return last;
}

void Salon::keep(const std::string& name) const { replace(folder_ / name, folder_ / "now"); }
void Salon::restore(const std::string& name) const { replace(folder_ / "now", folder_ / name); }

fs::path Salon::fresh_folder(const std::string& name) const {
    const fs::path path = folder_ / name;
    fs::remove_all(path);
    fs::create_directory(path);
    return path;
}

void draw_photograph(const fs::path& file, int width, int height, int seed) {
    (void)run_well({fs::path(UGODA_BINARY_DIR) / "draw_photograph", file, std::to_string(width),
                    std::to_string(height), std::to_string(seed)});
}

}  // namespace ugoda::bench
