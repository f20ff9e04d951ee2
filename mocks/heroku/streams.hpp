// What Heroku serves on other hosts, without the API's headers: lines of log, output of a build.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/heroku/state.hpp"

#include <optional>
#include <string>

namespace chatops::mocks::heroku {

/// Below this address streams are found: `http://127.0.0.1:9103/streams`. Whoever knows the id may
/// read.
std::string streams_url(const http::request& what);

/// The answer to a request for a stream; nothing if the request is for the API. What is there now
/// is sent, and the stream ends: a mock's answer is whole.
std::optional<http::response> serve_stream(const account_state& account, const http::request& what);

} // namespace chatops::mocks::heroku
