#include "picture/editors.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ugoda {

namespace {

// Compared in lower case, anywhere in the value.
constexpr std::array editors = {
    "acdsee",       "adobe",           "affinity",    "airbrush",   "beautycam",
    "beautyplus",   "canva",           "capture one", "corel",      "darktable",
    "facetune",     "faceapp",         "fotor",       "gimp",       "imagemagick",
    "instagram",    "irfanview",       "krita",       "lightroom",  "luminar",
    "meitu",        "microsoft photo", "paint",       "perfect365", "photodirector",
    "photo editor", "photolab",        "photopea",    "photoscape", "photoshop",
    "picasa",       "picsart",         "pixelmator",  "pixlr",      "polarr",
    "rawtherapee",  "remini",          "retouch",     "snapseed",   "vsco",
    "xnview",       "youcam",
};

}  // namespace

bool is_editor(const std::string& software) {
    const std::string name = folded(software);
    return std::ranges::any_of(
        editors, [&](const char* editor) { return name.find(editor) != std::string::npos; });
}

}  // namespace ugoda
