// Rackspace's Cloud DNS v1.0, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/provider/rackspace/dns_types.hpp"
#include "chatops/provider/rackspace/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::rackspace {

/// The zones of one account. Made anew for each step; references must live until the awaitable
/// ends.
///
/// Every call is one of `session`, with its token, its patience and its failures. What changes a
/// zone is begun as a job, whose end is seen later; one that ends in ERROR is a `provider_error`
/// with the job's code, message and details.
///
/// Source: rackerlabs/docs-cloud-dns, api-docs/v1.
class dns_client {
  public:
    static constexpr std::string_view provider = "rackspace";
    /// After this, a job that was begun is shown to whoever looks. A guess: Rackspace does not say.
    static constexpr duration settling_time{8'000};

    explicit dns_client(chatops::provider::connection through)
        : time_(through.time), session_(through) {}

    // ---- what there is

    /// All domains, a page at a time, so that no more than one is in memory; `look(items)` returns
    /// false to see no more.
    template <class Look>
    asio::awaitable<void> each_page(Look look);
    asio::awaitable<std::vector<domain>> list();
    asio::awaitable<domain> show(std::string id);
    /// The one of exactly that name, or nothing.
    asio::awaitable<std::optional<domain>> named(std::string name);
    asio::awaitable<std::vector<record>> records(std::string domain_id);
    asio::awaitable<record> record_of(std::string domain_id, std::string record_id);
    asio::awaitable<std::vector<domain>> subdomains(std::string domain_id);
    /// What the addresses of that device are called; the order is Rackspace's.
    asio::awaitable<std::vector<record>> pointers(dns_device of);
    /// The zone as BIND 9 reads it: a job that only looks, followed to its end.
    asio::awaitable<std::string> zone_text(std::string domain_id);

    // ---- jobs

    /// Begins it. An effect for `once`.
    asio::awaitable<dns_job> begin(dns_order what);
    /// Those of the last 24 hours that were begun by the same request, at most `limits` pages.
    asio::awaitable<std::vector<std::string>> jobs_like(dns_order what);
    /// Whether it has ended, well or not.
    asio::awaitable<bool> has_ended(std::string job);
    /// What became of it. Throws if that is an error.
    asio::awaitable<dns_job> outcome(std::string job);
    /// Waits until it has ended, within the patience of a call; then what became of it.
    asio::awaitable<dns_job> follow(std::string job);

    /// Rackspace's clock, asked anew each time. Whole seconds.
    asio::awaitable<time_point> provider_time();

  private:
    asio::awaitable<chatops::provider::answer> ask(chatops::provider::call what);
    /// A page of a list, and whether there is another.
    template <class T>
    asio::awaitable<std::pair<std::vector<T>, bool>> page_at(std::string path, std::string many,
                                                             std::size_t offset);
    /// All of a list, as `each_page` looks.
    template <class T, class Look>
    asio::awaitable<void> pages_of(std::string path, std::string many, Look look);
    template <class T>
    asio::awaitable<std::vector<T>> all_of(std::string path, std::string many);

    clock& time_;
    session session_;
};

namespace detail {

/// The most that Rackspace gives at once. Source: general-api-info/paginated-collections.rst.
inline constexpr std::size_t dns_page_items = 100;

/// What of a page is there, and whether another is.
struct dns_page {
    boost::json::value items;
    bool more = false;
};
dns_page dns_page_in(const boost::json::value& body, const std::string& many,
                     const provider::asked& about);
/// Where a page of a list is, counted by us: an address in an answer is not where a token is sent
/// to.
std::string dns_page_path(const std::string& path, std::size_t offset);

} // namespace detail

template <class T>
asio::awaitable<std::pair<std::vector<T>, bool>>
dns_client::page_at(std::string path, std::string many, std::size_t offset) {
    const auto what = session_.calling("GET", detail::dns_page_path(path, offset));
    const chatops::provider::answer given = co_await ask(what);
    const auto about = session_.question(what);
    const detail::dns_page page = detail::dns_page_in(given.value, many, about);
    std::pair<std::vector<T>, bool> made;
    made.first = chatops::provider::read_as<std::vector<T>>(page.items, about);
    made.second = page.more && !made.first.empty();
    co_return made;
}

template <class T, class Look>
asio::awaitable<void> dns_client::pages_of(std::string path, std::string many, Look look) {
    for (int page = 0; page < limits::provider_pages; ++page) {
        const std::size_t offset = detail::dns_page_items * static_cast<std::size_t>(page);
        auto [items, more] = co_await page_at<T>(path, many, offset);
        if (!look(std::move(items)) || !more) co_return;
    }
    throw session_.question(session_.calling("GET", path)).no_use("its pages have no end");
}

template <class Look>
asio::awaitable<void> dns_client::each_page(Look look) {
    return pages_of<domain>("/domains", "domains", std::move(look));
}

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/dns_client.ipp")
