#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/provider/word.hpp"

namespace chatops::provider {

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
