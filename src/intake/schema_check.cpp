#include "intake/schema_check.h"

#include <stdexcept>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/error.h"

namespace ugoda {

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

bool is_valid(const Json& schema, const Json& value) {
    valijson::Schema parsed;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(schema), parsed);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(parsed, Adapter(value), nullptr);
}

}  // namespace

std::set<std::string> refused_members(const Json& schema, const Json& object) {
    std::set<std::string> refused;
    try {
        const auto properties = schema.find("properties");
        if (properties == schema.end()) return refused;
        for (const auto& member : object.items()) {
            const auto property = properties->find(member.key());
            if (property != properties->end() && !is_valid(*property, member.value()))
                refused.insert(member.key());
        }
    } catch (const std::exception& e) {
        throw Error(Fault::wording, "form",
                    std::string("its fields make no JSON Schema: ") + e.what(),
                    "correct the limits of its fields");
    }
    return refused;
}

}  // namespace ugoda
