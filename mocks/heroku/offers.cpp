// Dyno sizes, regions and stacks: the same for every account.
#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {

answer list_dyno_sizes(call& from) {
    if (!from.words.empty()) from.of();
    array all;
    for (const dyno_size& each : dyno_sizes()) all.push_back(show(each));
    return {200, std::move(all), {"id", "name"}};
}

answer show_dyno_size(call& from) {
    const dyno_size* const found = find_dyno_size(from.words[0]);
    if (found == nullptr) throw not_found("dyno size");
    return {200, show(*found)};
}

answer list_regions(call& from) {
    array all;
    for (const region& each : regions()) all.push_back(show(each, from.account.created_at));
    return {200, std::move(all), {"id", "name"}};
}

answer show_region(call& from) {
    const region* const found = find_region(from.words[0]);
    if (found == nullptr) throw not_found("region");
    return {200, show(*found, from.account.created_at)};
}

answer list_stacks(call& from) {
    if (!from.words.empty()) from.of();
    array all;
    for (const stack& each : stacks()) all.push_back(show(each, from.account.created_at));
    return {200, std::move(all), {"id", "name"}};
}

answer show_stack(call& from) {
    const stack* const found = find_stack(from.words[0]);
    if (found == nullptr) throw not_found("stack");
    return {200, show(*found, from.account.created_at)};
}

} // namespace chatops::mocks::heroku
