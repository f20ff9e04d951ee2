// Heroku's Platform API v3, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::heroku {

/// One account at Heroku. Made anew for each step; arguments must live until the awaitable ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures.
///
/// Source: heroku/platform-api's schema.json, and the reference text in heroku/node-heroku-client.
class client {
  public:
    static constexpr std::string_view provider = "heroku";
    /// After this, what was done is shown to whoever looks. A guess: Heroku does not say.
    static constexpr duration settling_time{8'000};

    explicit client(chatops::provider::connection through);

    /// All that the account sees, by name.
    asio::awaitable<std::vector<heroku::app>> apps();
    /// The same, a page at a time, so that no more than one is in memory; `look` returns false to
    /// see no more.
    asio::awaitable<void>
    each_page_of_apps(const std::function<bool(std::vector<heroku::app>)>& look);
    asio::awaitable<heroku::app> app(const app_name& name);

    /// By process type.
    asio::awaitable<std::vector<formation_entry>> formation(const app_name& name);
    /// Sets quantities and sizes, all or none, and returns the formation after it. Harmless to
    /// repeat.
    asio::awaitable<std::vector<formation_entry>> scale(const app_name& name,
                                                        const std::vector<quantity>& to);

    /// By process type and number.
    asio::awaitable<std::vector<dyno>> dynos(const app_name& name);
    /// Whether of each process type as many dynos are up as the formation says. One-off dynos do
    /// not count.
    asio::awaitable<bool> all_up(const app_name& name);
    /// Restarts all dynos, or those; without one-off dynos. Not harmless to repeat: an effect for
    /// `once`.
    asio::awaitable<void> restart(const app_name& name, const std::optional<dyno_group>& which);

    /// The newest ones, newest first.
    asio::awaitable<std::vector<heroku::release>> releases(const app_name& name, std::size_t limit);
    asio::awaitable<heroku::release> release(const app_name& name, const release_version& version);
    /// Makes a new release from that one's code and config vars. An effect for `once`.
    asio::awaitable<heroku::release> rollback(const app_name& name, const std::string& release_id);

    /// Heroku's clock, asked anew each time: what was read before says nothing of what happened
    /// since. Whole seconds. Costs nothing of the rate limit.
    asio::awaitable<time_point> provider_time();

  private:
    template <class T>
    asio::awaitable<T> get(std::string path);
    /// Follows `Next-Range` to the end, until `look(items)` returns false.
    template <class T, class Look>
    asio::awaitable<void> each_page(std::string path, std::string range, const Look& look);
    template <class T>
    asio::awaitable<std::vector<T>> list(std::string path, std::string range);

    [[nodiscard]] chatops::provider::call calling(std::string method, std::string path) const;

    chatops::provider::caller caller_;
};

} // namespace chatops::heroku

#include CHATOPS_BODY("chatops/provider/heroku/client.ipp")
