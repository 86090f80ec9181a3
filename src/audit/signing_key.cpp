#include "audit/ed25519.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "audit/checkpoint.h"
#include "base/error.h"
#include "base/handle.h"

namespace ugoda {

namespace {

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Bio = Handle<BIO, BIO_free_all>;
using Context = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Error refused(const char* action) {
    return Error(Fault::internal, "log key", std::string("OpenSSL refused to ") + action,
                 "report this");
}

/// Null when `pem` is no unencrypted Ed25519 key.
Key read_pem(const std::string& pem) {
    const Bio in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto no_password = [](char*, int, int, void*) { return -1; };
    Key key(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, no_password, nullptr) : nullptr);
    if (key && EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) key.reset();
    return key;
}

std::string public_part(const EVP_PKEY* key) {
    std::string bytes(32, '\0');
    std::size_t length = bytes.size();
    if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(bytes.data()), &length) !=
            1 ||
        length != bytes.size())
        throw refused("show a public key");
    return bytes;
}

std::string write_pem(const EVP_PKEY* key) {
    const Bio out(BIO_new(BIO_s_mem()));
    if (!out ||
        PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        throw refused("write a key");
    char* text = nullptr;
    const long length = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(length)};
}

}  // namespace

SigningKey::SigningKey(std::string pem, std::string public_bytes)
    : pem_(std::move(pem)), public_bytes_(std::move(public_bytes)) {}

SigningKey SigningKey::generate() {
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!key) throw refused("make a key");
    return {write_pem(key.get()), public_part(key.get())};
}

SigningKey SigningKey::from_pem(const std::string& pem, const std::string& where) {
    const Key key = read_pem(pem);
    // Any other spelling of the same key is a file that somebody changed.
    if (!key || write_pem(key.get()) != pem)
        throw Error(Fault::storage, where, "is not the log's signing key (Ed25519, PEM)",
                    "put the file back from a backup");
    return {pem, public_part(key.get())};
}

std::string SigningKey::sign(std::string_view message) const {
    const Key key = read_pem(pem_);
    const Context context(EVP_MD_CTX_new());
    std::string signature(64, '\0');
    std::size_t length = signature.size();
    if (!key || !context ||
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                       raw(message), message.size()) != 1)
        throw refused("sign");
    return signature;
}

bool is_good_signature(std::string_view signature, std::string_view message,
                       std::string_view public_bytes) {
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(public_bytes),
                                              public_bytes.size()));
    const Context context(EVP_MD_CTX_new());
    return key && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message),
                            message.size()) == 1;
}

}  // namespace ugoda
