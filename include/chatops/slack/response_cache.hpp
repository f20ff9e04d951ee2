// Answers that were just rendered: `help` is asked often, and is the same for all who have the same
// roles.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace chatops::slack {

/// Keeps the last few responses to slash commands. Comparing a reply with one of them costs a tenth
/// of rendering it.
class response_cache {
  public:
    /// `response_text(what)`; valid until the next call.
    const std::string& text(const reply& what);

  private:
    struct entry {
        reply what;
        std::string text;
    };
    /// About as many as there are roles.
    static constexpr std::size_t kept = 4;

    std::array<entry, kept> entries_;
    std::size_t next_ = 0;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/response_cache.ipp")
