#include "seal/seal_token.h"

#include <openssl/err.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

#include <ctime>

#include "base/clock.h"
#include "base/handle.h"
#include "seal/trusted_chain.h"
#include "seal/x509.h"

namespace ugoda {

namespace {

using Token = Handle<PKCS7, PKCS7_free>;
using Info = Handle<TS_TST_INFO, TS_TST_INFO_free>;
using Context = Handle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;
void release_list(STACK_OF(X509) * list) { sk_X509_free(list); }

/// Those in the token, each an anchor, all as of `moment`.
X509_STORE* store_of(const STACK_OF(X509) * certificates, std::int64_t moment) {
    X509_STORE* store = X509_STORE_new();
    if (store == nullptr) return nullptr;
    for (int i = 0; i < sk_X509_num(certificates); ++i) (void)X509_STORE_add_cert(store, sk_X509_value(certificates, i));
    X509_VERIFY_PARAM* how = X509_STORE_get0_param(store);
    X509_VERIFY_PARAM_set_time(how, static_cast<std::time_t>(moment));
    X509_VERIFY_PARAM_set_flags(how, X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

bool is_good(PKCS7* token, const STACK_OF(X509) * certificates, std::int64_t moment, std::string_view over) {
    const Context context(TS_VERIFY_CTX_new());
    if (!context) return false;
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_DATA);
    (void)TS_VERIFY_CTX_set_data(context.get(), BIO_new_mem_buf(over.data(), static_cast<int>(over.size())));
    (void)TS_VERIFY_CTX_set_store(context.get(), store_of(certificates, moment));
    return TS_RESP_verify_token(context.get(), token) == 1;
}

std::string authority_of(PKCS7* token) {
    const Handle<STACK_OF(X509), release_list> signers(PKCS7_get0_signers(token, nullptr, 0));
    return signers && sk_X509_num(signers.get()) == 1 ? facts_of(*sk_X509_value(signers.get(), 0)).subject : std::string();
}

}  // namespace

StampFound check_seal_token(std::string_view bytes, std::string_view over) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const Token token(d2i_PKCS7(nullptr, &at, static_cast<long>(bytes.size())));
    const bool is_signed = token && PKCS7_type_is_signed(token.get()) && token->d.sign != nullptr;
    const Info info(is_signed ? PKCS7_to_TS_TST_INFO(token.get()) : nullptr);
    const std::int64_t moment = info ? instant_of(TS_TST_INFO_get_time(info.get())).seconds : 0;
    StampFound found{"", "", "is no timestamp"};
    if (moment > 0 && token->d.sign->cert != nullptr) {
        found = {to_rfc3339({moment, 0}), authority_of(token.get()), ""};
        if (!is_good(token.get(), token->d.sign->cert, moment, over)) found.wrong = "is not a good one over this seal";
    }
    ERR_clear_error();
    return found;
}

}  // namespace ugoda
