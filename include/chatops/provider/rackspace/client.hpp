// Rackspace's Cloud Servers v2, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"
#include "chatops/provider/rackspace/orders.hpp"
#include "chatops/provider/rackspace/session.hpp"
#include "chatops/provider/rackspace/types.hpp"

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::rackspace {

/// Where one thing is, after the account's number: `/servers/52415800-…`.
template <class T>
std::string path_to(std::string_view id);

/// The servers of one account in one region. Made anew for each step; references must live until
/// the awaitable ends.
///
/// Every call is one of `session`, with its token, its patience and its failures. What there is is
/// asked for by its type: `show<server>("52415800-…")`, `list<flavor>()`.
///
/// Source: rackerlabs/docs-cloud-servers.
class client {
  public:
    static constexpr std::string_view provider = "rackspace";
    /// After this, what was done is shown to whoever looks. A guess: Rackspace does not say.
    static constexpr duration settling_time{8'000};
    static constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

    explicit client(chatops::provider::connection through) : session_(through) {}

    // ---- what there is

    /// All of a sort, a page at a time, so that no more than one is in memory; `look(items)`
    /// returns false to see no more. `filter` is a query, as `query_of` makes it.
    template <class T, class Look>
    asio::awaitable<void> each_page(std::string filter, Look look);
    /// The first `limit` of them, or all.
    template <class T>
    asio::awaitable<std::vector<T>> list(std::string filter = {}, std::size_t limit = no_limit);
    template <class T>
    asio::awaitable<T> show(std::string id);
    /// The same, or nothing where there is none.
    template <class T>
    asio::awaitable<std::optional<T>> find(std::string id);
    /// Whether there is none of that id any more.
    template <class T>
    asio::awaitable<bool> is_gone(std::string id);

    /// Those of that name exactly, at most `limit`.
    asio::awaitable<std::vector<server>> servers_named(std::string name, std::size_t limit);
    /// What was done to that server, newest first.
    asio::awaitable<std::vector<instance_action>> actions_of(std::string server);
    /// Where that server is, as DNS knows it.
    asio::awaitable<std::string> address_of(std::string server);
    /// All of them; there are no pages.
    asio::awaitable<std::vector<keypair>> keypairs();
    asio::awaitable<account_limits> limits_of_account();

    // ---- what is done

    /// Makes a server; returns its id. The password that Rackspace draws is dropped: a key opens
    /// it. An effect for `once`.
    asio::awaitable<std::string> create(server_order what);
    /// May be asked again.
    asio::awaitable<void> rename(std::string server, std::string name);
    /// Begins it. Refused with 409 while something else goes on, or where the server's state does
    /// not allow it. An effect for `once`. What is answered may hold a password, and is dropped.
    asio::awaitable<void> act(std::string server, server_action what);
    /// Nothing can be done to one that is locked, except to unlock it. May be asked again.
    asio::awaitable<void> set_lock(std::string server, bool locked);
    /// Sets those of its metadata, and leaves the others. May be asked again.
    asio::awaitable<void> set_metadata(std::string server,
                                       std::map<std::string, std::string> items);
    /// One that is gone already is no failure. May be asked again.
    asio::awaitable<void> remove_metadata(std::string server, std::string name);
    /// Begins to copy the server's disk; returns the image's id. An effect for `once`.
    asio::awaitable<std::string> make_image(std::string server, std::string name);
    /// Ends one for good; one that is gone already is no failure. An effect for `once`.
    template <class T>
    asio::awaitable<void> destroy(std::string id);
    /// Refused with 422 where there is one of that name.
    asio::awaitable<keypair> add_keypair(keypair_order what);

    /// Rackspace's clock, asked anew each time. Whole seconds.
    asio::awaitable<time_point> provider_time();
    /// A word that nobody else has: eight letters and digits.
    [[nodiscard]] std::string unique_word() { return session_.chance().word(8); }

  private:
    asio::awaitable<chatops::provider::answer> ask(chatops::provider::call what) {
        return session_.ask(service::servers, std::move(what));
    }
    /// The member of an answer that holds what was asked for.
    template <class T>
    T member_of(const chatops::provider::answer& given, std::string_view name,
                const chatops::provider::call& what) const;
    /// Nothing where it was answered that there is no such thing; throws other refusals.
    asio::awaitable<std::optional<chatops::provider::answer>>
    ask_if_there(chatops::provider::call what);

    session session_;
};

} // namespace chatops::rackspace

#include "chatops/provider/rackspace/client_calls.hpp"
