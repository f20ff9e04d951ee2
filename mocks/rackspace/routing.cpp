#include "mocks/rackspace/routing.hpp"

#include "mocks/common/paths.hpp"

namespace chatops::mocks::rackspace {

answer run_route(std::span<const route> routes, call& from) {
    const std::vector<std::string_view> words = path_words(from.where.path);
    std::string_view method = from.what.method;
    if (method == "HEAD") method = "GET";
    bool is_known = false;
    for (const route& each : routes) {
        if (!path_matches(each.path, words)) continue;
        is_known = true;
        if (each.method != method) continue;
        from.words = path_parameters(each.path, words);
        return each.run(from);
    }
    throw is_known ? method_not_allowed() : not_found();
}

} // namespace chatops::mocks::rackspace
