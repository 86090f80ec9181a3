#include "casefile/form.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace ugoda {

namespace {

constexpr std::array<std::pair<std::string_view, FieldType>, 11> type_names{{
    {"text", FieldType::text}, {"long_text", FieldType::long_text}, {"date", FieldType::date},
    {"time", FieldType::time}, {"datetime", FieldType::datetime}, {"money", FieldType::money},
    {"integer", FieldType::integer}, {"decimal", FieldType::decimal}, {"choice", FieldType::choice},
    {"boolean", FieldType::boolean}, {"list", FieldType::list}}};

constexpr std::array<std::pair<std::string_view, Need>, 4> need_names{{
    {"required", Need::required}, {"filled", Need::filled}, {"expected", Need::expected},
    {"optional", Need::optional}}};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

class Reader {
  public:
    Reader(std::string where, const Json& types) : where_(std::move(where)), types_(types) {}

    [[nodiscard]] Form form(const Json& value) const {
        check_members("form", value, {"form", "prefix", "section", "copies", "initials", "offer", "internal", "health",
                                      "signers", "hand_over", "needed", "fields", "derived", "rules",
                                      "promises", "meets", "note"});
        Form form;
        form.name = required(value, "form");
        form.prefix = required(value, "prefix");
        form.section = required(value, "section");
        form.copies = value.value("copies", 2);
        form.initials = value.value("initials", false);
        form.offer = value.value("offer", false);
        form.internal = value.value("internal", false);
        form.health = value.value("health", false);
        for (const Json& signer : value.value("signers", Json::array()))
            form.signers.push_back(signer.is_string()
                                       ? Signer{signer.get<std::string>(), Json()}
                                       : Signer{required(signer, "role"), signer.value("when", Json())});
        form.hand_over = value.value("hand_over", std::vector<int>());
        form.needed = value.value("needed", std::string());
        if (form.prefix.size() != 3 || !std::all_of(form.prefix.begin(), form.prefix.end(), is_capital))
            refuse("its prefix is not three capital letters such as SET");
        if (form.copies < 1 || form.copies > 9) refuse("its copies are not from 1 to 9");
        for (const int copy : form.hand_over)
            if (copy < 1 || copy > form.copies) refuse("a copy that it does not have is to be handed over");
        if (form.internal && form.copies != 1) refuse("an internal record has one copy");
        for (const Json& field : value.value("fields", Json::array())) form.fields.push_back(this->field(field));
        for (const Json& truth : value.value("derived", Json::array()))
            form.derived.push_back({required(truth, "name"), truth.value("when", Json())});
        for (const Json& rule : value.value("rules", Json::array())) form.rules.push_back(this->rule(rule));
        for (const Json& promise : value.value("promises", Json::array()))
            form.promises.push_back(this->promise(form, promise));
        for (const Json& deadline : value.value("meets", Json::array()))
            form.meets.push_back(deadline.is_string() ? Meeting{deadline.get<std::string>(), Json()}
                                                      : Meeting{required(deadline, "deadline"),
                                                                deadline.value("when", Json())});
        form.schema = schema(form);
        return form;
    }

  private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(Fault::wording, where_, what, "see forms/README.md");
    }

    void check_members(const std::string& of, const Json& value,
                       const std::set<std::string>& known) const {
        if (!value.is_object()) refuse(of + " is not an object");
        for (const auto& member : value.items())
            if (!known.contains(member.key())) refuse(of + " has the unknown member '" + member.key() + "'");
    }

    [[nodiscard]] std::string required(const Json& value, const char* key) const {
        std::string text = text_at(value, key);
        if (text.empty()) refuse(std::string("a '") + key + "' is missing");
        return text;
    }

    template <typename Names>
    auto named(const Names& names, const std::string& name) const {
        for (const auto& [text, value] : names)
            if (text == name) return value;
        refuse("'" + name + "' is not a kind of field or need");
    }

    [[nodiscard]] Field field(const Json& value) const {
        Field field;
        field.name = required(value, "name");
        check_members("field " + field.name, value,
                      {"name", "type", "need", "choices", "from", "words_of", "guarded", "health", "when",
                       "fallback", "limits", "columns"});
        field.type = named(type_names, required(value, "type"));
        field.need = named(need_names, value.value("need", std::string("optional")));
        for (const Json& choice : value.value("choices", Json::array()))
            field.choices.push_back(choice.get<std::string>());
        for (const Json& source : value.value("from", Json::array()))
            field.from.push_back(source.is_string()
                                     ? Source{source.get<std::string>(), Json()}
                                     : Source{required(source, "path"), source.value("when", Json())});
        field.words_of = text_at(value, "words_of");
        field.guarded = value.value("guarded", false);
        field.health = value.value("health", false);
        field.when = value.value("when", Json());
        field.fallback = value.value("fallback", Json());
        field.limits = value.value("limits", Json::object());
        if (field.type == FieldType::choice && field.choices.empty())
            refuse("field " + field.name + " is a choice without choices");
        if (value.contains("columns")) add_columns(field, value.at("columns"));
        return field;
    }

