#include "workflow/erasure_plan.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "casefile/record_id.h"
#include "workflow/clients.h"
#include "workflow/holds.h"
#include "workflow/retention.h"

namespace ugoda {

namespace {

/// One case or visit, its events sorted into items.
class Sorting {
  public:
    Sorting(const Vault& vault, const DeadlineBook& book, const CaseEntry& entry, std::string today)
        : number_(entry.number), today_(std::move(today)), events_(vault.events(entry.number)),
          retention_(vault, book, entry, events_), holds_(holds_on(vault, entry.number)) {
        for (const auto& section : entry.sections.items())
            if (!is_blank(section.value())) sections_.push_back(section.key());
    }

    std::vector<HeldItem> items() {
        for (const EventEntry& event : events_)
            if (event.payload && event.header.kind != "erased") sort(event);
        add_sections();
        add_records();
        if (!notes_.events.empty()) add(std::move(notes_), retention_.of_note());
        add_rest();
        return std::move(items_);
    }

  private:
    HeldItem item(const std::string& what, const char* category, const EventEntry& event) const {
        return {number_, what, category, Ground::none, "", "", {event.header.seq}, event.payload->objects.size()};
    }

    void sort(const EventEntry& event) {
        const std::string& kind = event.header.kind;
        const Json& content = event.payload->content;
        if (is_opening(kind) || kind == "case.added")
            file_.push_back(event.header.seq);
        else if (kind == "photo.added")
            add(item("photograph " + std::to_string(number_at(content, "number")), "photographs", event), retention_.of_photo());
        else if (kind == "attachment.added")
            add(item("attachment " + std::to_string(number_at(content, "number")), "documents", event),
                retention_.of_attachment(text_at(content, "attachment_kind")));
        else if (kind == "note.added")
            take(notes_, "notes", "notes", event);
        else if (kind.starts_with("record.")) {
            const std::string record = text_at(content, "record");
            take(records_[record], record, "", event);
            if (kind == "record.fixed") forms_[record] = text_at(content, "form");
        } else
            take(rest_, "entries of the log about it", "log", event);
    }

    void take(HeldItem& into, const std::string& what, const char* category, const EventEntry& event) const {
        if (into.events.empty()) into = {number_, what, category, Ground::none, "", "", {}, 0};
        into.events.push_back(event.header.seq);
        into.files += event.payload->objects.size();
    }

    void judge(HeldItem& item, const Term& term) const {
        if (!holds_.empty()) {
            item.ground = Ground::hold;
            for (const std::string& hold : holds_) item.basis += (item.basis.empty() ? "" : "; ") + hold;
        } else if (term.until >= today_) {
            item.ground = term.is_duty ? Ground::law : Ground::retention;
            item.until = term.until;
            item.basis = term.basis;
        }
    }

    void add(HeldItem item, const Term& term) {
        judge(item, term);
        items_.push_back(std::move(item));
    }

    /// As the certificate has them.
    [[nodiscard]] std::string category_of(const std::string& name) const {
        const std::string category = Retention::category_of(name);
        if (category.empty()) return parse_case_number(number_)->is_visit ? "treatment" : "complaint";
        return category;
    }

    /// They lie in the same entries of the log: the one that stays longest keeps all.
    void add_sections() {
        if (file_.empty()) return;
        HeldItem longest;
        std::vector<HeldItem> list;
        for (const std::string& section : sections_) {
            HeldItem item{number_, section, category_of(section), Ground::none, "", "", file_, 0};
            judge(item, retention_.of_section(section));
            if (std::pair(item.ground, item.until) > std::pair(longest.ground, longest.until)) longest = item;
            list.push_back(std::move(item));
        }
        for (HeldItem& item : list) {
            if (item.ground != Ground::hold && item.until < longest.until) {
                item.ground = longest.ground;
                item.until = longest.until;
                item.basis = "in one entry of the log with " + longest.what;
            }
            items_.push_back(std::move(item));
        }
        if (list.empty()) items_.push_back({number_, "its opening", "log", Ground::none, "", "", file_, 0});
    }

    void add_records() {
        for (auto& [record, item] : records_) {
            item.category = category_of(forms_[record]);
            add(std::move(item), retention_.of_section(forms_[record]));
        }
    }

    /// What tells of the rest goes last.
    void add_rest() {
        if (rest_.events.empty()) return;
        for (const HeldItem& other : items_)
            if (std::pair(other.ground, other.until) > std::pair(rest_.ground, rest_.until)) {
                rest_.ground = other.ground;
                rest_.until = other.until;
                rest_.basis = other.ground == Ground::hold ? other.basis : "as long as anything else of " + number_;
            }
        items_.push_back(std::move(rest_));
    }

    std::string number_, today_;
    std::vector<EventEntry> events_;
    Retention retention_;
    std::vector<std::string> holds_, sections_;
    std::vector<std::uint64_t> file_;  // events with sections
    std::map<std::string, HeldItem> records_;
    std::map<std::string, std::string> forms_;  // of records
    HeldItem notes_, rest_;
    std::vector<HeldItem> items_;
};

Client meant(const Vault& vault, const std::string& named) {
    if (!parse_case_number(named) || !vault.find_summary(named)) return existing_client(vault, named);
    const CaseSummary summary = vault.find_summary(named).value();
    Client client{summary.client_id, summary.client, {}, {}};
    (parse_case_number(named)->is_visit ? client.visits : client.cases).push_back(summary);
    return client;
}

}  // namespace

std::vector<std::string> ErasurePlan::numbers() const {
    std::vector<std::string> numbers;
    for (const HeldItem& item : items)
        if (numbers.empty() || numbers.back() != item.number) numbers.push_back(item.number);
    return numbers;
}

ErasurePlan plan_erasure(const Vault& vault, const Workplace& workplace, const std::string& named) {
    const Client client = meant(vault, named);
    const DeadlineBook book = load_retention(workplace);
    const std::string today = to_rfc3339(current_time(vault, workplace)).substr(0, 10);
    ErasurePlan plan{client.name, client.id, {}};
    for (const std::string& number : client.numbers())
        for (HeldItem& item : Sorting(vault, book, existing_case(vault, number), today).items())
            plan.items.push_back(std::move(item));
    return plan;
}

std::string to_string(Ground ground) {
    switch (ground) {
        case Ground::hold: return "hold";
        case Ground::law: return "law";
        case Ground::retention: return "retention";
        case Ground::none: break;
    }
    return "";
}

Json to_json(const HeldItem& item) {
    return {{"number", item.number}, {"what", item.what},   {"stays", item.ground != Ground::none}, {"ground", to_string(item.ground)},
            {"until", item.until},   {"basis", item.basis}, {"files", item.files}};
}

}  // namespace ugoda
