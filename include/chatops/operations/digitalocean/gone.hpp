// How a command ends something for good: what is lost is shown and confirmed; once, and until it is
// gone.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

/// Ends what has that path, and waits until it is gone.
asio::awaitable<void> destroy_for_good(context& ctx, const std::string& path);

/// What is to be ended.
struct doomed {
    noun sort;
    std::string name;
    /// `/v2/volumes/5b1c…`
    std::string path;
};

/// Shows what will be lost, has it confirmed, looks whether it is still so, and ends it. `losses`
/// says what will be lost, and nothing at all where it is gone already.
asio::awaitable<reply>
destroy_confirmed(context& ctx, doomed it,
                  std::function<asio::awaitable<facts>(digitalocean::client&)> losses);

/// What will be lost with one.
template <class T>
using losses_of = asio::awaitable<facts> (*)(digitalocean::client& ocean, T it);

namespace detail {
template <class T>
asio::awaitable<facts> losses_now(digitalocean::client& ocean, std::string id,
                                  losses_of<T> losses) {
    facts lost;
    auto now = co_await ocean.find<T>(std::move(id));
    if (now) lost = co_await losses(ocean, std::move(*now));
    co_return lost;
}
} // namespace detail

/// The same of one that is chosen already.
template <class T>
asio::awaitable<reply> destroy_chosen(context& ctx, const T& it, losses_of<T> losses) {
    const std::string id = id_of(it);
    doomed what{noun_of<T>, name_of(it), digitalocean::path_to<T>(id)};
    std::function<asio::awaitable<facts>(digitalocean::client&)> look =
        [&](digitalocean::client& ocean) { return detail::losses_now<T>(ocean, id, losses); };
    reply answer = co_await destroy_confirmed(ctx, std::move(what), std::move(look));
    co_return answer;
}

/// The whole of a command that destroys what a person names.
template <class T>
asio::awaitable<reply> destroy_named(context& ctx, std::string which, losses_of<T> losses) {
    auto choice = co_await ctx.observe(
        noun_of<T>.one, [&](digitalocean::client& ocean) { return look_for<T>(ocean, which); });
    const auto unclear = co_await ask_which(ctx, which, choice);
    if (unclear) co_return *unclear;
    reply answer = co_await destroy_chosen<T>(ctx, choice.one(), losses);
    co_return answer;
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/gone.ipp")
