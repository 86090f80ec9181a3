#include "audit/event.h"
#include "audit/payload_outline.h"
#include "base/base64.h"

namespace ugoda {

namespace {

constexpr int version = 1;

Json to_json(const ObjectRef& object) {
    return {{"sha256", to_hex(object.sha256)}, {"bytes", object.bytes}, {"role", object.role}};
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
    const auto outline = outline_payload(bytes);
    return outline ? std::optional(to_payload(*outline)) : std::nullopt;
}

Payload to_payload(const PayloadOutline& outline) {
    return {from_base64(outline.salt).value(), Json::parse(outline.content), outline.objects};
}

}  // namespace ugoda
