#include "support/seal_token.h"

#include <openssl/cms.h>

#include <stdexcept>

#include "base/handle.h"

namespace ugoda {

namespace {

/// The longest string of hexadecimal digits in angle brackets: no other is as long as a signature.
std::string longest_hex(const std::string& pdf) {
    std::string longest;
    for (std::size_t at = pdf.find('<'); at != std::string::npos; at = pdf.find('<', at + 1)) {
        const std::size_t end = pdf.find_first_not_of("0123456789abcdefABCDEF", at + 1);
        if (end != std::string::npos && pdf[end] == '>' && end - at - 1 > longest.size()) longest = pdf.substr(at + 1, end - at - 1);
    }
    return longest;
}

std::string bytes_of_hex(const std::string& hex) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
    return bytes;
}

std::string bytes_of_string(const ASN1_STRING* string) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

}  // namespace

SealToken token_in_seal(const std::string& pdf) {
    const std::string der = bytes_of_hex(longest_hex(pdf));
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const Handle<CMS_ContentInfo, CMS_ContentInfo_free> cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    if (!cms) throw std::runtime_error("the PDF has no CMS signature");
    CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
    SealToken found{bytes_of_string(CMS_SignerInfo_get0_signature(signer)), ""};
    const auto* const token = static_cast<const ASN1_STRING*>(CMS_unsigned_get0_data_by_OBJ(
        signer, OBJ_nid2obj(NID_id_smime_aa_timeStampToken), -3, V_ASN1_SEQUENCE));
    if (token != nullptr) found.token = bytes_of_string(token);
    return found;
}

}  // namespace ugoda
