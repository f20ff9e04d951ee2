#pragma once

#include "chatops/journal/event.hpp"

#include <array>
#include <utility>

namespace chatops::journal {

namespace detail {
inline constexpr std::array<std::string_view, 7> kind_words{
    "accepted", "asked", "answered", "begun", "recorded", "cancelled", "delivered"};
} // namespace detail

CHATOPS_INLINE std::string_view word_of(kind what) {
    return detail::kind_words[static_cast<std::size_t>(what)];
}

CHATOPS_INLINE std::optional<kind> kind_of(std::string_view word) {
    for (std::size_t i = 0; i < detail::kind_words.size(); ++i)
        if (detail::kind_words[i] == word) return static_cast<kind>(i);
    return std::nullopt;
}

CHATOPS_INLINE sha256_digest chain_hash(const sha256_digest& previous, std::uint64_t sequence,
                                        const entry& appended) {
    std::string bytes;
    bytes.reserve(128 + appended.data.size());
    const auto number = [&](std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift);
    };
    const auto text = [&](std::string_view value) {
        number(value.size());
        bytes += value;
    };
    bytes.append(reinterpret_cast<const char*>(previous.data()), previous.size());
    number(sequence);
    number(static_cast<std::uint64_t>(appended.when.time_since_epoch().count()));
    text(appended.run.text);
    text(word_of(appended.what));
    text(appended.name);
    text(appended.data);
    return sha256(bytes);
}

CHATOPS_INLINE event chained(const sha256_digest& previous, std::uint64_t sequence,
                             entry appended) {
    event result;
    result.hash = chain_hash(previous, sequence, appended);
    static_cast<entry&>(result) = std::move(appended);
    result.sequence = sequence;
    result.previous = previous;
    return result;
}

} // namespace chatops::journal
