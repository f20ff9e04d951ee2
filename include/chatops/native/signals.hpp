// Signals: SIGINT and SIGTERM, the wish that the program ends; SIGHUP, that it reads its files
// anew.
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

/// Calls `reload` each time SIGHUP tells the program to read its configuration anew, from the
/// thread that runs `io`. While it lives, SIGHUP ends nothing.
class reload_signal {
  public:
    reload_signal(boost::asio::io_context& io, std::function<void()> reload);
    reload_signal(const reload_signal&) = delete;
    reload_signal& operator=(const reload_signal&) = delete;
    ~reload_signal();

    struct state;

  private:
    std::shared_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/signals.ipp")
