// A salon for a test: a vault in a folder of its own, the samples, a clock that stands still.
#pragma once

#include <filesystem>
#include <string>

#include "base/files.h"
#include "support/fake_clock.h"
#include "support/temporary_folder.h"
#include "workflow/add_photos.h"
#include "workflow/check_vault.h"
#include "workflow/create_vault.h"
#include "workflow/issue_record.h"
#include "workflow/open_case.h"
#include "workflow/pull_trail.h"
#include "workflow/show_cases.h"

namespace ugoda {

inline std::filesystem::path sample(const std::string& name) {
    return std::filesystem::path(UGODA_SOURCE_DIR) / "samples" / name;
}

class Salon {
  public:
    explicit Salon(const std::string& salon_file = "salon-pl.toml")
        : place_{folder_ / "vault", {folder_ / "state", &clock_, nullptr}, find_resources(), ""} {
        std::filesystem::create_directory(folder_ / "out");
        made_ = create_vault(place_, sample(salon_file));
    }

    [[nodiscard]] const Workplace& place() const { return place_; }
    [[nodiscard]] FakeClock& clock() { return clock_; }
    [[nodiscard]] std::filesystem::path out() const { return folder_ / "out"; }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] const Findings& made() const { return made_; }

    /// Opens a sample case and returns its number.
    std::string open(const std::string& name) { return open_case(place_, sample(name)).number; }

    Issued issue(const std::string& form, const std::string& number, Json answers = Json::object()) {
        return issue_record(place_, {form, number, std::move(answers), ""}, {out(), false, "", "", ""});
    }

    /// The case file, changed, as a file of its own in the salon's folder.
    std::filesystem::path file_with(const std::string& name, const Json& content) {
        const std::filesystem::path file = folder_ / name;
        write_file_durably(file, content.dump(), 0600);
        return file;
    }

    [[nodiscard]] bool is_intact() const { return check_vault(place_).is_intact; }

  private:
    TemporaryFolder folder_;
    FakeClock clock_{{4083645600, 120}};  // 2099-05-28: after everything in the samples and on this disk
    Workplace place_;
    Findings made_;
};

}  // namespace ugoda
