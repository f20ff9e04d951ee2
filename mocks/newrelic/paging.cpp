#include "mocks/newrelic/paging.hpp"

#include "chatops/core/base64.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

constexpr std::string_view cursor_mark = "offset:";

std::size_t offset_in(std::string_view cursor) {
    if (cursor.empty()) return 0;
    const std::string text = from_base64(cursor).value_or("");
    const auto number = text.compare(0, cursor_mark.size(), cursor_mark) == 0
                            ? whole_number(std::string_view(text).substr(cursor_mark.size()))
                            : std::nullopt;
    if (!number || *number < 0) throw invalid_input("Invalid cursor");
    return static_cast<std::size_t>(*number);
}

} // namespace

object cut_page(array all, std::string_view root, const call& from, std::size_t items) {
    const std::size_t begin = std::min(offset_in(from.text("cursor")), all.size());
    const std::size_t end = std::min(begin + items, all.size());
    array page;
    for (std::size_t i = begin; i < end; ++i) page.push_back(std::move(all[i]));
    object made;
    made[boost::json::string_view(root.data(), root.size())] = std::move(page);
    made["nextCursor"] = end < all.size()
                             ? text_value(base64(std::string(cursor_mark) + std::to_string(end)))
                             : value(nullptr);
    return made;
}

} // namespace chatops::mocks::newrelic
