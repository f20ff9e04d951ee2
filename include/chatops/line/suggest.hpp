// The nearest of the names that exist, for one that does not.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::line {

namespace detail {
/// Longer than three words of 40 letters.
inline constexpr std::size_t longest_name = 128;
} // namespace detail

/// Letters to put in, take out, change or swap with the next one, to make one text of the other,
/// in any case; `limit + 1` if they are more than `limit`. (Optimal string alignment, the usual
/// short form of Damerau-Levenshtein; by bytes.)
std::size_t distance_between(std::string_view left, std::string_view right, std::size_t limit);

/// How far a typed name may be from what was meant: a third of its letters, and at most 3.
std::size_t plausible_distance(std::string_view typed);

/// How far `typed` is from `name`, if it is near enough to be meant: by slips of the finger, or as
/// its beginning, from two letters on, which is as near as one slip.
std::optional<std::size_t> distance_if_meant(std::string_view typed, std::string_view name);

/// The names nearest to `typed`, the nearest first and then in their order, at most `most`. Empty
/// if none is near enough to be meant, and for a text too long to be a name.
std::vector<std::string_view>
nearest(std::string_view typed, std::span<const std::string_view> names, std::size_t most = 3);

/// The nearest one, or an empty text.
std::string_view nearest_one(std::string_view typed, std::span<const std::string_view> names);

/// A mistake's suggestion as a sentence goes on with it: `` `a`, `b` or `c` `` for `a, b, c`.
std::string either(std::string_view suggestion);

/// ``Did you mean `a`, `b` or `c`?`` of those names; empty if there is none.
std::string did_you_mean(const std::vector<std::string>& names);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/suggest.ipp")
