#pragma once

#include "chatops/operations/heroku/belongings.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/operations/near.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<app_belongings> look_at_app(heroku::client& heroku,
                                                           const heroku::app_name& which) {
    app_belongings seen;
    seen.app = co_await heroku.app(which);
    seen.formation = co_await heroku.formation(which);
    const auto addons = co_await heroku.list<heroku::addon>(which);
    for (const heroku::addon& each : addons)
        seen.addons.push_back(each.name + " (" + each.plan.name + ")");
    const auto domains = co_await heroku.list<heroku::domain>(which);
    for (const heroku::domain& each : domains)
        if (each.kind != "heroku") seen.domains.push_back(each.hostname);
    const auto people = co_await heroku.list<heroku::collaborator>(which);
    for (const heroku::collaborator& each : people) seen.people.push_back(each.user.email);
    for (auto* const names : {&seen.addons, &seen.domains, &seen.people})
        std::sort(names->begin(), names->end());
    co_return seen;
}

CHATOPS_INLINE fields_part belonging_fields(const app_belongings& of) {
    fields_part made;
    const auto add = [&](const char* name, std::string value) {
        made.fields.emplace_back(name, std::move(value));
    };
    if (of.app.web_url) add("Address", *of.app.web_url);
    if (!of.domains.empty()) add("Domains", joined_words(of.domains));
    add("Dynos", formation_text(of.formation));
    if (!of.addons.empty()) add("Add-ons", joined_words(of.addons));
    if (of.app.owner) add("Owner", of.app.owner->email);
    if (of.app.team) add("Team", of.app.team->name);
    if (of.people.size() > 1) add("People", joined_words(of.people));
    add("Region", of.app.region.name);
    if (of.app.stack) add("Stack", of.app.stack->name);
    add("Created (UTC)", minute_of(of.app.created_at));
    add("Released (UTC)", of.app.released_at ? minute_of(*of.app.released_at) : "never");
    return made;
}

} // namespace chatops::operations
