// Where the parts of the verifier put what they find.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "base/error.h"
#include "base/finding.h"

namespace ugoda {

class Report {
  public:
    void damage(
        std::string where, std::string what,
        std::string remedy = "put the newest backup back and keep this folder for an expert") {
        findings_.push_back({std::move(where), std::move(what), std::move(remedy), Level::warning});
    }
    void note(std::string where, std::string what,
              std::string remedy = "nothing needs to be done") {
        findings_.push_back({std::move(where), std::move(what), std::move(remedy), Level::note});
    }

    /// Runs one part of the check; whatever stops it becomes damage. True when it ran to its end.
    template <typename Work>
    bool run(const std::string& where, Work work) {
        try {
            work();
            return true;
        } catch (const Error& e) {
            damage(e.where(), e.text(), e.remedy());
        } catch (const std::exception& e) {
            damage(where, std::string("could not be checked: ") + e.what());
        }
        return false;
    }

    [[nodiscard]] Findings take() { return std::move(findings_); }

  private:
    Findings findings_;
};

}  // namespace ugoda
