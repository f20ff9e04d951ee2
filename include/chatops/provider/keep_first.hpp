// How the first of many are kept while they are looked at page by page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <vector>

namespace chatops::provider {

/// What to look at pages with: puts what they hold at the end of `all`, and says false once there
/// are `limit` of them. `all` outlives it.
template <class T>
auto keep_first(std::vector<T>& all, std::size_t limit = std::numeric_limits<std::size_t>::max()) {
    return [&all, limit](std::vector<T> page) {
        const auto room = static_cast<std::ptrdiff_t>(std::min(page.size(), limit - all.size()));
        all.insert(all.end(), std::make_move_iterator(page.begin()),
                   std::make_move_iterator(page.begin() + room));
        return all.size() < limit;
    };
}

} // namespace chatops::provider
