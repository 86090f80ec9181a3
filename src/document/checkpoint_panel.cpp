// The witness on the last page, and how long codes and moments are printed:
// checkpoint_blocks() and its neighbours of document/directives.h.
#include <sstream>

#include "base/error.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

std::string in_groups(const std::string& code, std::size_t size) {
    std::string text;
    for (std::size_t at = 0; at < code.size(); at += size)
        text += (at == 0 ? "" : " ") + code.substr(at, size);
    return text;
}

std::string moment_text(const std::string& moment, const Locale& locale) {
    if (moment.empty()) return word(locale, "not_known");
    Field field;
    field.name = "moment";
    field.type = FieldType::datetime;
    return value_text(field, moment, locale);
}

std::string exact_moment_text(const std::string& moment, const Locale& locale) {
    constexpr std::size_t hour = 11, minutes = 5, seconds = 8, offset = 19;
    std::string text = moment_text(moment, locale);
    const auto at = moment.size() > offset ? text.find(moment.substr(hour, minutes)) : std::string::npos;
    if (at == std::string::npos) return text;
    const std::string zone = moment.substr(offset) == "Z" ? "" : moment.substr(offset);
    return text.replace(at, minutes, moment.substr(hour, seconds) + " UTC" + zone);
}

std::vector<Block> checkpoint_blocks(const Composition& what, const Locale& locale) {
    if (what.checkpoint.empty()) return {};
    std::istringstream note(what.checkpoint);
    std::string origin, size, root;
    if (!std::getline(note, origin) || !std::getline(note, size) || !std::getline(note, root))
        throw Error(Fault::internal, "checkpoint", "it is not a signed note", "report this");
    constexpr std::size_t group = 4;
    CheckpointPanel panel;
    panel.title = word(locale, "checkpoint_title");
    panel.note = what.checkpoint;
    panel.lines = {tidied(word(locale, "checkpoint_explained"), locale),
                   word(locale, "checkpoint_origin", {{"origin", origin}}),
                   word(locale, "checkpoint_size", {{"size", size}}),
                   word(locale, "checkpoint_root", {{"root", in_groups(root, group)}}),
                   word(locale, "checkpoint_key", {{"key", what.key_fingerprint}})};
    return {std::move(panel)};
}

}  // namespace ugoda
