#include "seal/timestamp.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "seal/trusted_chain.h"

namespace ugoda {

namespace {

using Request = Handle<TS_REQ, TS_REQ_free>;
using Reply = Handle<TS_RESP, TS_RESP_free>;
using Check = Handle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;

void free_list(STACK_OF(X509)* list) { sk_X509_free(list); }
using Signers = Handle<STACK_OF(X509), free_list>;

const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// Null unless it is the whole of `bytes`.
template <typename Owner, typename Read>
Owner whole(std::string_view bytes, Read read) {
    const unsigned char* at = data_of(bytes);
    Owner value(read(nullptr, &at, static_cast<long>(bytes.size())));
    ERR_clear_error();
    if (at != data_of(bytes) + bytes.size()) value.reset();
    return value;
}

/// DER of what OpenSSL writes with `write`.
template <typename Value, typename Write>
std::string der_of(Value* value, Write write) {
    unsigned char* bytes = nullptr;
    const int size = write(value, &bytes);
    if (size <= 0) throw Error(Fault::internal, "timestamp", "OpenSSL could not write it", "report this");
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

/// OpenSSL's last word on what just failed.
std::string why_not() {
    const char* const reason = ERR_reason_error_string(ERR_peek_last_error());
    const char* data = nullptr;
    int flags = 0;
    ERR_peek_last_error_data(&data, &flags);
    std::string text = reason == nullptr ? "it does not hold" : reason;
    if (data != nullptr && (flags & ERR_TXT_STRING) != 0 && *data != '\0') text += std::string(" (") + data + ")";
    ERR_clear_error();
    return shortened(one_line(text), 200);
}

/// Who says no, and how it is said: to what is asked for now, or of what was kept.
struct Voice {
    Fault fault;
    const std::string& where;
    [[noreturn]] void refuse(const std::string& why) const {
        if (fault == Fault::storage)
            throw Error(fault, where, why + ", so nothing was stored", "try again later, or name another authority");
        throw Error(fault, where, why, "put the newest backup back and keep this folder for an expert");
    }
};

Reply parsed(std::string_view bytes, const Voice& voice) {
    if (bytes.size() > largest_reply) voice.refuse("the reply is too large to be a timestamp");
    Reply reply = whole<Reply>(bytes, d2i_TS_RESP);
    if (!reply) voice.refuse("what it replied is no timestamp");
    return reply;
}

void require_granted(TS_RESP* reply, const Voice& voice) {
    TS_STATUS_INFO* const info = TS_RESP_get_status_info(reply);
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(info));
    if (status == TS_STATUS_GRANTED || status == TS_STATUS_GRANTED_WITH_MODS) return;
    std::string said;
    const STACK_OF(ASN1_UTF8STRING)* const texts = TS_STATUS_INFO_get0_text(info);
    for (int i = 0; i < sk_ASN1_UTF8STRING_num(texts); ++i) {
        const ASN1_UTF8STRING* const text = sk_ASN1_UTF8STRING_value(texts, i);
        said += " " + std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                                  static_cast<std::size_t>(ASN1_STRING_length(text)));
    }
    voice.refuse("the request was refused (status " + std::to_string(status) + ")" +
                 (said.empty() ? "" : ":" + shortened(one_line(said), 200)));
}

/// Of a reply that is to be checked with `check`, which says what must be in it.
Timestamp checked(TS_RESP* reply, Check check, const std::string& trusted, const Voice& voice) {
    require_granted(reply, voice);
    PKCS7* const token = TS_RESP_get_token(reply);
    TS_TST_INFO* const info = TS_RESP_get_tst_info(reply);
    if (token == nullptr || info == nullptr || !PKCS7_type_is_signed(token)) voice.refuse("the reply holds no token");
    Timestamp stamp;
    stamp.time = instant_of(TS_TST_INFO_get_time(info));
    if (stamp.time.seconds <= 0 || stamp.time.seconds > 253'402'300'799) voice.refuse("the token has no usable time");
    CertificateStore store = store_at(stamp.time, trusted);
    const Signers signers(PKCS7_get0_signers(token, nullptr, 0));
    if (!signers || sk_X509_num(signers.get()) != 1) voice.refuse("the token does not say who signed it");
    X509* const signer = sk_X509_value(signers.get(), 0);
    const TrustedChain chain = chain_of(signer, token->d.sign->cert, store.get());
    TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set_store(check.get(), store.release());
    if (TS_RESP_verify_response(check.get(), reply) != 1) voice.refuse("the timestamp is not good: " + why_not());
    if (chain.pem.empty()) voice.refuse("the timestamp's certificates lead to none that is trusted");
    stamp.authority = called(signer);
    stamp.authority_until = chain.until;
    stamp.chain = chain.pem;
    stamp.crl_urls = crl_urls_of(signer);
    stamp.token = der_of(token, i2d_PKCS7);
    return stamp;
}

}  // namespace

TimestampRequest request_timestamp(const Digest& imprint, std::string_view nonce) {
    const Request request(TS_REQ_new());
    const Handle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> message(TS_MSG_IMPRINT_new());
    const Handle<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    const Handle<BIGNUM, BN_free> number(BN_bin2bn(data_of(nonce), static_cast<int>(nonce.size()), nullptr));
    const Handle<ASN1_INTEGER, ASN1_INTEGER_free> integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
    Digest copy = imprint;
    const bool is_made = X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
                         TS_MSG_IMPRINT_set_algo(message.get(), algorithm.get()) == 1 &&
                         TS_MSG_IMPRINT_set_msg(message.get(), copy.data(), static_cast<int>(copy.size())) == 1 &&
                         TS_REQ_set_version(request.get(), 1) == 1 &&
                         TS_REQ_set_msg_imprint(request.get(), message.get()) == 1 &&
                         TS_REQ_set_nonce(request.get(), integer.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    if (!is_made) throw Error(Fault::internal, "timestamp", "OpenSSL could not make the request", "report this");
    return {der_of(request.get(), i2d_TS_REQ), imprint};
}

Timestamp read_timestamp(std::string_view bytes, const TimestampRequest& request, const std::string& trusted,
                         const std::string& where) {
    const Voice voice{Fault::storage, where};
    const Reply reply = parsed(bytes, voice);
    const Request asked = whole<Request>(request.der, d2i_TS_REQ);
    return checked(reply.get(), Check(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr)), trusted, voice);
}

Timestamp check_timestamp(std::string_view bytes, const Digest& imprint, const std::string& trusted,
                          const std::string& where) {
    const Voice voice{Fault::integrity, where};
    const Reply reply = parsed(bytes, voice);
    // Without a nonce: whatever the kept token has is right.
    const Request asked = whole<Request>(request_timestamp(imprint, std::string(8, '\1')).der, d2i_TS_REQ);
    Check check(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr));
    TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_IMPRINT);
    return checked(reply.get(), std::move(check), trusted, voice);
}

std::string reply_with(std::string_view token, const std::string& where) {
    auto parsed_token = whole<Handle<PKCS7, PKCS7_free>>(token, d2i_PKCS7);
    Handle<TS_TST_INFO, TS_TST_INFO_free> info(parsed_token && PKCS7_type_is_signed(parsed_token.get())
                                                   ? PKCS7_to_TS_TST_INFO(parsed_token.get())
                                                   : nullptr);
    ERR_clear_error();
    if (!info) Voice{Fault::integrity, where}.refuse("it is no timestamp token");
    const Reply reply(TS_RESP_new());
    const Handle<TS_STATUS_INFO, TS_STATUS_INFO_free> granted(TS_STATUS_INFO_new());
    TS_STATUS_INFO_set_status(granted.get(), TS_STATUS_GRANTED);
    TS_RESP_set_status_info(reply.get(), granted.get());
    TS_RESP_set_tst_info(reply.get(), parsed_token.release(), info.release());
    return der_of(reply.get(), i2d_TS_RESP);
}

void require_certificates(const std::string& pem, const std::string& where) {
    if (certificates_in(pem).empty())
        throw Error(Fault::input, where, "holds no certificates in PEM",
                    "ask the authority for the certificates it is checked with");
}

}  // namespace ugoda
