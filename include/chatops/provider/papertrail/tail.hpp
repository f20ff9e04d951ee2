// A log that is followed by asking again and again, as a stream of text.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/provider/connection.hpp"
#include "chatops/provider/papertrail/events.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace chatops::papertrail {

/// Never skips a line: it asks for what came after the last one that it saw, page after page, and
/// so may fall behind where more comes than it may ask for. Ends with `unavailable` where
/// Papertrail refuses or does not answer; whoever opens another, with the same `seen`, goes on
/// where it ended.
class tail_stream final : public http::stream {
  public:
    /// Keeps its own copy of the account: the configuration may be read anew meanwhile.
    tail_stream(const chatops::provider::connection& through, search_order which,
                event_writer write, std::shared_ptr<std::optional<std::int64_t>> seen,
                std::string first);

    [[nodiscard]] const http::response& head() const override { return head_; }
    asio::awaitable<std::optional<std::string>> receive() override;
    void close() override { is_closed_ = true; }

  private:
    config::account where_;
    chatops::provider::connection through_;
    search_order which_;
    event_writer write_;
    std::shared_ptr<std::optional<std::int64_t>> seen_;
    http::response head_;
    /// What is to be read at once.
    std::string first_;
    /// There was as much as one page holds.
    bool is_behind_ = false;
    bool is_closed_ = false;
};

} // namespace chatops::papertrail

#include CHATOPS_BODY("chatops/provider/papertrail/tail.ipp")
