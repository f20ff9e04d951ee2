// Lists in pages: `Range`, `Content-Range`, `Next-Range`, 206.
#pragma once

#include "mocks/common/json.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

/// A `Range` header: `id ]5f0c..; max=10, order=desc`.
struct range {
    std::string attribute;
    /// Where to begin and end, in the order of the list; empty is open.
    std::string first;
    std::string last;
    bool after_first = false;
    bool before_last = false;
    std::size_t max = 0;
    bool descending = false;
};

/// One page of a list.
struct page {
    array items;
    std::string accept_ranges;
    std::string content_range;
    /// Empty when nothing follows.
    std::string next_range;
};

/// Reads the header; an empty one asks for the first page by the first of the attributes. Refuses
/// with 416.
///
/// Parameters stand in any order, and are separated by `;` or `,`: Heroku's own clients write both.
range read_range(std::string_view header, const std::vector<std::string_view>& attributes);

/// Sorts, cuts and describes. Items that are equal in the attribute never part: a page grows past
/// its maximum rather than losing one.
page cut_page(array all, const range& asked, const std::vector<std::string_view>& attributes);

} // namespace chatops::mocks::heroku
