#include "mocks/common/addresses.hpp"

#include "mocks/common/numbers.hpp"

namespace chatops::mocks {
namespace {

/// One of the four numbers of an address of version 4.
bool is_address_byte(std::string_view word) {
    const auto number = whole_number(word);
    return number && word.size() <= 3 && *number >= 0 && *number <= 255;
}

} // namespace

bool is_ipv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        const auto dot = text.find('.');
        if ((dot == std::string_view::npos) != (part == 3)) return false;
        if (!is_address_byte(text.substr(0, dot))) return false;
        text = part == 3 ? std::string_view() : text.substr(dot + 1);
    }
    return true;
}

bool is_ipv6(std::string_view text) {
    int groups = 0;
    const auto gap = text.find("::");
    const bool is_short = gap != std::string_view::npos;
    if (is_short && text.find("::", gap + 1) != std::string_view::npos) return false;
    while (!text.empty()) {
        const auto colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        const bool is_hex =
            group.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        if (group.size() > 4 || !is_hex) return false;
        groups += group.empty() ? 0 : 1;
        text = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    }
    return is_short ? groups < 8 : groups == 8;
}

} // namespace chatops::mocks
