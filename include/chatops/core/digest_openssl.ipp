#pragma once

#include "chatops/core/digest.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <cstring>

namespace chatops {

CHATOPS_INLINE sha256_digest sha256(std::string_view bytes) {
    sha256_digest digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    return digest;
}

CHATOPS_INLINE sha256_digest hmac_sha256(std::string_view key, std::string_view first,
                                         std::string_view second) {
    // One context a thread: OpenSSL 3 spends more time on making a context than on the digest.
    struct context {
        EVP_MD_CTX* value = EVP_MD_CTX_new();
        context() = default;
        context(const context&) = delete;
        context& operator=(const context&) = delete;
        ~context() { EVP_MD_CTX_free(value); }
    };
    thread_local const context shared;
    constexpr std::size_t block = 64;
    std::array<unsigned char, block> padded{};
    if (key.size() > block) {
        const auto shortened = sha256(key);
        std::memcpy(padded.data(), shortened.data(), shortened.size());
    } else if (!key.empty()) {
        std::memcpy(padded.data(), key.data(), key.size());
    }
    const auto hash = [](unsigned char pad, std::array<unsigned char, block> with,
                         std::string_view left, std::string_view right) {
        for (unsigned char& byte : with) byte ^= pad;
        sha256_digest digest{};
        bool good = EVP_DigestInit_ex(shared.value, EVP_sha256(), nullptr) == 1;
        good = good && EVP_DigestUpdate(shared.value, with.data(), with.size()) == 1;
        good = good && EVP_DigestUpdate(shared.value, left.data(), left.size()) == 1;
        good = good && EVP_DigestUpdate(shared.value, right.data(), right.size()) == 1;
        good = good && EVP_DigestFinal_ex(shared.value, digest.data(), nullptr) == 1;
        CHATOPS_ASSERT(good);
        return digest;
    };
    const auto inner = hash(0x36, padded, first, second);
    const std::string_view inner_bytes(reinterpret_cast<const char*>(inner.data()), inner.size());
    return hash(0x5c, padded, inner_bytes, {});
}

} // namespace chatops
