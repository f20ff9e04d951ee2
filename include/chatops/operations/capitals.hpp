// Words of people as vendors write their constants: in capitals.
#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/core/ascii.hpp"

#include <string>

namespace chatops::operations {

/// `ROUND_ROBIN` of `round-robin`.
template <class Enum>
std::string in_capitals(Enum which) {
    std::string word;
    for (const char c : std::string(text_of<Enum>::write(which))) word += c == '-' ? '_' : upper(c);
    return word;
}

} // namespace chatops::operations
