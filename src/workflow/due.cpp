#include "workflow/due.h"

#include <algorithm>
#include <limits>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "casefile/icalendar.h"
#include "workflow/back_up.h"
#include "workflow/case_deadlines.h"
#include "workflow/timestamp_footing.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// The salon's day and time, so that dates and moments stand in one order.
struct LocalTime {
    Date day;
    std::string minute;  ///< 09:20; a whole day ends after all of them
    auto operator<=>(const LocalTime&) const = default;
};

Date day_of(Instant moment) { return parse_date(to_rfc3339(moment).substr(0, 10)).value(); }

/// What is due when nobody says when comes after all that is dated.
LocalTime order_of(const std::string& until) {
    if (const auto date = parse_date(until.substr(0, 10)))
        return {*date, until.size() > 10 ? until.substr(11, 8) : "end"};
    return {{10'000, 1, 1}, ""};
}

DueItem judged(DueEntry entry, Instant now, Date today) {
    DueItem item{std::move(entry), false, std::numeric_limits<long>::max()};
    const std::string& until = item.entry.until;
    const auto day = parse_date(until.substr(0, 10));
    if (!day) return item;
    item.days = days_between(today, *day);
    const auto moment = until.size() > 10 ? parse_rfc3339(until) : std::nullopt;
    item.is_overdue = moment ? moment->seconds < now.seconds : item.days < 0;
    return item;
}

std::vector<DueItem> in_order(std::vector<DueEntry> entries, Instant now) {
    std::vector<DueItem> items;
    items.reserve(entries.size());
    const Date today = day_of(now);
    for (DueEntry& entry : entries) items.push_back(judged(std::move(entry), now, today));
    std::vector<std::pair<LocalTime, std::size_t>> order;
    for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(order_of(items[i].entry.until), i);
    std::sort(order.begin(), order.end());
    std::vector<DueItem> sorted;
    sorted.reserve(items.size());
    for (const auto& [time, at] : order) sorted.push_back(std::move(items[at]));
    std::stable_partition(sorted.begin(), sorted.end(), [](const DueItem& item) { return item.is_overdue; });
    return sorted;
}

/// `2026-0001: reply`, `2026-0001: SET-2026-0001 remedy`: a number and a kind, nothing of people.
CalendarEntry calendar_entry(const DueItem& item, const std::string& origin) {
    const DueEntry& entry = item.entry;
    const std::string what = (entry.record.empty() ? "" : entry.record + " ") + entry.item;
    std::string house = origin.substr(origin.find('/') + 1);
    return {entry.case_number + "." + (entry.record.empty() ? "" : entry.record + ".") + entry.item + "@" + house +
                ".ugoda",
            entry.until, entry.case_number + ": " + what,
            entry.record.empty() ? "Deadline; see ugoda case show " + entry.case_number
                                 : "Promised; see ugoda case show " + entry.case_number};
}

/// A calendar of somebody else's is not ours to replace.
void require_ours(const fs::path& file) {
    if (!is_there(file)) return;
    const std::string where = one_line(file.string());
    std::error_code failed;
    const std::string text = read_file(file, std::max<std::uintmax_t>(fs::file_size(file, failed), 1), Fault::input);
    if (text.find("\r\n" + calendar_maker() + "\r\n") == std::string::npos)
        throw Error(Fault::input, where, "is there already, and is no calendar that ugoda wrote",
                    "move it away or choose another name");
}

}  // namespace

DueList list_due(const Workplace& workplace, const DueQuestion& question) {
    const Vault vault = open_vault(workplace, Access::read);
    DueList list;
    list.now = current_time(vault, workplace);
    list.origin = vault.public_key().substr(0, vault.public_key().find('+'));
    list.items = due_in(vault, question.case_number, list.now);
    if (question.within)
        std::erase_if(list.items,
                      [&](const DueItem& item) { return !item.is_overdue && item.days > *question.within; });
    list.overdue = static_cast<std::size_t>(
        std::count_if(list.items.begin(), list.items.end(), [](const DueItem& item) { return item.is_overdue; }));
    if (question.case_number.empty()) {
        BackupAge age = backup_age(vault, list.now);
        list.backup = std::move(age.last);
        list.findings = std::move(age.findings);
        append(list.findings, timestamps_due(vault, list.now));
    } else {
        const CaseEntry entry = existing_case(vault, question.case_number);
        const DeadlineBook book = load_deadlines(workplace);
        list.limits = limits_of(book, law_of(vault, entry));
        list.notes = notes_of(book, law_of(vault, entry));
    }
    return list;
}

std::vector<DueItem> due_in(const Vault& vault, const std::string& case_number, Instant now) {
    return in_order(vault.due(case_number), now);
}

std::size_t write_calendar(const DueList& list, const fs::path& file) {
    require_ours(file);
    std::vector<CalendarEntry> entries;
    for (const DueItem& item : list.items)
        if (!item.entry.until.empty()) entries.push_back(calendar_entry(item, list.origin));
    write_file_durably(file, to_icalendar(entries, list.now), 0600);
    return entries.size();
}

void meet_deadline(const Workplace& workplace, const std::string& case_number, const std::string& deadline,
                   const std::string& how) {
    constexpr std::size_t longest = 2000;
    if (count_code_points(how) > longest)
        throw Error(Fault::usage, "--how", "is longer than 2000 characters", "shorten it");
    if (clean_answer(how).empty()) throw Error(Fault::usage, "--how", "says nothing", "say how the deadline was met");
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    (void)existing_case(vault, case_number);
    vault.write([&](Writer& writer) {
        std::string open;
        for (const DueEntry& entry : vault.due(case_number))
            if (entry.record.empty()) open += (open.empty() ? "" : ", ") + entry.item;
        if ((", " + open + ", ").find(", " + deadline + ", ") == std::string::npos || deadline.empty())
            throw Error(Fault::input, "case " + case_number,
                        "has no open deadline '" + shortened(one_line(deadline), 40) + "'",
                        open.empty() ? "nothing is to be done" : "open are: " + open);
        writer.append({"deadline.met", case_number,
                       {{"case", case_number}, {"deadline", deadline}, {"how", clean_answer(how)}}, {}, staff});
    });
}

Json to_json(const DueItem& item) {
    const DueEntry& entry = item.entry;
    Json value = {{"case", entry.case_number},
                  {"kind", entry.record.empty() ? "deadline" : "promise"},
                  {"id", entry.item},
                  {"what", entry.what},
                  {"until", entry.until.empty() ? Json() : Json(entry.until)},
                  {"days", entry.until.empty() ? Json() : Json(item.days)},
                  {"overdue", item.is_overdue}};
    if (!entry.record.empty()) value["record"] = entry.record;
    if (!entry.who.empty()) value["who"] = entry.who;
    if (entry.record.empty())
        value.update({{"basis", entry.basis}, {"certainty", entry.certainty}, {"silence", entry.silence}});
    return value;
}

}  // namespace ugoda
