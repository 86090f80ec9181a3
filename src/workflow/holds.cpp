#include "workflow/holds.h"

#include "base/error.h"
#include "base/text.h"
#include "casefile/record_id.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_text = 2000;

/// Why it is held by hand; nothing when it is not.
std::optional<std::string> held(const Vault& vault, const std::string& number) {
    std::optional<std::string> why;
    for (const EventEntry& event : vault.events(number)) {
        if (!event.payload) continue;
        if (event.header.kind == "hold.set") why = text_at(event.payload->content, "why");
        if (event.header.kind == "hold.released") why.reset();
    }
    return why;
}

std::string reason(const std::string& why) {
    if (count_code_points(why) > longest_text)
        throw Error(Fault::usage, "--why", "is longer than 2000 characters", "shorten it");
    std::string clean = clean_answer(why);
    if (clean.empty()) throw Error(Fault::usage, "--why", "says nothing", "say why: that is kept in the log");
    return clean;
}

void change(const Workplace& workplace, const std::string& number, const char* kind, const std::string& why) {
    const std::string clean = reason(why);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    (void)existing_case(vault, number);
    const bool is_release = kind == std::string("hold.released");
    vault.write([&](Writer& writer) {
        if (held(vault, number).has_value() != is_release)
            throw Error(Fault::input, called(number), is_release ? "is not held" : "is held already",
                        is_release ? "nothing is to be released" : "release it first: ugoda hold " + number + " --release");
        writer.append({kind, number, {{"case", number}, {"why", clean}}, {}, staff});
    });
}

std::vector<std::string> own_holds(const Vault& vault, const std::string& number) {
    std::vector<std::string> holds;
    const auto summary = vault.find_summary(number);
    if (summary && summary->closed.empty() && !parse_case_number(number)->is_visit) holds.push_back("the case is open");
    for (const DueEntry& due : vault.due(number))
        holds.push_back((due.record.empty() ? "a deadline is not met: " : "a promise is not kept: " + due.record + ' ') + due.item +
                        (due.until.empty() ? "" : " by " + due.until.substr(0, 10)));
    if (const auto why = held(vault, number)) holds.push_back("held by hand: " + one_line(*why));
    return holds;
}

}  // namespace

void hold_case(const Workplace& workplace, const std::string& number, const std::string& why) {
    change(workplace, number, "hold.set", why);
}

void release_case(const Workplace& workplace, const std::string& number, const std::string& why) {
    change(workplace, number, "hold.released", why);
}

std::vector<std::string> holds_on(const Vault& vault, const std::string& number) {
    std::vector<std::string> holds = own_holds(vault, number);
    for (const std::string& later : vault.cases_after(number))  // a visit that a complaint is about
        for (const std::string& hold : own_holds(vault, later)) holds.push_back("case " + later + " refers to it: " + hold);
    return holds;
}

}  // namespace ugoda
