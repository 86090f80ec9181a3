// A person at the command line of a small vault with one case, and what must be true after
// the program has refused something: one clear line for each thing wrong, the right exit code,
// and the vault as it was.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "support/fake_clock.h"
#include "support/temporary_folder.h"

namespace ugoda::test {

using Words = std::vector<std::string>;

struct Outcome {
    int code = 0;
    std::string out, err;
};

/// Path below a folder to the file's bytes.
using Snapshot = std::map<std::string, std::string>;
[[nodiscard]] Snapshot snapshot_of(const std::filesystem::path& folder);

class Shell {
  public:
    /// The vault holds case 2099-0001, which is the sample pl-hair without its files.
    Shell();

    /// Runs a verb as it stands.
    [[nodiscard]] Outcome run(Words words);
    /// Runs it in the vault.
    [[nodiscard]] Outcome in_vault(Words words);

    /// `in_vault(words)` is refused: see the opening comment. `says` stands in what it tells.
    void refuses(const Words& words, int code, const std::string& says);
    /// The vault is intact; how many events it has.
    std::uint64_t check_intact();
    /// The same, and it has so many; the vault's beginning and the seal made with it count as one.
    void check_intact(std::uint64_t events);

    /// A file in the folder beside the vault; its path.
    std::string file(const std::string& name, const std::string& bytes) const;
    std::string json_file(const std::string& name, const Json& value) const {
        return file(name, value.dump());
    }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::string vault() const { return folder_ / "vault"; }
    [[nodiscard]] std::string state() const { return folder_ / "state/ugoda"; }

    FakeClock clock{{4083645600, 120}};  ///< 2099-05-28: after everything in the samples

  private:
    TemporaryFolder folder_;
};

/// One line or more, each `ugoda: WHERE: WHAT; WHAT TO DO`, that cannot steer a terminal.
void check_clear(const std::string& lines);

[[nodiscard]] std::string sample(const std::string& name);
/// A sample case without photographs and documents.
[[nodiscard]] Json sample_case(const std::string& name);

}  // namespace ugoda::test
