// Papertrail's HTTP API v1, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/papertrail/events.hpp"
#include "chatops/provider/papertrail/names.hpp"
#include "chatops/provider/papertrail/orders.hpp"
#include "chatops/provider/papertrail/types.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chatops::papertrail {

/// One account at Papertrail. Made anew for each step; references must live until the awaitable
/// ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures. Things are asked
/// for by their type: `list<group>()`, `show<papertrail::system>(7)`.
///
/// Source: help.papertrailapp.com, "HTTP API", "Log search API", "Settings API".
class client {
  public:
    static constexpr std::string_view provider = "papertrail";
    /// After this, what was done is shown to whoever looks. A guess: Papertrail does not say.
    static constexpr duration settling_time{8'000};

    explicit client(chatops::provider::connection through);

    // ---- lines

    /// Those that match, the newest page first, each page with the oldest line first; no more than
    /// a page of that many is in memory. `look` returns false to see no more; the end then is not
    /// whole.
    asio::awaitable<search_end> each_page_of_events(search_order which, std::size_t page_events,
                                                    std::function<bool(std::vector<event>)> look);
    /// The newest ones, the oldest first.
    asio::awaitable<found_events> newest(search_order which, std::size_t limit);
    /// Those that came after that id, the oldest first, without a gap: for whoever falls behind.
    asio::awaitable<event_page> after(search_order which, std::int64_t id, std::size_t limit);
    /// The last lines, and each further one as it comes, asked for every few seconds, until the
    /// reader closes it. `seen` is the last id that was read; with one already, it goes on there.
    asio::awaitable<std::unique_ptr<http::stream>>
    tail(search_order which, event_writer write, std::shared_ptr<std::optional<std::int64_t>> seen);

    // ---- systems, groups, saved searches, destinations, users

    /// All of a sort, in Papertrail's order.
    template <class T>
    asio::awaitable<std::vector<T>> list();
    template <class T>
    asio::awaitable<T> show(std::int64_t id);
    /// The same; nothing where there is none.
    template <class T>
    asio::awaitable<std::optional<T>> find(std::int64_t id);
    /// An effect for `once`.
    template <class T, class Order>
    asio::awaitable<T> create(Order what);
    /// Only what is given; harmless to repeat.
    template <class T, class Order>
    asio::awaitable<T> change(std::int64_t id, Order to);
    /// Ends it for good; one that is gone already is no failure.
    template <class T>
    asio::awaitable<void> remove(std::int64_t id);

    /// With the destination that its lines come to, where it is known by its hostname. An effect
    /// for `once`.
    asio::awaitable<papertrail::system> register_system(system_order what,
                                                        std::optional<std::int64_t> destination_id);
    /// With the destination, where that changes. Harmless to repeat.
    asio::awaitable<papertrail::system> change_system(std::int64_t id, system_change to,
                                                      std::optional<std::int64_t> destination_id);
    /// Harmless to repeat.
    asio::awaitable<void> join(std::int64_t system_id, std::int64_t group_id);
    asio::awaitable<void> leave(std::int64_t system_id, std::int64_t group_id);
    /// An effect for `once`: a mail is sent.
    asio::awaitable<void> invite(invitation whom);

    // ---- the account

    asio::awaitable<papertrail::usage> usage();
    /// The newest first.
    asio::awaitable<std::vector<archive>> archives();

    /// Papertrail's clock, asked anew each time. Whole seconds.
    asio::awaitable<time_point> provider_time();

  private:
    /// One page, with those parameters beside what the order says.
    asio::awaitable<event_page> page_of(search_order which, std::string more);

    template <class T>
    asio::awaitable<T> get(std::string path);
    /// Sends it and reads what comes back.
    template <class T>
    asio::awaitable<T> carry(chatops::provider::call what);
    /// Of a thing that is gone, nothing is left to do.
    asio::awaitable<void> end(std::string path);
    /// `{"group": order}`.
    template <class Order>
    [[nodiscard]] chatops::provider::call ordering(std::string method, std::string path,
                                                   std::string_view member,
                                                   const Order& what) const;
    [[nodiscard]] chatops::provider::call calling(std::string method, std::string path) const;

    chatops::provider::connection through_;
    chatops::provider::caller caller_;
};

} // namespace chatops::papertrail

#include "chatops/provider/papertrail/client_calls.hpp"
