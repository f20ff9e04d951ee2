// Slack's cursors: base64 of what comes next.
#pragma once

#include "mocks/slack/web_api.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops::mocks::slack {

/// What one page of a list holds: `[begin, end)`.
struct page {
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Empty on the last page.
    std::string next_cursor;
};

/// Reads `limit` and `cursor`. `word` is what the cursor says inside (`user`, `next_ts`). Throws
/// `invalid_limit`, `invalid_cursor`.
page read_page(const call& asked, std::string_view word, std::size_t total, std::size_t usual,
               std::size_t most);

/// `{"next_cursor": …}`.
object next_page(const page& of);

} // namespace chatops::mocks::slack
