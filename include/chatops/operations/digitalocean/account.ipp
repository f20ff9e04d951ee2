#pragma once

#include "chatops/operations/digitalocean/account.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> digitalocean_account::run(context& ctx) const {
    const auto it = co_await ctx.observe("account", [&](digitalocean::client& ocean) {
        return ocean.show_in<digitalocean::account_facts>(
            std::string(digitalocean::account_facts::at.path));
    });
    const std::string whose = it.team ? it.team->name : it.email.value_or("");
    const std::string title =
        "The account" + (whose.empty() ? "" : " of " + whose) + " is " + it.status;
    reply answer = it.status == "active" ? reply::good(title) : reply::warning(title);
    if (!it.status_message.empty()) answer.add(text_part{it.status_message});
    fields_part facts;
    if (it.email)
        facts.fields.emplace_back("Owner", *it.email + (it.email_verified ? "" : ", not verified"));
    const auto limit = [&](const char* what, const std::optional<std::int64_t>& most) {
        if (most) facts.fields.emplace_back(what, std::to_string(*most));
    };
    limit("Droplets at most", it.droplet_limit);
    limit("Reserved IPs at most", it.reserved_ip_limit);
    limit("Volumes at most", it.volume_limit);
    co_return answer.add(std::move(facts));
}

} // namespace chatops::operations
