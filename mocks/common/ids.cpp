#include "mocks/common/ids.hpp"

namespace chatops::mocks {

std::string uuid(std::uint64_t high, std::uint64_t low) {
    static constexpr char digits[] = "0123456789abcdef";
    high = (high & ~0xf000ULL) | 0x4000ULL;
    low = (low & ~(3ULL << 62)) | (2ULL << 62);
    std::string text;
    for (int nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
        const std::uint64_t half = nibble < 16 ? high : low;
        text += digits[half >> (60 - 4 * (nibble % 16)) & 15];
    }
    return text;
}

std::string next_uuid(random_source& chance) {
    const std::uint64_t high = chance.next();
    return uuid(high, chance.next());
}

} // namespace chatops::mocks
