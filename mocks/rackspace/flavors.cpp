// Flavors: how large servers are.
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/pagination.hpp"
#include "mocks/rackspace/views.hpp"

#include <charconv>

namespace chatops::mocks::rackspace {
namespace {

int least_asked(const call& from, std::string_view name) {
    const std::string_view given = from.asked(name);
    int number = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), number);
    if (!given.empty() && (read.ec != std::errc() || read.ptr != given.data() + given.size()))
        throw bad_request("Invalid " + std::string(name) + " filter [" + std::string(given) + "]");
    return number;
}

std::vector<const flavor*> asked_flavors(const call& from) {
    const int ram = least_asked(from, "minRam");
    const int disk = least_asked(from, "minDisk");
    std::vector<const flavor*> made;
    for (const flavor& each : flavors())
        if (each.ram_mb >= ram && each.disk_gb >= disk) made.push_back(&each);
    return made;
}

} // namespace

answer list_flavors(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_flavors(from), "flavors", from, [&](const flavor& each) {
                return show_briefly(each.id, each.name, "flavors", base);
            })};
}

answer list_flavors_in_detail(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_flavors(from), "flavors", from,
                          [&](const flavor& each) { return show(each, base); })};
}

answer show_flavor(call& from) {
    const flavor* const found = find_flavor(from.words.at(0));
    if (found == nullptr) throw not_found("The resource could not be found.");
    return {200, object{{"flavor", show(*found, from.own_url())}}};
}

} // namespace chatops::mocks::rackspace
