#include "mocks/papertrail/gzip.hpp"

#include <boost/crc.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::papertrail {
namespace {

std::uint32_t crc_of(std::string_view bytes) {
    boost::crc_32_type sum;
    sum.process_bytes(bytes.data(), bytes.size());
    return sum.checksum();
}

/// The lowest byte first.
void append_number(std::string& to, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(number >> (8 * i) & 0xFFU);
}

} // namespace

std::string gzip(std::string_view bytes) {
    constexpr std::size_t longest_block = 0xFFFF;
    constexpr unsigned char header[] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF};
    std::string made(std::begin(header), std::end(header));
    std::string_view rest = bytes;
    do {
        const std::string_view block = rest.substr(0, longest_block);
        rest.remove_prefix(block.size());
        const auto length = static_cast<std::uint32_t>(block.size());
        made += static_cast<char>(rest.empty() ? 1 : 0);
        append_number(made, length, 2);
        append_number(made, ~length, 2);
        made += block;
    } while (!rest.empty());
    append_number(made, crc_of(bytes), 4);
    append_number(made, static_cast<std::uint32_t>(bytes.size()), 4);
    return made;
}

} // namespace chatops::mocks::papertrail
