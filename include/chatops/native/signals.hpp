// SIGINT and SIGTERM: the wish that the program ends.
#pragma once

#include "chatops/core/config.hpp"

#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace chatops::native {

/// Calls `end` once, from the thread that runs `io`, when the program is told to end; the second
/// time it is told, the program is killed as if nobody had listened. SIGPIPE is ignored from then
/// on: a closed connection is an error of one write.
class end_signals {
  public:
    end_signals(boost::asio::io_context& io, std::function<void()> end);
    end_signals(const end_signals&) = delete;
    end_signals& operator=(const end_signals&) = delete;
    ~end_signals();

    struct state;

  private:
    std::shared_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/signals.ipp")
