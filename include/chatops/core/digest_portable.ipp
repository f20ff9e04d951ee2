#pragma once

#include "chatops/core/digest.hpp"
#include "chatops/core/sha256.hpp"

namespace chatops {

CHATOPS_INLINE sha256_digest sha256(std::string_view bytes) { return portable::sha256(bytes); }

CHATOPS_INLINE sha256_digest hmac_sha256(std::string_view key, std::string_view first,
                                         std::string_view second) {
    return portable::hmac_sha256(key, first, second);
}

} // namespace chatops
