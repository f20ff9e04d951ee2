#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/core/ascii.hpp"

namespace chatops {

CHATOPS_INLINE std::string one_of_words(std::span<const std::string_view> words) {
    std::string text = words.size() == 1 ? "" : "one of ";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

CHATOPS_INLINE result<std::size_t> read_word(std::string_view text,
                                             std::span<const std::string_view> words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (equal_ignoring_case(text, words[i])) return i;
    return not_a(text, one_of_words(words));
}

} // namespace chatops
