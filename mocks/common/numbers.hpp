// Whole numbers as text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chatops::mocks {

/// The number that the whole of a text is, with a minus perhaps; nothing if it is none, or too
/// large.
std::optional<std::int64_t> whole_number(std::string_view text);

} // namespace chatops::mocks
