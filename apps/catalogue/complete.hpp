// Completion with what the accounts hold, where these are mocked.
#pragma once

#include "chatops/line/complete.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace chatops::apps {

/// `line::complete`, and for values the applications, process types, dynos and releases in
/// `heroku_state`, which is what Heroku's mock says of itself (`GET /_mock/state`).
line::completions complete(std::string_view line, const line::directory& commands,
                           const boost::json::value& heroku_state);

} // namespace chatops::apps
