// The photo sheet: photo_blocks() of document/directives.h.
#include "base/error.h"
#include "casefile/calendar.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

namespace {

constexpr std::size_t hash_group = 8;

/// What the camera wrote, with its zone, or that the zone is not known.
std::string camera_time(const PhotoTimes& times, const Locale& locale) {
    if (!times.camera)
        return word(locale, "photo_camera_time", {{"time", word(locale, "not_known")}});
    const std::string zone = times.camera_offset
                                 ? word(locale, "photo_offset", {{"offset", *times.camera_offset}})
                                 : word(locale, "photo_no_offset");
    return word(locale, "photo_camera_time",
                {{"time", moment_text(*times.camera, locale) + " (" + zone + ")"}});
}

/// To the second and with its offset where what covers the photograph is told too.
std::string time_of(const PrintedPhoto& photo, const std::string& moment, const Locale& locale) {
    return photo.witness.empty() ? moment_text(moment, locale) : exact_moment_text(moment, locale);
}

std::string stated_time(const PrintedPhoto& photo, const Locale& locale) {
    return word(locale, "photo_stated_time",
                {{"time", time_of(photo, *photo.stated_at, locale)},
                 {"source", photo.stated_source.empty()
                                ? word(locale, "not_known")
                                : value_label(locale, "time_source", photo.stated_source)}});
}

std::string device(const PhotoFacts& facts, const Locale& locale) {
    std::string text = word(locale, "photo_camera",
                            {{"camera", facts.camera.value_or(word(locale, "not_known"))}});
    if (facts.software)
        text += list_separator(locale) +
                word(locale, "photo_software", {{"software", *facts.software}});
    return text;
}

/// Each time has its own line and its own label: none stands in for another.
std::vector<std::string> caption(const PrintedPhoto& photo, const Locale& locale) {
    const PhotoFacts& facts = photo.facts;
    std::vector<std::string> lines{camera_time(facts.times, locale)};
    if (facts.times.gps || !photo.witness.empty())
        lines.push_back(word(locale, "photo_gps_time",
                             {{"time", moment_text(facts.times.gps.value_or(""), locale)}}));
    lines.push_back(word(locale, "photo_file_time",
                         {{"time", time_of(photo, facts.times.file.value_or(""), locale)}}));
    lines.push_back(
        word(locale, "photo_received", {{"time", time_of(photo, photo.received, locale)}}));
    if (!photo.witness.empty())
        lines.push_back(word(locale, "photo_witness", {{"witness", photo.witness}}));
    if (photo.stated_at) lines.push_back(stated_time(photo, locale));
    if (!photo.taken_by.empty())
        lines.push_back(word(locale, "photo_taken_by", {{"name", photo.taken_by}}));
    lines.push_back(device(facts, locale));
    lines.push_back(
        word(locale, "photo_size",
             {{"width", std::to_string(facts.width)}, {"height", std::to_string(facts.height)}}));
    if (photo.attachment_no > 0)
        lines.push_back(
            word(locale, "photo_attachment", {{"number", std::to_string(photo.attachment_no)}}));
    const std::size_t half = photo.sha256.size() / 2;
    lines.push_back("SHA-256: " + in_groups(photo.sha256.substr(0, half), hash_group));
    lines.push_back(in_groups(photo.sha256.substr(half), hash_group));
    for (std::string& line : lines) line = tidied(line, locale);
    return lines;
}

PhotoPlate plate(const PrintedPhoto& photo, const Locale& locale) {
    return {photo.number,
            photo.image,
            photo.width_px,
            photo.height_px,
            word(locale, "photo_title",
                 {{"number", std::to_string(photo.number)},
                  {"phase", value_label(locale, "phase", photo.phase)}}),
            caption(photo, locale)};
}

std::vector<const PrintedPhoto*> of_phase(const Composition& what, const std::string& phase) {
    std::vector<const PrintedPhoto*> photos;
    for (const PrintedPhoto& photo : what.photos)
        if (photo.phase == phase) photos.push_back(&photo);
    return photos;
}

/// `left` and `right` row by row; what one side has more stands alone on its side.
void add_rows(std::vector<Block>& blocks, const std::vector<const PrintedPhoto*>& left,
              const std::vector<const PrintedPhoto*>& right, const Locale& locale) {
    for (std::size_t row = 0; row < std::max(left.size(), right.size()); ++row) {
        PhotoRow photos;
        if (row < left.size()) photos.left = plate(*left[row], locale);
        if (row < right.size()) photos.right = plate(*right[row], locale);
        blocks.emplace_back(std::move(photos));
    }
}

}  // namespace

std::vector<Block> photo_blocks(const Composition& what, const Locale& locale) {
    if (what.photos.empty()) return {};
    std::vector<Block> blocks;
    add_rows(blocks, of_phase(what, "before"), of_phase(what, "after"), locale);
    std::vector<const PrintedPhoto*> left, right;
    for (const char* unpaired : {"during", "followup"})
        for (const PrintedPhoto* photo : of_phase(what, unpaired))
            (left.size() == right.size() ? left : right).push_back(photo);
    add_rows(blocks, left, right, locale);
    if (!what.wants_initials) return blocks;
    Paragraph seen;
    seen.parts = {
        tidied(Runs{{word(locale, "photos_seen"), Face::regular, {}, Guard::none, 0}}, locale)};
    blocks.emplace_back(std::move(seen));
    blocks.emplace_back(InitialsLine{{{"photos salon", word(locale, "photos_initials_salon")},
                                      {"photos client", word(locale, "photos_initials_client")}}});
    return blocks;
}

}  // namespace ugoda
