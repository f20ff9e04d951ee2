#include "mocks/common/fingerprint.hpp"

#include "chatops/core/base64.hpp"
#include "mocks/common/text.hpp"

#include <array>
#include <bit>
#include <cmath>

namespace chatops::mocks {
namespace {

using md5_state = std::array<std::uint32_t, 4>;

/// One block of 64 bytes. Source: RFC 1321, 3.4.
void md5_block(md5_state& state, const char* bytes) {
    static constexpr int shifts[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    std::uint32_t words[16];
    for (std::size_t i = 0; i < 16; ++i) {
        words[i] = 0;
        for (std::size_t byte = 0; byte < 4; ++byte)
            words[i] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 * i + byte]))
                        << (8 * byte);
    }
    auto [a, b, c, d] = state;
    for (std::uint32_t i = 0; i < 64; ++i) {
        const std::uint32_t round = i / 16;
        const std::uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                                    : round == 1 ? (d & b) | (~d & c)
                                    : round == 2 ? b ^ c ^ d
                                                 : c ^ (b | ~d);
        const std::uint32_t word = round == 0   ? i
                                   : round == 1 ? (5 * i + 1) % 16
                                   : round == 2 ? (3 * i + 5) % 16
                                                : 7 * i % 16;
        const auto sine = static_cast<std::uint32_t>(std::fabs(std::sin(i + 1.0)) * 4294967296.0);
        const std::uint32_t sum = a + mixed + words[word] + sine;
        a = d;
        d = c;
        c = b;
        b += std::rotl(sum, shifts[round][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

md5_state md5(std::string bytes) {
    const std::uint64_t bits = bytes.size() * 8;
    bytes += '\x80';
    while (bytes.size() % 64 != 56) bytes += '\0';
    for (int byte = 0; byte < 8; ++byte) bytes += static_cast<char>(bits >> (8 * byte) & 255);
    md5_state state{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U};
    for (std::size_t at = 0; at < bytes.size(); at += 64) md5_block(state, bytes.data() + at);
    return state;
}

bool is_type(std::string_view word) {
    for (const std::string_view each :
         {"ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com"})
        if (word == each) return true;
    return false;
}

} // namespace

std::string fingerprint_of(std::string_view public_key) {
    static constexpr char digits[] = "0123456789abcdef";
    const std::string_view text = trimmed(public_key);
    const auto space = text.find(' ');
    if (space == std::string_view::npos || !is_type(text.substr(0, space))) return {};
    const std::string_view rest = text.substr(space + 1);
    const std::string bytes = from_base64(rest.substr(0, rest.find(' '))).value_or("");
    if (bytes.empty()) return {};
    std::string shown;
    for (const std::uint32_t word : md5(bytes))
        for (int byte = 0; byte < 4; ++byte) {
            const std::uint32_t one = word >> (8 * byte) & 255;
            if (!shown.empty()) shown += ':';
            (shown += digits[one >> 4]) += digits[one & 15];
        }
    return shown;
}

} // namespace chatops::mocks
