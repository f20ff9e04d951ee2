// An answer that is read while it comes: one connection of the client's, until the body ends.
#pragma once

#include "chatops/native/inside/http_client_state.hpp"

#include <memory>
#include <optional>
#include <string>

namespace chatops::native {

/// Nothing is read but when `receive` is called: what the other side sends meanwhile waits in TCP,
/// and then with the sender.
class client_stream final : public http::stream {
  public:
    /// Over a connection on which an answer has begun.
    client_stream(std::shared_ptr<http_client::state> of, const target& where,
                  std::unique_ptr<client_connection> connection, http::response head);
    ~client_stream() override;

    [[nodiscard]] const http::response& head() const override { return head_; }
    asio::awaitable<std::optional<std::string>> receive() override;
    void close() override;

  private:
    struct core;

    http::response head_;
    /// Lives until a `receive` that waits has returned, whoever dropped the stream.
    std::shared_ptr<core> core_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/client_stream.ipp")
