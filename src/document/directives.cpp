#include "document/directives.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "base/error.h"
#include "base/text.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const DirectiveSetting& setting, const std::string& what) {
    throw Error(Fault::wording, setting.where, what, "see templates/README.md for the directives");
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// `head: rest`, both trimmed.
std::pair<std::string, std::string> split(const std::string& line,
                                          const DirectiveSetting& setting) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) refuse(setting, "the line '" + line + "' has no colon");
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

/// A row of a grid; nothing for an optional answer that is not there.
std::optional<GridRow> row_of(const std::string& name, DirectiveSetting& setting) {
    const Field* field = setting.what.form.find(name);
    if (field == nullptr)
        refuse(setting, "the form " + setting.what.form.name + " has no answer '" + name + "'");
    const auto answer = setting.what.answers.find(name);
    const bool is_absent = answer == setting.what.answers.end() ||
                           (is_blank(*answer) && !answer->is_array());
    if (is_absent && field->need == Need::optional) return std::nullopt;
    GridRow row{field_label(setting.locale, name), {}};
    const std::string marked = setting.names.value(name, setting.where);
    for (Runs& part : setting.marks.verbatim_parts(marked, setting.where))
        row.value.push_back(tidied(std::move(part), setting.locale));
    return row;
}

std::vector<GridRow> rows_of(const std::vector<std::string>& names, DirectiveSetting& setting) {
    std::vector<GridRow> rows;
    for (const std::string& name : names)
        if (auto row = row_of(name, setting)) rows.push_back(std::move(*row));
    return rows;
}

std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names;
    std::istringstream words(list);
    for (std::string name; words >> name;) names.push_back(name);
    return names;
}

/// `field` on a line each, or `pen: Label` for a line to be written by hand.
std::vector<Block> field_blocks(const std::vector<std::string>& lines, DirectiveSetting& setting) {
    constexpr double pen_mm = 60;
    Grid grid;
    for (const std::string& line : lines) {
        if (line.starts_with("pen:")) {
            grid.rows.push_back(
                {split(line, setting).second, {{Run{"", Face::regular, {}, Guard::none, pen_mm}}}});
        } else if (auto row = row_of(trimmed(line), setting)) {
            grid.rows.push_back(std::move(*row));
        }
    }
    if (grid.rows.empty()) return {};
    return {std::move(grid)};
}

/// Whether some answer would make a narrow column of many lines.
bool needs_full_width(const Party& party) {
    constexpr std::size_t longest = 90;
    for (const GridRow& row : party.rows)
        for (const Runs& paragraph : row.value)
            for (const Run& run : paragraph)
                if (count_code_points(run.text) > longest) return true;
    return false;
}

/// `Title: field field field` for each party: side by side, or one below the other when one of
/// them has a long name.
std::vector<Block> party_blocks(const std::vector<std::string>& lines, DirectiveSetting& setting) {
    Parties parties;
    for (const std::string& line : lines) {
        const auto [title, fields] = split(line, setting);
        parties.parties.push_back({title, rows_of(names_in(fields), setting)});
    }
    if (std::none_of(parties.parties.begin(), parties.parties.end(), needs_full_width))
        return {std::move(parties)};
    std::vector<Block> stacked;
    for (Party& party : parties.parties) {
        stacked.push_back(Heading{3, {Run{party.title, Face::bold, {}, Guard::none, 0}}});
        stacked.push_back(Grid{std::move(party.rows)});
    }
    return stacked;
}

/// The name under a box: the answer named in `box(answer)`, or that of the box's role.
std::string printed_name(std::string& box, const DirectiveSetting& setting) {
    static const std::map<std::string, std::string> roles{
        {"salon", "salon_representative"}, {"client", "client_name"},
        {"guardian", "guardian_name"},     {"interpreter", "interpreter_name"},
        {"receipt", "client_name"},        {"choice", "client_name"}};
    std::string field;
    if (const auto open = box.find('('); open != std::string::npos && box.ends_with(')')) {
        field = box.substr(open + 1, box.size() - open - 2);
        box.erase(open);
    } else if (const auto role = roles.find(box); role != roles.end()) {
        field = role->second;
    } else {
        refuse(setting, "nobody is known to sign as '" + box + "'");
    }
    return answer_text(setting.what, setting.locale, field);
}

/// `box: caption` or `box(answer): caption` on a line each.
std::vector<Block> signature_blocks(const std::vector<std::string>& lines,
                                    DirectiveSetting& setting) {
    Signatures signatures;
    for (const std::string& line : lines) {
        auto [name, caption] = split(line, setting);
        const std::string printed = printed_name(name, setting);
        signatures.boxes.push_back({name, tidied(caption, setting.locale), printed,
                                    word(setting.locale, "date_and_time")});
    }
    return {std::move(signatures)};
}

/// `name: caption` on a line each.
std::vector<Block> space_blocks(const std::vector<std::string>& lines, DirectiveSetting& setting) {
    std::vector<Block> blocks;
    for (const std::string& line : lines) {
        auto [name, caption] = split(line, setting);
        blocks.push_back(Space{name, tidied(caption, setting.locale)});
    }
    return blocks;
}

}  // namespace

std::string answer_text(const Composition& what, const Locale& locale, const std::string& field) {
    const Field* known = what.form.find(field);
    const auto answer = what.answers.find(field);
    if (known == nullptr || answer == what.answers.end() || is_blank(*answer)) return {};
    return value_text(*known, *answer, locale);
}

std::vector<Block> blocks_of(const Directive& directive, DirectiveSetting& setting) {
    const bool takes_lines = directive.name == "fields" || directive.name == "parties" ||
                             directive.name == "signatures" || directive.name == "space" ||
                             directive.name == "table";
    if (!takes_lines && !directive.lines.empty())
        refuse(setting, "the directive '" + directive.name + "' takes no lines");
    std::vector<std::string> lines;
    for (const std::string& line : directive.lines)
        lines.push_back(setting.marks.plain(line, setting.where));
    if (directive.name == "fields") return field_blocks(lines, setting);
    if (directive.name == "parties") return party_blocks(lines, setting);
    if (directive.name == "signatures") return signature_blocks(lines, setting);
    if (directive.name == "space") return space_blocks(lines, setting);
    if (directive.name == "table") return table_blocks(lines, setting);
    if (directive.name == "attachments") return attachment_blocks(setting.what, setting.locale);
    if (directive.name == "photos") return photo_blocks(setting.what, setting.locale);
    if (directive.name == "checkpoint") return checkpoint_blocks(setting.what, setting.locale);
    if (directive.name == "page-break") return {PageBreak{}};
    refuse(setting, "there is no directive '" + directive.name + "'");
}

}  // namespace ugoda
