// Whole numbers as people type them.
#pragma once

#include "chatops/command/text_of.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace chatops {

/// A whole number from `least` to `most`, in decimal digits with at most a minus before them.
result<std::int64_t> read_integer(std::string_view text, std::int64_t least, std::int64_t most);
result<std::uint64_t> read_natural(std::string_view text, std::uint64_t most);

/// The integers that are numbers, not characters.
template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
                       !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> &&
                       !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

template <whole_number T>
struct text_of<T> {
    static constexpr std::string_view kind = "whole number";

    static result<T> read(std::string_view text) {
        if constexpr (std::is_signed_v<T>) {
            auto number =
                read_integer(text, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
            if (!number) return std::move(number).error();
            return static_cast<T>(*number);
        } else {
            auto number = read_natural(text, std::numeric_limits<T>::max());
            if (!number) return std::move(number).error();
            return static_cast<T>(*number);
        }
    }

    static std::string write(T value) { return std::to_string(value); }
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of_number.ipp")
