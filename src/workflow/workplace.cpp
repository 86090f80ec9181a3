#include "workflow/workplace.h"

#include <cstdlib>

#include "base/error.h"
#include "base/text.h"
#include "casefile/record_id.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

bool is_visit(const std::string& number) {
    const auto parsed = parse_case_number(number);
    return parsed && parsed->is_visit;
}

}  // namespace

Resources own_first(const Workplace& workplace) {
    require_installed(workplace.resources);
    return {workplace.resources.folder, fs::absolute(workplace.vault)};
}

fs::path find_vault(const std::string& named) {
    if (!named.empty()) return named;
    if (const char* variable = std::getenv("UGODA_VAULT"); variable && *variable) return variable;
    std::error_code failed;
    for (fs::path folder = fs::current_path(failed); !folder.empty(); folder = folder.parent_path()) {
        if (fs::exists(folder / "vault.toml", failed)) return folder;
        if (folder == folder.parent_path()) break;
    }
    throw Error(Fault::usage, "--vault", "no vault is named and this folder is in none",
                "add --vault DIR or set UGODA_VAULT");
}

Vault open_vault(const Workplace& workplace, Access access) {
    return Vault(workplace.vault, access, workplace.surroundings);
}

std::string acting_staff(const Vault& vault, const Workplace& workplace) {
    const Json staff = vault.settings().value("staff", Json::array());
    for (const Json& person : staff)
        if (workplace.staff.empty() || text_at(person, "id") == workplace.staff)
            return text_at(person, "id");
    if (workplace.staff.empty()) return "owner";
    throw Error(Fault::usage, "--staff", "nobody has the id '" + shortened(one_line(workplace.staff), 40) + "'",
                "use an id that stands under [[staff]] in vault.toml");
}

Instant current_time(const Vault& vault, const Workplace& workplace) {
    return present_time(workplace, text_at(vault.settings(), "time_zone"));
}

Instant present_time(const Workplace& workplace, const std::string& time_zone) {
    if (workplace.surroundings.clock != nullptr) return fit_to_date_with(workplace.surroundings.clock->now());
    return fit_to_date_with(SystemClock(time_zone).now());
}

std::string staff_name(const Json& settings, const std::string& id) {
    for (const Json& person : settings.value("staff", Json::array()))
        if (text_at(person, "id") == id && !text_at(person, "name").empty())
            return text_at(person, "name");
    return id;
}

std::string called(const std::string& number) { return (is_visit(number) ? "visit " : "case ") + number; }

CaseEntry existing_case(const Vault& vault, const std::string& number) {
    if (auto found = vault.find_case(number)) return *found;
    const std::string kind = is_visit(number) ? "visit" : "case";
    throw Error(Fault::input, kind + " '" + shortened(one_line(number), 40) + "'", "is not in this vault",
                "see ugoda " + kind + " list");
}

void require_complaint(const std::string& number) {
    if (is_visit(number))
        throw Error(Fault::input, called(number), "is no case", "see ugoda visit --help, or name a case of ugoda case list");
}

void require_visit(const std::string& number) {
    const auto parsed = parse_case_number(number);
    if (parsed && !parsed->is_visit)
        throw Error(Fault::input, called(number), "is no visit", "see ugoda case --help, or name a visit of ugoda visit list");
}

Findings note_if_closed(const CaseEntry& entry) {
    if (!entry.closed) return {};
    return {{called(entry.number), "was closed on " + entry.closed->substr(0, 10) + "; what is done now is logged after that",
             "open a new case if this is another complaint", Level::note}};
}

}  // namespace ugoda
