// The command line as a shell would call it, in this process, with a vault of its own.
#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "cli/program.h"
#include "support/temporary_folder.h"

namespace ugoda {

struct Outcome {
    int code;
    std::string out, err;
};

/// Runs verbs as a shell would, with a vault and a state folder of its own.
class Shell {
  public:
    const Clock* clock = nullptr;
    Watcher watcher = Watcher::nobody;

    Outcome run(std::vector<std::string> arguments) {
        std::ostringstream out, err;
        const int code = run_program(std::move(arguments), out, err, {folder_ / "state/ugoda", clock, nullptr}, watcher);
        return {code, out.str(), err.str()};
    }
    Outcome in_vault(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--vault", vault()});
        return run(std::move(arguments));
    }
    Outcome init() { return run({"init", vault(), "--salon", sample("salon-pl.toml")}); }
    [[nodiscard]] std::string vault() const { return folder_ / "vault"; }
    [[nodiscard]] std::string folder() const { return folder_.path(); }
    [[nodiscard]] static std::string sample(const std::string& name) {
        return std::string(UGODA_SOURCE_DIR) + "/samples/" + name;
    }

  private:
    TemporaryFolder folder_;
};

inline std::string opened_case(Shell& shell) {
    (void)shell.init();
    return parse_json(shell.in_vault({"case", "open", Shell::sample("pl-hair.json"), "--json"}).out, "out").at("case");
}

}  // namespace ugoda
