#include "mocks/digitalocean/pagination.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

std::size_t number_asked(const call& from, std::string_view name, std::size_t otherwise) {
    const auto number = number_in(from.asked(name));
    return number && *number > 0 ? static_cast<std::size_t>(*number) : otherwise;
}

/// The same request for another page.
std::string link(const call& from, std::size_t page) {
    form query{{"page", std::to_string(page)}};
    for (const auto& [name, given] : from.query)
        if (name != "page") query.emplace_back(name, given);
    return own_url(from.what) + std::string(from.what.path()) + '?' + write_form(query);
}

} // namespace

object cut_page(array all, std::string_view root, const call& from) {
    const std::size_t items =
        std::min(number_asked(from, "per_page", limits::page_items), limits::page_items_max);
    const std::size_t page = number_asked(from, "page", 1);
    const std::size_t last = std::max<std::size_t>(1, (all.size() + items - 1) / items);
    array shown;
    if (page <= last)
        for (std::size_t i = (page - 1) * items; i < std::min(page * items, all.size()); ++i)
            shown.push_back(std::move(all[i]));

    object pages;
    if (page > 1) {
        pages["first"] = link(from, 1);
        pages["prev"] = link(from, std::min(page - 1, last));
    }
    if (page < last) {
        pages["next"] = link(from, page + 1);
        pages["last"] = link(from, last);
    }
    object links;
    if (!pages.empty()) links["pages"] = std::move(pages);
    object made;
    made[boost::json::string_view(root.data(), root.size())] = std::move(shown);
    made["links"] = std::move(links);
    made["meta"] = object{{"total", all.size()}};
    return made;
}

} // namespace chatops::mocks::digitalocean
