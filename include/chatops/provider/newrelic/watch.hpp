// Issues that open, are acknowledged or end, by asking again and again, as a stream of text.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/provider/connection.hpp"
#include "chatops/provider/newrelic/orders.hpp"
#include "chatops/provider/newrelic/turns.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chatops::newrelic {

class client;

/// What has become of issues since the last time, the oldest first; of the first time nothing, for
/// what there is then is no news. `which` says whose; its times are set here.
asio::awaitable<std::vector<issue_turn>> look_for_turns(client& relic, issue_filter which,
                                                        time_point now, watched_issues& seen);

/// Ends with `unavailable` where New Relic refuses or does not answer; whoever opens another, with
/// the same `seen`, goes on where it ended, and misses nothing of the last day.
class watch_stream final : public http::stream {
  public:
    /// Keeps its own copy of the account: the configuration may be read anew meanwhile.
    watch_stream(const chatops::provider::connection& through, issue_filter which,
                 issue_writer write, std::shared_ptr<watched_issues> seen, std::string first);

    [[nodiscard]] const http::response& head() const override { return head_; }
    asio::awaitable<std::optional<std::string>> receive() override;
    void close() override { is_closed_ = true; }

  private:
    config::account where_;
    chatops::provider::connection through_;
    issue_filter which_;
    issue_writer write_;
    std::shared_ptr<watched_issues> seen_;
    http::response head_;
    /// What is to be read at once.
    std::string first_;
    bool is_closed_ = false;
};

} // namespace chatops::newrelic

#include CHATOPS_BODY("chatops/provider/newrelic/watch.ipp")