    /// What the rows of a list are made of. A row's members have no sources and no rows of their own.
    void add_columns(Field& list, const Json& columns) const {
        if (list.type != FieldType::list || !list.choices.empty())
            refuse("field " + list.name + " has columns and is not a list of rows");
        Json properties = Json::object();
        for (const Json& value : columns) {
            check_members("a column of " + list.name, value, {"name", "type", "need", "choices", "limits"});
            Field column = field(value);
            if (column.type == FieldType::list || column.need == Need::filled)
                refuse("the column " + column.name + " of " + list.name + " is a list or filled");
            properties[column.name] = schema(column);
            column.name = list.name + "." + column.name;
            list.columns.push_back(std::move(column));
        }
        list.row_schema = {{"properties", properties}};
    }

    [[nodiscard]] Rule rule(const Json& value) const {
        check_members("rule", value, {"id", "when", "level", "where", "what", "remedy", "final_only"});
        return {required(value, "id"), value.value("when", Json()), required(value, "level"),
                required(value, "where"), required(value, "what"), required(value, "remedy"),
                value.value("final_only", false)};
    }

    /// A misspelt field would be a promise that nobody is reminded of, so it is refused.
    void require_field(const Form& form, const Promise& promise, const std::string& name,
                       bool is_time = false) const {
        if (name.empty()) return;
        const Field* list = form.find(promise.each);
        const Field* field = promise.each.empty() ? form.find(name) : nullptr;
        if (list)
            for (const Field& column : list->columns)
                if (column.own_name() == name) field = &column;
        if (!field) refuse("promise " + promise.id + " names '" + name + "', which is not asked");
        if (is_time && field->type != FieldType::date && field->type != FieldType::datetime)
            refuse("promise " + promise.id + ": '" + name + "' is no date and no datetime");
    }

    [[nodiscard]] Promise promise(const Form& form, const Json& value) const {
        check_members("promise", value, {"id", "words", "each", "what", "who", "until", "done", "when"});
        Promise promise{required(value, "id"), text_at(value, "words"), text_at(value, "each"),
                        text_at(value, "what"), text_at(value, "who"), required(value, "until"),
                        text_at(value, "done"), value.value("when", Json())};
        if (promise.what.empty() && promise.words.empty()) refuse("promise " + promise.id + " has no words and no what");
        const Field* list = form.find(promise.each);
        if (!promise.each.empty() && (!list || list->columns.empty()))
            refuse("promise " + promise.id + ": '" + promise.each + "' is no list of rows");
        for (const std::string& name : {promise.what, promise.who, promise.done})
            require_field(form, promise, name);
        require_field(form, promise, promise.until, true);
        for (const Promise& other : form.promises)
            if (other.id == promise.id) refuse("two promises are called " + promise.id);
        return promise;
    }

    [[nodiscard]] Json schema(const Form& form) const {
        Json properties = Json::object();
        for (const Field& field : form.fields) properties[field.name] = schema(field);
        return {{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", form.name},
                {"type", "object"},
                {"properties", properties}};
    }

    /// The type's own schema with the field's choices and limits on top.
    [[nodiscard]] Json schema(const Field& field) const {
        const auto name = std::find_if(type_names.begin(), type_names.end(),
                                       [&](const auto& pair) { return pair.second == field.type; });
        const auto type = types_.find(std::string(name->first));
        if (type == types_.end()) refuse("types.json does not know " + std::string(name->first));
        Json schema = *type;
        if (!field.choices.empty() && field.type == FieldType::choice) schema["enum"] = field.choices;
        if (!field.choices.empty() && field.type == FieldType::list)
            schema["items"] = {{"type", "string"}, {"enum", field.choices}};
        if (!field.columns.empty()) schema["items"] = {{"type", {"string", "object"}}};
        schema.update(field.limits);
        return schema;
    }

    std::string where_;
    const Json& types_;
};

}  // namespace

std::string Field::own_name() const { return name.substr(name.rfind('.') + 1); }

const Field* Form::find(const std::string& field) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& each) { return each.name == field; });
    return found == fields.end() ? nullptr : &*found;
}

Form parse_form(const std::string& source, const Json& types, const std::string& where) {
    try {
        Form form = Reader(where, types).form(parse_json(source, where));
        form.source = source;
        return form;
    } catch (const Json::exception&) {
        throw Error(Fault::wording, where, "a member has the wrong type", "see forms/README.md");
    }
}

}  // namespace ugoda
