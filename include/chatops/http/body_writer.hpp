// An answer whose body goes on, as whoever makes it sees it.
#pragma once

#include "chatops/core/asio.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace chatops::http {

/// Whoever holds it may outlive the body, and then nothing happens any more.
class body_writer {
  public:
    body_writer() = default;
    body_writer(const body_writer&) = delete;
    body_writer& operator=(const body_writer&) = delete;
    virtual ~body_writer() = default;

    /// Sends more of the body, at once and without waiting for the reader: one that falls too far
    /// behind is cut off.
    virtual void write(std::string_view piece) = 0;
    /// The body is whole: its reader is told so.
    virtual void end() = 0;
    /// The connection closes in the middle of the body, after what was written.
    virtual void cut() = 0;
    /// Returns once the body is over: ended here, or its reader is there no more.
    virtual asio::awaitable<void> gone() = 0;
};

/// What goes on with a body; when it returns, the body is whole. Whoever carries the body keeps the
/// function until then.
using body_session = std::function<asio::awaitable<void>(std::unique_ptr<body_writer>)>;

} // namespace chatops::http
