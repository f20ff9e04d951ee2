// One simulated process's way into the network.
#pragma once

#include "chatops/http/transport.hpp"
#include "chatops/sim/network.hpp"

#include <memory>
#include <set>

namespace chatops::sim {

/// With it end its sockets, its streams and the coroutines that wait for an answer or a frame; what
/// it had sent still arrives.
class endpoint final : public http::transport {
  public:
    endpoint(network& through, asio::any_io_executor executor);
    ~endpoint() override;

    asio::awaitable<http::response> send(const http::request& what, time_point deadline) override;
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string& url,
                                                           time_point deadline) override;
    asio::awaitable<std::unique_ptr<http::stream>> open(const http::request& what,
                                                        time_point deadline) override;

  private:
    struct shared;
    struct incoming;
    class socket_end;
    class stream_end;

    /// Waits for the answer, or for the head of one that goes on, if there is a listener.
    asio::awaitable<arrival> ask(const http::request& what, time_point deadline,
                                 std::optional<stream_listener> listener);

    std::shared_ptr<shared> shared_;
};

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/endpoint.ipp")
