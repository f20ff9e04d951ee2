// DigitalOcean's API v2, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/digitalocean/load_balancer_change.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/orders.hpp"
#include "chatops/provider/digitalocean/types.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::digitalocean {

/// Where one thing is: `/v2/volumes/5b1c…`; its id, or its name or slug where the API takes it.
template <class T>
std::string path_to(std::string_view id);
template <class T>
std::string path_to(std::int64_t id);
/// Where the records of a domain are.
std::string records_path(std::string_view domain);

/// One account at DigitalOcean. Made anew for each step; references must live until the awaitable
/// ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures. What DigitalOcean
/// has is asked for by its type: `show<droplet>("3164494")`, `list<domain>()`.
///
/// Source: digitalocean/openapi, specification/.
class client {
  public:
    static constexpr std::string_view provider = "digitalocean";
    /// After this, what was done is shown to whoever looks. A guess: DigitalOcean does not say.
    static constexpr duration settling_time{8'000};
    static constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

    explicit client(chatops::provider::connection through);

    // ---- what there is

    /// All of a sort, a page at a time, so that no more than one is in memory; `look(items)`
    /// returns false to see no more. `filter` is a query: `tag_name=web`.
    template <class T, class Look>
    asio::awaitable<void> each_page(std::string filter, Look look);
    /// The first `limit` of them, or all.
    template <class T>
    asio::awaitable<std::vector<T>> list(std::string filter = {}, std::size_t limit = no_limit);
    /// All of them that are of another thing: `path_to<volume>(id) + "/snapshots"`.
    template <class T>
    asio::awaitable<std::vector<T>> list_in(std::string path);
    /// One of them, by id; by name or slug where the API takes it.
    template <class T>
    asio::awaitable<T> show(std::string id);
    /// The same, or nothing where there is none.
    template <class T>
    asio::awaitable<std::optional<T>> find(std::string id);
    /// What there is one of: `path_to<droplet>(id) + "/backups/policy"`, or the account.
    template <class T>
    asio::awaitable<T> show_in(std::string path);

    /// Whether there is none of that id any more.
    template <class T>
    asio::awaitable<bool> is_gone(std::string id);
    asio::awaitable<bool> is_gone(std::string path);
    /// Those of that name exactly, in any case, at most `limit`.
    asio::awaitable<std::vector<droplet>> droplets_named(std::string name, std::size_t limit);
    /// What was done with the thing of that path, newest first; at most 200.
    asio::awaitable<std::vector<action>> actions_of(std::string path);
    asio::awaitable<balance> money();

    // ---- what is done

    /// Makes one. An effect for `once`.
    template <class T, class Order>
    asio::awaitable<T> create(Order what);
    /// The same, of another thing: `records_path("acme.example")`.
    template <class T, class Order>
    asio::awaitable<T> create_in(std::string path, Order what);
    /// Makes one droplet, or several that are alike. An effect for `once`.
    asio::awaitable<std::vector<droplet>> create_droplets(droplet_order what);
    /// Changes what the order names, and may be asked again: `PUT` or `PATCH`.
    template <class T, class Order>
    asio::awaitable<T> change(std::string method, std::string path, Order what);
    /// Calls one something else: of SSH keys and images.
    template <class T>
    asio::awaitable<T> rename(std::string id, std::string name);
    /// Changes what is named, and leaves all else of the load balancer as it is. An effect for
    /// `once`: one that is being changed refuses to be changed.
    asio::awaitable<load_balancer> change_load_balancer(std::string id, load_balancer_change what);
    /// Puts something into a thing (`POST`) or takes it out (`DELETE`), and may be asked again:
    /// what is so already stays so. `path_to<firewall>(id) + "/tags"`.
    template <class Order>
    asio::awaitable<void> put_into(std::string path, Order what);
    template <class Order>
    asio::awaitable<void> take_out_of(std::string path, Order what);
    /// Ends one for good; one that is gone already is no failure. An effect for `once`: a droplet
    /// that is being destroyed refuses to be destroyed again.
    template <class T>
    asio::awaitable<void> destroy(std::string id);
    asio::awaitable<void> destroy(std::string path);
    /// Ends every droplet that has the tag then, for good. An effect for `once`.
    asio::awaitable<void> destroy_tagged(std::string tag);
    /// Begins an action of the thing of that path. Refused while another is pending. An effect for
    /// `once`.
    asio::awaitable<action> act(std::string path, action_order what);
    /// Begins an action of every droplet that has the tag: of all, or of none. An effect for
    /// `once`.
    asio::awaitable<std::vector<action>> act_on_tagged(std::string tag, action_order what);
    /// Puts things into a project, whichever they are in, and may be asked again; says of each what
    /// became of it.
    asio::awaitable<std::vector<project_resource>> put_into_project(std::string id,
                                                                    assignment_order what);

    /// DigitalOcean's clock, asked anew each time: what was read before says nothing of what
    /// happened since. Whole seconds.
    asio::awaitable<time_point> provider_time();
    /// A word that nobody else has: eight letters and digits.
    [[nodiscard]] std::string unique_word() { return caller_.chance().word(8); }

  private:
    [[nodiscard]] chatops::provider::call calling(std::string method, std::string path) const;
    /// The member of an answer that holds what was asked for.
    template <class T>
    T member_of(const chatops::provider::answer& given, std::string_view name,
                const chatops::provider::call& what) const;
    /// Asks for something that is answered with nothing, and may be asked again.
    asio::awaitable<void> tell(std::string method, std::string path, boost::json::value what);
    /// Asks for what is answered with many.
    template <class T>
    asio::awaitable<std::vector<T>> many_of(chatops::provider::call what);
    /// All pages of a path that is not the type's own.
    template <class T, class Look>
    asio::awaitable<void> pages_of(std::string path, std::string filter, Look look);

    chatops::provider::caller caller_;
};

} // namespace chatops::digitalocean

#include "chatops/provider/digitalocean/client_calls.hpp"
