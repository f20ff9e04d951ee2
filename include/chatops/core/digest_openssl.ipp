#pragma once

#include "chatops/core/digest.hpp"

#include <openssl/evp.h>

#include <cstring>
#include <initializer_list>

namespace chatops {

namespace detail {

/// Of all parts, one after the other.
CHATOPS_INLINE sha256_digest sha256_of(std::initializer_list<std::string_view> parts) {
    // One context a thread, and the algorithm looked up once: OpenSSL 3 spends more time on either
    // than on the digest.
    struct context {
        EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        EVP_MD_CTX* value = EVP_MD_CTX_new();
        context() = default;
        context(const context&) = delete;
        context& operator=(const context&) = delete;
        ~context() {
            EVP_MD_CTX_free(value);
            EVP_MD_free(algorithm);
        }
    };
    thread_local const context shared;
    sha256_digest digest{};
    bool good = EVP_DigestInit_ex(shared.value, shared.algorithm, nullptr) == 1;
    for (const std::string_view part : parts)
        good = good && EVP_DigestUpdate(shared.value, part.data(), part.size()) == 1;
    good = good && EVP_DigestFinal_ex(shared.value, digest.data(), nullptr) == 1;
    CHATOPS_ASSERT(good);
    return digest;
}

CHATOPS_INLINE std::string_view bytes_of(const auto& array) {
    return {reinterpret_cast<const char*>(array.data()), array.size()};
}

} // namespace detail

CHATOPS_INLINE sha256_digest sha256(std::string_view bytes) { return detail::sha256_of({bytes}); }

CHATOPS_INLINE sha256_digest hmac_sha256(std::string_view key, std::string_view first,
                                         std::string_view second) {
    constexpr std::size_t block = 64;
    std::array<unsigned char, block> inner_key{};
    if (key.size() > block) {
        const sha256_digest shortened = sha256(key);
        std::memcpy(inner_key.data(), shortened.data(), shortened.size());
    } else if (!key.empty()) {
        std::memcpy(inner_key.data(), key.data(), key.size());
    }
    std::array<unsigned char, block> outer_key = inner_key;
    for (unsigned char& byte : inner_key) byte ^= 0x36;
    for (unsigned char& byte : outer_key) byte ^= 0x5c;
    const sha256_digest inner = detail::sha256_of({detail::bytes_of(inner_key), first, second});
    return detail::sha256_of({detail::bytes_of(outer_key), detail::bytes_of(inner)});
}

} // namespace chatops
