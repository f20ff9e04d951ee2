#pragma once

#include "chatops/native/sealing.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>

namespace chatops::native {

namespace detail {

inline constexpr std::size_t key_bytes = 32;
inline constexpr std::size_t nonce_bytes = 12;
inline constexpr std::size_t tag_bytes = 16;
inline constexpr std::string_view sealed_prefix = "v1.";

struct ossl_free {
    void operator()(EVP_KDF* what) const { EVP_KDF_free(what); }
    void operator()(EVP_KDF_CTX* what) const { EVP_KDF_CTX_free(what); }
    void operator()(EVP_CIPHER_CTX* what) const { EVP_CIPHER_CTX_free(what); }
};
template <class T>
using ossl = std::unique_ptr<T, ossl_free>;

inline void must(bool good, const char* what) {
    if (!good) throw std::runtime_error(std::string("OpenSSL: ") + what + " failed");
}

inline unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}
inline const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
inline int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// HKDF with SHA-256; `info` says what the key is for, so that other keys of the same credentials
/// differ.
inline std::string derived_key(std::string_view credentials, std::string_view info) {
    const ossl<EVP_KDF> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    must(kdf != nullptr, "HKDF");
    const ossl<EVP_KDF_CTX> context(EVP_KDF_CTX_new(kdf.get()));
    must(context != nullptr, "HKDF");
    std::string digest = "SHA256";
    std::string from(credentials);
    std::string what(info);
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, from.data(), from.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, what.data(), what.size()),
        OSSL_PARAM_construct_end()};
    std::string key(key_bytes, '\0');
    const bool good = EVP_KDF_derive(context.get(), bytes_of(key), key.size(), parameters) == 1;
    OPENSSL_cleanse(from.data(), from.size());
    must(good, "HKDF");
    return key;
}

/// Base64 with `-` and `_`, without padding (RFC 4648, 5).
inline std::string to_base64url(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(bytes_of(text), bytes_of(bytes), length_of(bytes));
    text.resize(static_cast<std::size_t>(length));
    while (!text.empty() && text.back() == '=') text.pop_back();
    for (char& each : text) each = each == '+' ? '-' : each == '/' ? '_' : each;
    return text;
}

inline std::optional<std::string> from_base64url(std::string_view text) {
    std::string padded(text);
    for (char& each : padded) each = each == '-' ? '+' : each == '_' ? '/' : each;
    const std::size_t padding = (4 - padded.size() % 4) % 4;
    if (padding == 3) return std::nullopt;
    padded.append(padding, '=');
    std::string bytes(padded.size() / 4 * 3, '\0');
    const int length =
        EVP_DecodeBlock(bytes_of(bytes), bytes_of(std::string_view(padded)), length_of(padded));
    if (length < 0) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(length) - padding);
    // OpenSSL is lenient; only the one spelling of these bytes opens.
    if (to_base64url(bytes) != text) return std::nullopt;
    return bytes;
}

} // namespace detail

CHATOPS_INLINE gcm_sealer::gcm_sealer(const secret& credentials) {
    CHATOPS_ASSERT(!credentials.empty());
    key_ = secret(detail::derived_key(credentials.reveal(), "chatops sealed secrets v1"));
}

CHATOPS_INLINE std::string gcm_sealer::seal(const secret& what, std::string_view purpose) {
    using namespace detail;
    const std::string_view plain = what.reveal();
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    unsigned char* const nonce = bytes_of(sealed);
    unsigned char* const body = nonce + nonce_bytes;
    must(RAND_bytes(nonce, nonce_bytes) == 1, "drawing a nonce");
    const ossl<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int written = 0;
    bool good = context != nullptr && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                                         bytes_of(key_.reveal()), nonce) == 1;
    good = good && EVP_EncryptUpdate(context.get(), nullptr, &written, bytes_of(purpose),
                                     length_of(purpose)) == 1;
    good = good &&
           EVP_EncryptUpdate(context.get(), body, &written, bytes_of(plain), length_of(plain)) == 1;
    good = good && EVP_EncryptFinal_ex(context.get(), body + plain.size(), &written) == 1;
    good = good && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes,
                                       body + plain.size()) == 1;
    must(good, "sealing");
    return std::string(sealed_prefix) + to_base64url(sealed);
}

CHATOPS_INLINE std::optional<secret> gcm_sealer::open(std::string_view sealed,
                                                      std::string_view purpose) {
    using namespace detail;
    if (!sealed.starts_with(sealed_prefix)) return std::nullopt;
    std::optional<std::string> bytes = from_base64url(sealed.substr(sealed_prefix.size()));
    if (!bytes || bytes->size() < nonce_bytes + tag_bytes) return std::nullopt;
    unsigned char* const nonce = bytes_of(*bytes);
    unsigned char* const body = nonce + nonce_bytes;
    const std::size_t size = bytes->size() - nonce_bytes - tag_bytes;
    std::string plain(size + 1, '\0');
    const ossl<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    must(context != nullptr, "opening");
    int written = 0;
    bool good = EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                   bytes_of(key_.reveal()), nonce) == 1;
    good = good && EVP_DecryptUpdate(context.get(), nullptr, &written, bytes_of(purpose),
                                     length_of(purpose)) == 1;
    good = good && EVP_DecryptUpdate(context.get(), bytes_of(plain), &written, body,
                                     static_cast<int>(size)) == 1;
    good = good &&
           EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, body + size) == 1;
    good = good && EVP_DecryptFinal_ex(context.get(), bytes_of(plain) + size, &written) == 1;
    if (!good) {
        OPENSSL_cleanse(plain.data(), plain.size());
        return std::nullopt;
    }
    plain.resize(size);
    return secret(std::move(plain));
}

} // namespace chatops::native
