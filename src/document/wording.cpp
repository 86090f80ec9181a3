#include "document/wording.h"

#include <algorithm>
#include <array>
#include <regex>
#include <sstream>

#include "base/error.h"

namespace ugoda {

namespace {

const std::regex& template_comment() {
    static const std::regex comment(R"(<!-- template ([a-z_]+) ([a-z]{2}-[A-Z]{2}) (\d{1,6}) -->)");
    return comment;
}

const std::regex& clause_comment() {
    static const std::regex comment(R"(<!-- clause ([A-Z]{2}-[A-Z]-\d{2}[A-Z]?) )"
                                    R"((STD|LAWYER|OPT|OPT-LAWYER)( when ([A-Za-z0-9_]+))? -->)");
    return comment;
}

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
    throw Error(Fault::wording, where, what, "see templates/README.md");
}

/// Alternatives that a person should have decided before the wording was filed.
void check_decided(const Clause& clause) {
    static constexpr std::array<const char*, 2> open_places{"[…]", "[...]"};
    for (const char* place : open_places)
        if (clause.text.find(place) != std::string::npos)
            refuse(clause.id, std::string("its wording still holds ") + place);
}

/// The first heading of the clause carries its number.
bool has_numbered_heading(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line.front() == '#') return line.find("{{§}}") != std::string::npos;
    return false;
}

void finish(Clause& clause) {
    check_decided(clause);
    clause.is_counted = has_numbered_heading(clause.text);
}

Clause clause_from(const std::smatch& parts, const Wording& wording) {
    Clause clause{parts[1], parts[2], parts[4], {}, false};
    const bool is_known = std::any_of(wording.clauses.begin(), wording.clauses.end(),
                                      [&](const Clause& each) { return each.id == clause.id; });
    if (is_known) refuse(clause.id, "this clause stands in the template twice");
    return clause;
}

}  // namespace

Wording parse_wording(const std::string& source) {
    std::istringstream lines(source);
    std::string line;
    std::smatch parts;
    if (!std::getline(lines, line) || !std::regex_match(line, parts, template_comment()))
        refuse("template, line 1",
               "it does not say what it is: <!-- template settlement pl-PL 1 -->");
    Wording wording{parts[1], parts[2], std::stoi(parts[3]), {}};
    for (int number = 2; std::getline(lines, line); ++number) {
        const std::string where =
            "template " + wording.form + " " + wording.locale + ", line " + std::to_string(number);
        if (std::regex_match(line, parts, clause_comment()))
            wording.clauses.push_back(clause_from(parts, wording));
        else if (line.find("<!--") != std::string::npos || line.find("-->") != std::string::npos)
            refuse(where, "this comment is no clause: <!-- clause PL-S-12 LAWYER when name -->");
        else if (!wording.clauses.empty())
            wording.clauses.back().text += line + "\n";
        else if (!line.empty())
            refuse(where, "wording stands before the first clause");
    }
    if (wording.clauses.empty()) refuse("template " + wording.form, "it has no clause");
    for (Clause& clause : wording.clauses) finish(clause);
    return wording;
}

bool is_meant(const Clause& clause, const std::string& reference) {
    constexpr std::size_t language = 3;  // "PL-"
    const std::string id = clause.id.substr(language);
    if (id == reference) return true;
    return id.size() == reference.size() + 1 && id.starts_with(reference) && id.back() >= 'A' &&
           id.back() <= 'Z' && reference.back() >= '0' && reference.back() <= '9';
}

}  // namespace ugoda
