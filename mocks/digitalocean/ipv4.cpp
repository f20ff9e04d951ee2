#include "mocks/digitalocean/ipv4.hpp"

#include "mocks/common/addresses.hpp"
#include "mocks/digitalocean/state.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {

std::uint32_t ipv4_number(std::string_view address) {
    std::uint32_t whole = 0;
    for (int part = 0; part < 4; ++part) {
        const auto number = number_in(address.substr(0, address.find('.')));
        whole = whole << 8 | (static_cast<std::uint32_t>(number.value_or(0)) & 0xffU);
        address = address.substr(std::min(address.size(), address.find('.') + 1));
    }
    return whole;
}

std::string ipv4_text(std::uint32_t number) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += std::to_string(number >> shift & 0xffU) + (shift > 0 ? "." : "");
    return text;
}

std::optional<ipv4_range> ipv4_range::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || !is_ipv4(text.substr(0, slash))) return std::nullopt;
    const auto prefix = number_in(text.substr(slash + 1));
    if (!prefix || *prefix < 1 || *prefix > 32) return std::nullopt;
    const ipv4_range read{ipv4_number(text.substr(0, slash)), static_cast<int>(*prefix)};
    if (read.first % read.size() != 0) return std::nullopt;
    return read;
}

std::string ipv4_range::to_text() const { return ipv4_text(first) + '/' + std::to_string(prefix); }

bool ipv4_range::is_within(const ipv4_range& other) const {
    return first >= other.first && first + size() <= other.first + other.size();
}

bool ipv4_range::overlaps(const ipv4_range& other) const {
    return is_within(other) || other.is_within(*this);
}

} // namespace chatops::mocks::digitalocean
