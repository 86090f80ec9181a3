#include "cli/session.h"

#include "base/text.h"

namespace ugoda {

Workplace Session::workplace() const {
    return {find_vault(vault), surroundings, find_resources(), staff, progress};
}

std::string brief(std::string_view text) {
    constexpr std::size_t longest = 600;
    return shortened(one_line(text), longest);
}

std::string short_time(const std::string& moment) {
    if (moment.size() < 25) return moment;
    return moment.substr(0, 10) + " " + moment.substr(11, 5) + " " + moment.substr(19);
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
    return line;
}

void print(const Findings& findings, const Session& session) {
    for (const Finding& finding : findings)
        session.err << "ugoda: " << to_string(finding.level) << ": " << brief(finding.where) << ": "
                    << brief(finding.what) << (finding.remedy.empty() ? "" : "; ")
                    << brief(finding.remedy) << '\n';
}

Json to_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back({{"where", finding.where}, {"what", finding.what}, {"remedy", finding.remedy},
                        {"level", to_string(finding.level)}});
    return list;
}

ExitCode conclude(Json value, const Findings& findings, const Session& session) {
    if (session.is_json) {
        value["findings"] = to_json(findings);
        session.out << value.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        print(findings, session);
    }
    return exit_code(worst(findings));
}

}  // namespace ugoda
