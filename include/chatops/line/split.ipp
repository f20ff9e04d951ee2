#pragma once

#include "chatops/line/split.hpp"
#include "chatops/line/word_reader.hpp"

namespace chatops::line {

namespace detail {

inline result<words> split_line(std::string_view line, bool unfinished) {
    result<words> found;
    word_reader reader(*found, line, unfinished);
    if (!reader.read_line()) found = std::move(reader).wrong();
    return found;
}

} // namespace detail

CHATOPS_INLINE result<words> split(std::string_view line) {
    return detail::split_line(line, false);
}

CHATOPS_INLINE result<words> split_unfinished(std::string_view line) {
    return detail::split_line(line, true);
}

CHATOPS_INLINE result<words> words_of_arguments(std::span<const char* const> arguments) {
    result<words> found;
    word_reader reader(*found, {}, false);
    if (!reader.read_arguments(arguments)) found = std::move(reader).wrong();
    return found;
}

} // namespace chatops::line
