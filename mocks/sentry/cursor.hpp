// Where a page of a list begins: `value:offset:is_prev`.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace chatops::mocks::sentry {

/// Source: getsentry/sentry, src/sentry/utils/cursors.py.
struct cursor {
    std::int64_t value = 0;
    std::int64_t offset = 0;
    bool is_previous = false;
    /// Nothing was asked for: the first page.
    bool is_empty = true;

    /// Nothing is the first page. Refuses with 400 what is no cursor.
    static cursor read(std::string_view text);
    [[nodiscard]] std::string to_text() const;
};

/// What of a list is shown, and how to get to what is before and behind it.
struct page {
    std::size_t begin = 0;
    std::size_t end = 0;
    cursor previous;
    cursor next;
    bool has_previous = false;
    bool has_next = false;
};

/// Of a list that does not change while someone turns its pages; by place.
page page_by_offset(std::size_t items, const cursor& at, std::size_t limit);

/// Of a list in falling order of a score, in which more come meanwhile: by that score, and by place
/// among those that have the same one.
page page_by_score(std::size_t items, const std::function<std::int64_t(std::size_t)>& score_of,
                   const cursor& at, std::size_t limit);

} // namespace chatops::mocks::sentry
