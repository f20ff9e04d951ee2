// Lists in pages: `limit`, `marker`, and a link to the next.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// What the query asks for.
struct page_request {
    std::size_t limit = limits::page_items;
    /// The last id of the page before; empty for the first.
    std::string marker;
};

/// Refuses with 400 what is no number, or none that counts. One that is too large is the most.
page_request page_in(const call& from);

/// `{root: […], root_links: […]?}`: the things that follow the marker, each as `shown` makes it.
/// A marker that names nothing is past the end. `root` is also what the path ends with, but for
/// `/detail`.
template <class T, class Shown>
object cut_page(const std::vector<const T*>& all, std::string_view root, const call& from,
                Shown shown);

/// The same request for what follows that id.
object next_link(const call& from, const page_request& of, const std::string& last);

template <class T, class Shown>
object cut_page(const std::vector<const T*>& all, std::string_view root, const call& from,
                Shown shown) {
    const page_request asked = page_in(from);
    auto first = all.begin();
    if (!asked.marker.empty()) {
        first = std::find_if(all.begin(), all.end(),
                             [&](const T* each) { return each->id == asked.marker; });
        if (first != all.end()) ++first;
    }
    array shown_ones;
    std::string last;
    for (; first != all.end() && shown_ones.size() < asked.limit; ++first) {
        shown_ones.push_back(shown(**first));
        last = (*first)->id;
    }
    object made;
    const std::string name(root);
    made[name] = std::move(shown_ones);
    if (first != all.end()) made[name + "_links"] = array{next_link(from, asked, last)};
    return made;
}

} // namespace chatops::mocks::rackspace
