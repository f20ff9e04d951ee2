#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/output.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string shown_output(std::string_view text) {
    // ECMA-48: a control sequence is ESC [, parameters, and one letter or sign from @ to ~.
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\x1b[") {
            at += 2;
            while (at < text.size() && (text[at] < '@' || text[at] > '~')) ++at;
            continue;
        }
        plain += text[at];
    }
    return shown_text(plain);
}

} // namespace chatops::operations
