// SHA-256 and HMAC-SHA-256 (FIPS 180-4, RFC 2104), and comparing without telling by time.
#pragma once

#include "chatops/core/config.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chatops {

using sha256_digest = std::array<std::uint8_t, 32>;

sha256_digest sha256(std::string_view bytes);

/// HMAC of the parts, one after the other, without joining them in memory first.
sha256_digest hmac_sha256(std::string_view key, std::string_view first,
                          std::string_view second = {});

/// Lower-case hexadecimal.
std::string hex(const sha256_digest& digest);

/// Compares in a time that depends on the lengths only.
bool constant_time_equal(std::string_view left, std::string_view right);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/digest.ipp")
