// Amounts of memory and storage as people type them: `512MB`, `2GiB`, `1.5TB`.
#pragma once

#include "chatops/command/text_of.hpp"

#include <cstdint>

namespace chatops {

/// Bytes. `kB MB GB TB PB` count in thousands, `KiB MiB GiB TiB PiB` in 1,024s, `B` in ones, in any
/// case. A unit is always required, because `512` could be either; only `0` needs none. A letter
/// alone (`2G`) is a mistake for the same reason: half of the people mean 7 % more.
struct byte_size {
    static constexpr std::string_view kind = "size";

    std::uint64_t bytes = 0;

    /// Mistakes are those of `not_a`.
    static result<byte_size> parse(std::string_view text);
    /// In the largest unit that needs no fraction: "2GiB", "1500MB".
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const byte_size&, const byte_size&) = default;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of_size.ipp")
