// A paper of the program's own, such as the trail: laid out like a record, and no record. It has no
// number, no copies and no code on its pages; what it says is in forms/papers and the templates.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/resources.h"
#include "document/compose.h"
#include "document/locale.h"

namespace ugoda {

struct Paper {
    Form form;      ///< what it prints, forms/papers/NAME.json
    Locale locale;  ///< its labels and those of templates/<locale>/NAME.json, which go first
    Json own;       ///< NAME.json of that locale
    std::string template_source;
    std::filesystem::path template_file;
};

/// Throws Error(Fault::input) for a locale that does not exist, Error(Fault::wording) for a file
/// that cannot be used.
[[nodiscard]] Paper load_paper(const Resources& resources, const std::string& name, const std::string& locale);

/// What is on a paper beside its answers.
struct PaperContent {
    Json answers = Json::object();
    std::vector<PrintedPhoto> photos{};
    std::vector<PrintedAttachment> attachments{};
    std::vector<std::string> images{};  ///< JPEG renditions that photos index
    std::string checkpoint{}, key_fingerprint{};
    PageFrame frame{};
    std::string title{};  ///< of the file
    Instant made{};
};

/// PDF/A-1b. The same arguments give the same bytes.
[[nodiscard]] std::string make_paper(const Paper& paper, const PaperContent& content, const Resources& resources);

}  // namespace ugoda
