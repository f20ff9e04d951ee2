#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/write.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "chatops/operations/digitalocean/load_balancer_rules.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string forwarded_path(const digitalocean::load_balancer& of) {
    return digitalocean::path_to<digitalocean::load_balancer>(of.id) + "/forwarding_rules";
}

/// `https:443`: how people name a rule.
CHATOPS_INLINE std::string entry_of(const digitalocean::forwarding_rule& rule) {
    return rule.entry_protocol + ':' + std::to_string(rule.entry_port);
}

CHATOPS_INLINE bool is_same_way(const digitalocean::forwarding_rule& one,
                                const digitalocean::forwarding_rule& other) {
    return entry_of(one) == entry_of(other) && one.target_protocol == other.target_protocol &&
           one.target_port == other.target_port;
}

CHATOPS_INLINE bool has_rule(const std::vector<digitalocean::forwarding_rule>& all,
                             const digitalocean::forwarding_rule& one) {
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& each) { return is_same_way(each, one); });
}

/// Whether all of them are there, or none is.
CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::load_balancer>>
look_if_forwarded(digitalocean::client& ocean, const std::string& id,
                  const std::vector<digitalocean::forwarding_rule>& rules, bool all) {
    std::optional<digitalocean::load_balancer> found;
    auto now = co_await ocean.show<digitalocean::load_balancer>(id);
    const bool so = std::all_of(rules.begin(), rules.end(), [&](const auto& each) {
        return has_rule(now.forwarding_rules, each) == all;
    });
    if (so) found = std::move(now);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<digitalocean::load_balancer>
forward(digitalocean::client& ocean, const digitalocean::load_balancer& on,
        const digitalocean::forwarding_order& order, bool add) {
    if (add) {
        co_await ocean.put_into(forwarded_path(on), order);
    } else {
        co_await ocean.take_out_of(forwarded_path(on), order);
    }
    co_return on;
}

/// Does it once: one that is being changed refuses to be asked again.
CHATOPS_INLINE asio::awaitable<void>
forward_once(context& ctx, const digitalocean::load_balancer& on,
             const std::vector<digitalocean::forwarding_rule>& rules, bool add) {
    digitalocean::forwarding_order order;
    order.forwarding_rules = rules;
    const auto act = [&](digitalocean::client& ocean) { return forward(ocean, on, order, add); };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return look_if_forwarded(ocean, on.id, rules, add);
    };
    const char* const step = add ? "add rules" : "remove rules";
    co_await ctx.once(step, act, find);
}

CHATOPS_INLINE std::string rules_text(const std::vector<digitalocean::forwarding_rule>& rules) {
    std::vector<std::string> words;
    for (const auto& each : rules) words.push_back(rule_text(each));
    return joined_words(words);
}

/// What to say where a port that is asked for serves something else.
CHATOPS_INLINE std::optional<reply>
port_taken(const digitalocean::load_balancer& on,
           const std::vector<digitalocean::forwarding_rule>& asked) {
    std::optional<reply> said;
    for (const auto& each : on.forwarding_rules) {
        const bool taken = std::any_of(asked.begin(), asked.end(), [&](const auto& one) {
            return one.entry_port == each.entry_port && !is_same_way(one, each);
        });
        if (said || !taken) continue;
        said = reply::bad(on.name + " listens on port " + std::to_string(each.entry_port) +
                          " already, and forwards " + rule_text(each) + ": nothing was changed");
        said->add(text_part{"`do load-balancer close " + line::quoted(on.name) + ' ' +
                            entry_of(each) +
                            "` takes that out first; until there is another "
                            "rule, who asks there gets no answer."});
    }
    return said;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_open::run(context& ctx) const {
    if (auto said = needs_certificate(*rule)) co_return *said;
    auto choice = co_await ctx.observe("load balancer", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::load_balancer>(ocean, balancer->text);
    });
    const auto unclear = co_await ask_which(ctx, balancer->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::load_balancer& it = choice.one();
    std::vector<digitalocean::forwarding_rule> fresh;
    for (auto& each : rules_sent(*rule))
        if (!detail::has_rule(it.forwarding_rules, each) && !detail::has_rule(fresh, each))
            fresh.push_back(std::move(each));
    if (fresh.empty()) co_return reply::neutral("That is so already: nothing was changed");
    if (auto said = detail::port_taken(it, fresh)) co_return *said;
    co_await detail::forward_once(ctx, it, fresh, true);
    co_return reply::good(it.name + " forwards " + detail::rules_text(fresh) + ", too");
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_close::run(context& ctx) const {
    auto choice = co_await ctx.observe("load balancer", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::load_balancer>(ocean, balancer->text);
    });
    const auto unclear = co_await ask_which(ctx, balancer->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::load_balancer& it = choice.one();
    std::vector<digitalocean::forwarding_rule> gone;
    for (const digitalocean::entry_ref& named : *entry) {
        const auto found = std::find_if(
            it.forwarding_rules.begin(), it.forwarding_rules.end(), [&](const auto& each) {
                return equal_ignoring_case(detail::entry_of(each), named.text);
            });
        if (found == it.forwarding_rules.end()) {
            reply answer =
                reply::bad(it.name + " has no rule for " + named.text + ": nothing was changed");
            co_return answer.add(forwarding_table(it));
        }
        if (!detail::has_rule(gone, *found)) gone.push_back(*found);
    }
    if (gone.size() == it.forwarding_rules.size()) {
        reply answer = reply::bad(it.name + " would have no rule left, and needs one: nothing was "
                                            "changed");
        co_return answer.add(text_part{"`do load-balancer destroy " + line::quoted(it.name) +
                                       "` ends the whole of it."});
    }
    co_await detail::forward_once(ctx, it, gone, false);
    co_return reply::good(it.name + " does not forward " + detail::rules_text(gone) +
                          " any more: who asks there gets no answer");
}

} // namespace chatops::operations
