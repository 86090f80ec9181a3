#include "workflow/erasure_skeleton.h"

#include <algorithm>
#include <vector>

#include "base/json_values.h"
#include "casefile/calendar.h"
#include "workflow/consents.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

struct Kept {
    const char* form;
    std::vector<const char*> fields;
};

/// Fields of choices, amounts, dates and yes or no: another type is never kept.
const std::vector<Kept>& kept_fields() {
    static const std::vector<Kept> kept = {
        {"intake", {"complaint_category", "severity", "bodily_harm", "client_demand", "price_paid", "amount_demanded",
                    "received_at", "treatment_date"}},
        {"reply", {"decision", "reply_date", "offer_type", "offer_amount"}},
        {"settlement", {"variant", "agreement_date", "refund_amount", "amount_figures", "voucher_value"}},
        {"delivery_protocol", {"remedy_kind", "delivered_at", "amount_paid", "acceptance"}},
        {"corrective_action", {"root_cause_class", "cost_of_case", "effectiveness_result"}},
        {"treatment_note", {"visit_start", "price_charged"}}};
    return kept;
}

bool is_choice(const Field& field, const Json& value) {
    return value.is_string() && std::find(field.choices.begin(), field.choices.end(), value.get<std::string>()) != field.choices.end();
}

Json amount(const Json& value) {
    const std::string currency = text_at(value, "currency");
    const bool is_currency = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_currency || !value.contains("amount_minor") || !value.at("amount_minor").is_number_integer()) return Json();
    return {{"amount_minor", value.at("amount_minor")}, {"currency", currency}};
}

/// Null for whatever is not plainly of its type.
Json anonymous(const Field& field, const Json& value) {
    switch (field.type) {
        case FieldType::boolean: return value.is_boolean() ? value : Json();
        case FieldType::money: return amount(value);
        case FieldType::choice: return is_choice(field, value) ? value : Json();
        case FieldType::date:
        case FieldType::datetime: {
            const std::string day = value.is_string() ? value.get<std::string>().substr(0, 10) : "";
            return parse_date(day) ? Json(day) : Json();
        }
        case FieldType::list: {
            Json list = Json::array();
            for (const Json& each : value.is_array() ? value : Json::array())
                if (is_choice(field, each)) list.push_back(each);
            return list.empty() ? Json() : list;
        }
        default: return Json();
    }
}

}  // namespace

Json skeleton_of(const Vault& vault, const Workplace& workplace, const CaseEntry& entry) {
    Json skeleton = {{"opened", entry.opened.substr(0, 10)}};
    if (entry.closed) skeleton["closed"] = entry.closed->substr(0, 10);
    const Resources resources = own_first(workplace);
    const std::vector<RecordEntry> records = records_in_force(vault, entry.number);
    for (const Kept& kept : kept_fields()) {
        const Form form = load_form(resources, kept.form);
        Json answers = entry.sections.value(form.section, Json::object());
        if (!answers.is_object()) answers = Json::object();
        for (const RecordEntry& record : records)
            if (record.form == form.name) answers.update(answers_of(vault, record));
        for (const char* name : kept.fields)
            if (const Field* field = form.find(name); field != nullptr && answers.contains(name))
                if (Json value = anonymous(*field, answers.at(name)); !value.is_null()) skeleton[name] = std::move(value);
    }
    return skeleton;
}

}  // namespace ugoda
