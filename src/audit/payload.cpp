#include "audit/event.h"
#include "base/base64.h"
#include "base/error.h"

namespace ugoda {

namespace {

constexpr int version = 1;
constexpr std::size_t salt_bytes = 32;

Json to_json(const ObjectRef& object) {
    return {{"sha256", to_hex(object.sha256)}, {"bytes", object.bytes}, {"role", object.role}};
}

ObjectRef read_object(const Json& json) {
    return {digest_from_hex(json.at("sha256").get_ref<const std::string&>()).value(),
            json.at("bytes").get<std::uint64_t>(), json.at("role").get<std::string>()};
}

Payload read_payload(std::string_view bytes) {
    const Json json = parse_json(bytes, "payload");
    Payload payload;
    payload.salt = from_base64(json.at("salt").get_ref<const std::string&>()).value();
    if (payload.salt.size() != salt_bytes) throw Error(Fault::input, "salt", "is not 32 bytes", "");
    payload.content = json.at("content");
    if (!payload.content.is_object()) throw Error(Fault::input, "content", "is no object", "");
    for (const Json& object : json.at("objects")) payload.objects.push_back(read_object(object));
    return payload;
}

}  // namespace

std::string to_bytes(const Payload& payload) {
    Json objects = Json::array();
    for (const ObjectRef& object : payload.objects) objects.push_back(to_json(object));
    return canonical_json({{"v", version},
                           {"salt", to_base64(payload.salt)},
                           {"content", payload.content},
                           {"objects", objects}});
}

std::optional<Payload> parse_payload(std::string_view bytes) {
    try {
        Payload payload = read_payload(bytes);
        // The one rule that refuses other members, spellings and orders alike.
        if (to_bytes(payload) == bytes) return payload;
    } catch (const Error&) {
    } catch (const Json::exception&) {
    } catch (const std::bad_optional_access&) {}
    return std::nullopt;
}

}  // namespace ugoda
