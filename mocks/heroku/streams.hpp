// What Heroku serves on other hosts, without the API's headers: lines of log, output of a build or
// of a release phase.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/heroku/state.hpp"

#include <optional>
#include <string>

namespace chatops::mocks::heroku {

/// Below this address streams are found: `http://127.0.0.1:9103/streams`. Whoever knows the id may
/// read.
std::string streams_url(const http::request& what);

/// What a stream has by now.
struct stream_begun {
    http::response what;
    /// The log that it goes on with, if it does.
    const app* followed = nullptr;
    const log_session* session = nullptr;
    bool as_events = false;
    std::size_t lines_sent = 0;
};

/// The answer to a request for a stream; nothing if the request is for the API. The output of a
/// build or a release phase is what is there now.
std::optional<stream_begun> serve_stream(const account_state& account, const http::request& what);

[[nodiscard]] bool is_wanted(const log_session& session, const log_line& line);

/// A line as it is sent: the `number`th of its stream, as an event of `text/event-stream` or bare.
std::string written_line(const log_line& line, bool as_event, std::size_t number);

} // namespace chatops::mocks::heroku
