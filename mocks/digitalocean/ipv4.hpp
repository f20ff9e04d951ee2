// IPv4 addresses as numbers, and ranges of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::mocks::digitalocean {

/// `10.0.0.1` as a number; of what is no address, any.
std::uint32_t ipv4_number(std::string_view address);
std::string ipv4_text(std::uint32_t number);

/// `10.10.10.0/24`.
struct ipv4_range {
    std::uint32_t first = 0;
    int prefix = 24;

    /// Nothing if that is no range, or if an address is written that is not its first.
    static std::optional<ipv4_range> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] std::uint64_t size() const { return std::uint64_t{1} << (32 - prefix); }
    [[nodiscard]] bool overlaps(const ipv4_range& other) const;
    [[nodiscard]] bool is_within(const ipv4_range& other) const;
};

} // namespace chatops::mocks::digitalocean
