// A reply as plain text, for a terminal or a log.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>

namespace chatops {

struct terminal_style {
    /// ANSI colours; for a terminal only.
    bool colours = false;
    /// Columns; tables and paragraphs fit them, code is left as it is.
    std::size_t columns = 80;
};

/// Lines, each ending with a line end. Control characters in the reply are left out: a provider's
/// data must not command a terminal.
std::string terminal_text(const reply& what, const terminal_style& style = {});

} // namespace chatops

#include CHATOPS_BODY("chatops/chat/terminal.ipp")
