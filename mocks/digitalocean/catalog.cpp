// Sizes and regions: the same for every account.
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {

answer list_sizes(call&) {
    array all;
    for (const size& each : sizes()) all.push_back(show(each));
    return {200, std::move(all), "sizes"};
}

answer list_regions(call&) {
    array all;
    for (const region& each : regions()) all.push_back(show(each));
    return {200, std::move(all), "regions"};
}

} // namespace chatops::mocks::digitalocean
