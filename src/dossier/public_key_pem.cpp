#include "dossier/public_key_pem.h"

#include "base/base64.h"

namespace ugoda {

std::string public_key_pem(std::string_view public_bytes) {
    // SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING of the key }: always the same but for the key.
    constexpr std::string_view before("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
    return "-----BEGIN PUBLIC KEY-----\n" + to_base64(std::string(before) + std::string(public_bytes)) +
           "\n-----END PUBLIC KEY-----\n";
}

}  // namespace ugoda
