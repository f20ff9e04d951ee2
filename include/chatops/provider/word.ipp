#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/word.hpp"

#include <algorithm>

namespace chatops::provider {

CHATOPS_INLINE bool is_one_line(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
           });
}

CHATOPS_INLINE mistake not_named(std::string_view code, std::string_view text,
                                 std::string_view says, std::string_view expected) {
    mistake wrong;
    wrong.code = code;
    wrong.message = shown(text) + ' ';
    wrong.message += says;
    wrong.end = text.size();
    wrong.expected = expected;
    return wrong;
}

} // namespace chatops::provider
