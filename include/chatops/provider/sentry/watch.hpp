// Issues that are new or came back, by asking again and again, as a stream of text.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/provider/connection.hpp"
#include "chatops/provider/sentry/orders.hpp"
#include "chatops/provider/sentry/sightings.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chatops::sentry {

class client;

/// Notes what there is: none of it is news.
asio::awaitable<void> look_around(client& sentry, issue_search which, watched& seen);

/// Those that are new or came back since the last time, the oldest first.
///
/// Of those that came back among more than limits::watched_issues that did, one may be told twice.
asio::awaitable<std::vector<sighting>> look_for_news(client& sentry, issue_search which,
                                                     watched& seen);

/// Ends with `unavailable` where Sentry refuses or does not answer; whoever opens another, with the
/// same `seen`, goes on where it ended, and misses nothing.
class watch_stream final : public http::stream {
  public:
    /// Keeps its own copy of the account: the configuration may be read anew meanwhile.
    watch_stream(const chatops::provider::connection& through, issue_search which,
                 issue_writer write, std::shared_ptr<watched> seen, std::string first);

    [[nodiscard]] const http::response& head() const override { return head_; }
    asio::awaitable<std::optional<std::string>> receive() override;
    void close() override { is_closed_ = true; }

  private:
    config::account where_;
    chatops::provider::connection through_;
    issue_search which_;
    issue_writer write_;
    std::shared_ptr<watched> seen_;
    http::response head_;
    /// What is to be read at once.
    std::string first_;
    bool is_closed_ = false;
};

} // namespace chatops::sentry

#include CHATOPS_BODY("chatops/provider/sentry/watch.ipp")
