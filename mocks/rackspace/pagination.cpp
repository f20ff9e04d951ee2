#include "mocks/rackspace/pagination.hpp"

#include <charconv>

namespace chatops::mocks::rackspace {

page_request page_in(const call& from) {
    page_request made;
    made.marker = from.asked("marker");
    const std::string_view given = from.asked("limit");
    if (given.empty()) return made;
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(given.data(), given.data() + given.size(), number);
    // Source of the text: openstack/nova, api/openstack/common.py.
    if (failed != std::errc() || end != given.data() + given.size())
        throw bad_request(given.front() == '-' ? "limit param must be positive"
                                               : "limit param must be an integer");
    if (number > 0) made.limit = std::min(number, limits::page_items);
    return made;
}

object next_link(const call& from, const page_request& of, const std::string& last) {
    form query{{"limit", std::to_string(of.limit)}};
    for (const auto& [name, given] : from.query)
        if (name != "limit" && name != "marker") query.emplace_back(name, given);
    query.emplace_back("marker", last);
    return object{{"rel", "next"},
                  {"href", text_value(from.own_url() + from.where.path + '?' + write_form(query))}};
}

} // namespace chatops::mocks::rackspace
