#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/load_balancer_change.hpp"
#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE digitalocean::load_balancer_change
change_asked(const digitalocean_load_balancer_change& asked) {
    digitalocean::load_balancer_change change;
    if (*asked.health) change.health_check = health_sent(**asked.health);
    if (*asked.sticky) change.sticky_sessions = sticky_sent(**asked.sticky);
    change.redirect_http_to_https = *asked.redirect;
    return change;
}

CHATOPS_INLINE bool is_sticky(const digitalocean::load_balancer& it) {
    return it.sticky_sessions && it.sticky_sessions->type == "cookies";
}

/// Cookies of another name or length are cookies.
CHATOPS_INLINE bool is_changed_so(const digitalocean::load_balancer& it,
                                  const digitalocean::load_balancer_change& to) {
    const auto& check = to.health_check;
    const bool looks = !check || (it.health_check && it.health_check->protocol == check->protocol &&
                                  it.health_check->port == check->port &&
                                  it.health_check->path.value_or("") == check->path.value_or(""));
    const bool stays =
        !to.sticky_sessions || is_sticky(it) == (to.sticky_sessions->type == "cookies");
    const bool sends = !to.redirect_http_to_https ||
                       it.redirect_http_to_https.value_or(false) == *to.redirect_http_to_https;
    return looks && stays && sends;
}

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::load_balancer>>
look_if_changed(digitalocean::client& ocean, const std::string& id,
                const digitalocean::load_balancer_change& to) {
    std::optional<digitalocean::load_balancer> found;
    auto now = co_await ocean.show<digitalocean::load_balancer>(id);
    if (is_changed_so(now, to)) found = std::move(now);
    co_return found;
}

inline constexpr std::int64_t https_port = 443;

/// What to say where visitors would be sent to a port that nobody answers on.
CHATOPS_INLINE std::optional<reply> leads_nowhere(const digitalocean::load_balancer& it) {
    const bool listens =
        std::any_of(it.forwarding_rules.begin(), it.forwarding_rules.end(), [](const auto& each) {
            return each.entry_port == https_port &&
                   (each.entry_protocol == "https" || each.entry_protocol == "http2");
        });
    std::optional<reply> said;
    if (listens) return said;
    said = reply::bad(it.name + " does not listen to https on port 443: nothing was changed");
    said->add(text_part{"Whoever was sent there would get no answer. `do load-balancer open " +
                        line::quoted(it.name) + " https:443` has it listen there."});
    return said;
}

CHATOPS_INLINE change_part changes_of(const digitalocean::load_balancer& before,
                                      const digitalocean::load_balancer& after) {
    change_part change;
    const auto health = [](const digitalocean::load_balancer& of) {
        return of.health_check ? health_text(*of.health_check) : std::string("none");
    };
    const auto sticky = [](const digitalocean::load_balancer& of) {
        return is_sticky(of) ? sticky_text(*of.sticky_sessions) : std::string("nothing");
    };
    const auto redirect = [](const digitalocean::load_balancer& of) {
        return std::string(of.redirect_http_to_https.value_or(false) ? "yes" : "no");
    };
    add_change(change, "health check", health(before), health(after));
    add_change(change, "http sent to https", redirect(before), redirect(after));
    add_change(change, "visitors stay by", sticky(before), sticky(after));
    return change;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_change::run(context& ctx) const {
    if (!*health && !*redirect && !*sticky)
        co_return reply::bad("Nothing was changed: say what is to change, with `--health`, for "
                             "one");
    auto choice = co_await ctx.observe("load balancer", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::load_balancer>(ocean, balancer->text);
    });
    const auto unclear = co_await ask_which(ctx, balancer->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::load_balancer& it = choice.one();
    const digitalocean::load_balancer_change wanted = detail::change_asked(*this);
    if (detail::is_changed_so(it, wanted))
        co_return reply::neutral("That is so already: nothing was changed");
    if (redirect->value_or(false)) {
        const auto nowhere = detail::leads_nowhere(it);
        if (nowhere) co_return *nowhere;
    }
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.change_load_balancer(it.id, wanted);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::look_if_changed(ocean, it.id, wanted);
    };
    const digitalocean::load_balancer now = co_await ctx.once("change", act, find);
    reply answer = reply::good(now.name + " is changed");
    answer.add(detail::changes_of(it, now));
    if (*health)
        answer.add(text_part{"A droplet that does not answer there gets no more requests."});
    co_return answer;
}

} // namespace chatops::operations
