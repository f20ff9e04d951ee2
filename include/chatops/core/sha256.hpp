// SHA-256 and HMAC as FIPS 180-4 and RFC 2104 have them, without a library: for the browser.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chatops::portable {

using sha256_digest = std::array<std::uint8_t, 32>;

/// Takes bytes in pieces of any size; `finish` once, at the end. Works at compile time too.
class sha256_stream {
  public:
    constexpr void update(std::string_view bytes) {
        total_bytes_ += bytes.size();
        for (const char byte : bytes) put(static_cast<std::uint8_t>(byte));
    }

    constexpr sha256_digest finish() {
        const std::uint64_t bits = total_bytes_ * 8;
        put(0x80);
        while (filled_ != block_bytes - 8) put(0);
        for (int shift = 56; shift >= 0; shift -= 8) put(static_cast<std::uint8_t>(bits >> shift));
        sha256_digest digest{};
        for (std::size_t i = 0; i < digest.size(); ++i)
            digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
        return digest;
    }

    static constexpr std::size_t block_bytes = 64;

  private:
    using word = std::uint32_t;

    constexpr void put(std::uint8_t byte) {
        block_[filled_++] = byte;
        if (filled_ != block_bytes) return;
        compress();
        filled_ = 0;
    }

    static constexpr word rotate(word value, int by) {
        return (value >> by) | (value << (32 - by));
    }

    /// The message schedule; FIPS 180-4, 6.2.2, step 1.
    [[nodiscard]] constexpr std::array<word, 64> schedule() const {
        std::array<word, 64> w{};
        for (std::size_t t = 0; t < 16; ++t)
            for (std::size_t i = 0; i < 4; ++i) w[t] = (w[t] << 8) | block_[4 * t + i];
        for (std::size_t t = 16; t < 64; ++t) {
            const word small0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ (w[t - 15] >> 3);
            const word small1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = small1 + w[t - 7] + small0 + w[t - 16];
        }
        return w;
    }

    /// FIPS 180-4, 6.2.2, steps 2 to 4, with its names.
    constexpr void compress() {
        const std::array<word, 64> w = schedule();
        auto [a, b, c, d, e, f, g, h] = state_;
        for (std::size_t t = 0; t < 64; ++t) {
            const word big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
            const word t1 = h + big1 + ((e & f) ^ (~e & g)) + constants[t] + w[t];
            const word big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
            const word t2 = big0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        const std::array<word, 8> mixed{a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < mixed.size(); ++i) state_[i] += mixed[i];
    }

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    static constexpr std::array<word, 64> constants{
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2};

    std::array<word, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, block_bytes> block_{};
    std::size_t filled_ = 0;
    std::uint64_t total_bytes_ = 0;
};

constexpr sha256_digest sha256(std::string_view bytes) {
    sha256_stream stream;
    stream.update(bytes);
    return stream.finish();
}

/// HMAC of the parts, one after the other; RFC 2104.
constexpr sha256_digest hmac_sha256(std::string_view key, std::string_view first,
                                    std::string_view second = {}) {
    std::array<char, sha256_stream::block_bytes> padded{};
    if (key.size() > padded.size()) {
        const sha256_digest shortened = sha256(key);
        for (std::size_t i = 0; i < shortened.size(); ++i)
            padded[i] = static_cast<char>(shortened[i]);
    } else {
        for (std::size_t i = 0; i < key.size(); ++i) padded[i] = key[i];
    }
    const auto started = [&padded](int pad) {
        std::array<char, sha256_stream::block_bytes> mixed = padded;
        for (char& each : mixed) each = static_cast<char>(each ^ pad);
        sha256_stream stream;
        stream.update({mixed.data(), mixed.size()});
        return stream;
    };
    sha256_stream inner = started(0x36);
    inner.update(first);
    inner.update(second);
    std::array<char, 32> inner_digest{};
    const sha256_digest inner_bytes = inner.finish();
    for (std::size_t i = 0; i < inner_bytes.size(); ++i)
        inner_digest[i] = static_cast<char>(inner_bytes[i]);
    sha256_stream outer = started(0x5c);
    outer.update({inner_digest.data(), inner_digest.size()});
    return outer.finish();
}

} // namespace chatops::portable
