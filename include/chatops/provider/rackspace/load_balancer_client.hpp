// Rackspace's Cloud Load Balancers v1.0, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/load_balancer_types.hpp"
#include "chatops/provider/rackspace/session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::rackspace {

/// The load balancers of one account in one region. Made anew for each step; references must live
/// until the awaitable ends.
///
/// Every call is one of `session`, with its token, its patience and its failures. Whatever changes
/// one is refused with 409 while it is not ACTIVE, and it is PENDING_UPDATE for a moment
/// afterwards: none of it may be asked again without a look, so all are effects for `once`.
///
/// Source: rackerlabs/docs-cloud-load-balancers.
class load_balancer_client {
  public:
    static constexpr std::string_view provider = "rackspace";
    /// After this, what was done is shown to whoever looks. A guess: Rackspace does not say.
    static constexpr duration settling_time{8'000};

    explicit load_balancer_client(chatops::provider::connection through) : session_(through) {}

    // ---- what there is

    /// All of them, a page at a time, so that no more than one is in memory; `look(items)` returns
    /// false to see no more. Without their nodes, and without those that are deleted.
    template <class Look>
    asio::awaitable<void> each_page(Look look);
    asio::awaitable<std::vector<load_balancer>> list();
    /// With its nodes.
    asio::awaitable<load_balancer> show(std::int64_t id);
    /// Whether there is none of that id any more: one that is deleted is shown for months.
    asio::awaitable<bool> is_gone(std::int64_t id);
    /// Where it is, as DNS knows it.
    asio::awaitable<std::string> address_of(std::int64_t id);
    asio::awaitable<std::vector<access_item>> access_list(std::int64_t id);
    asio::awaitable<load_balancer_stats> stats(std::int64_t id);

    // ---- what is done

    asio::awaitable<load_balancer> create(load_balancer_order what);
    asio::awaitable<void> change(std::int64_t id, load_balancer_change what);
    /// One that is gone already is no failure.
    asio::awaitable<void> destroy(std::int64_t id);
    asio::awaitable<void> add_nodes(std::int64_t id, std::vector<node_order> nodes);
    /// All or none; at most ten.
    asio::awaitable<void> remove_nodes(std::int64_t id, std::vector<std::int64_t> nodes);
    /// All of them become that, at once.
    asio::awaitable<void> change_nodes(std::int64_t id, std::vector<std::int64_t> nodes,
                                       node_change what);
    /// Another public one of version 6: of version 4 it has what it was made with.
    asio::awaitable<virtual_ip> add_address(std::int64_t id);
    /// Refused with 400 where it is the last.
    asio::awaitable<void> remove_address(std::int64_t id, std::int64_t address);
    asio::awaitable<void> set_monitor(std::int64_t id, health_monitor what);
    asio::awaitable<void> remove_monitor(std::int64_t id);
    asio::awaitable<void> add_access(std::int64_t id, std::vector<access_order> items);
    /// All or none; at most ten.
    asio::awaitable<void> remove_access(std::int64_t id, std::vector<std::int64_t> items);

    /// Rackspace's clock, asked anew each time. Whole seconds.
    asio::awaitable<time_point> provider_time();

  private:
    asio::awaitable<chatops::provider::answer> ask(chatops::provider::call what) {
        return session_.ask(service::load_balancers, std::move(what));
    }
    /// Asks for something whose answer does not matter.
    asio::awaitable<void> tell(std::string method, std::string path, std::string body);
    /// A page of them, and whether there is another.
    asio::awaitable<std::vector<load_balancer>> page_at(std::size_t offset);

    session session_;
};

namespace detail {
/// The most that Rackspace gives at once. Source: general-api-info/paginated-collections.rst.
inline constexpr std::size_t balancer_page_items = 100;
} // namespace detail

template <class Look>
asio::awaitable<void> load_balancer_client::each_page(Look look) {
    for (std::size_t offset = 0;; offset += detail::balancer_page_items) {
        auto items = co_await page_at(offset);
        const bool more = items.size() == detail::balancer_page_items;
        if (!look(std::move(items)) || !more) co_return;
    }
}

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/load_balancer_client.ipp")
