#pragma once

#include "chatops/core/digest.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/signature.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace chatops::slack {

namespace detail {

/// Seconds since 1970 take ten digits until the year 2286.
inline constexpr std::size_t timestamp_digits = 10;

/// The 32 bytes of `v0=` and 64 lower-case hexadecimal digits; false if it is anything else.
CHATOPS_INLINE bool read_signature(std::string_view text, sha256_digest& to) {
    if (text.size() != 3 + 2 * to.size() || text.substr(0, 3) != "v0=") return false;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < to.size(); ++i) {
        const int high = digit(text[3 + 2 * i]);
        const int low = digit(text[4 + 2 * i]);
        if (high < 0 || low < 0) return false;
        to[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

CHATOPS_INLINE std::string_view bytes_of(const sha256_digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

} // namespace detail

CHATOPS_INLINE std::string_view word_of(signature_verdict verdict) {
    switch (verdict) {
    case signature_verdict::good: return "good";
    case signature_verdict::missing: return "missing";
    case signature_verdict::malformed: return "malformed";
    case signature_verdict::stale: return "stale";
    case signature_verdict::wrong: break;
    }
    return "wrong";
}

CHATOPS_INLINE signature_verdict check_signature(const secret& signing_secret,
                                                 std::string_view timestamp,
                                                 std::string_view signature, std::string_view body,
                                                 time_point now) {
    // An empty key would make a signature that anyone can compute.
    CHATOPS_ASSERT(!signing_secret.empty());
    if (timestamp.empty() || signature.empty()) return signature_verdict::missing;

    std::int64_t stamp = 0;
    const char* const end = timestamp.data() + timestamp.size();
    if (timestamp.size() > detail::timestamp_digits || timestamp.front() == '-')
        return signature_verdict::malformed;
    const auto read = std::from_chars(timestamp.data(), end, stamp);
    if (read.ec != std::errc() || read.ptr != end) return signature_verdict::malformed;
    sha256_digest given{};
    if (!detail::read_signature(signature, given)) return signature_verdict::malformed;

    const auto sent = time_point(std::chrono::seconds(stamp));
    const auto age = now > sent ? now - sent : sent - now;
    if (age > limits::signature_age_seconds) return signature_verdict::stale;

    std::array<char, 3 + detail::timestamp_digits + 1> prefix{'v', '0', ':'};
    timestamp.copy(prefix.data() + 3, timestamp.size());
    prefix[3 + timestamp.size()] = ':';
    const sha256_digest expected = hmac_sha256(
        signing_secret.reveal(), std::string_view(prefix.data(), timestamp.size() + 4), body);
    return constant_time_equal(detail::bytes_of(given), detail::bytes_of(expected))
               ? signature_verdict::good
               : signature_verdict::wrong;
}

} // namespace chatops::slack
