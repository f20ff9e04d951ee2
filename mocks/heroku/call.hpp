// One authentic request as its handler sees it, and what the handler answers.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/heroku/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

struct call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// What stood in the path where the route has a `*`, decoded.
    std::vector<std::string> words;
    /// Empty when no body came.
    object body;

    /// The application that the path names first; 404 when there is none.
    app& of() const { return account.app_of(words.at(0)); }
};

struct answer {
    int status = 200;
    value body;
    /// The attributes that a list can be ordered by, the default first; empty for one thing.
    std::vector<std::string_view> ranges = {};
    /// Beside those that every answer has.
    http::fields headers = {};
};

/// The member as text; nothing when it is absent or null, 422 when it is something else.
std::optional<std::string> text_parameter(const object& in, std::string_view name);

/// The same, but 422 when it is absent or empty.
std::string required_text(const object& in, std::string_view name);

/// The member as an identity: text, or an object with `id` or `name`.
std::optional<std::string> identity_parameter(const object& in, std::string_view name);

std::optional<bool> flag_parameter(const object& in, std::string_view name);

/// Where this server is reached, as the client wrote it: `http://127.0.0.1:9103`.
std::string base_url(const http::request& what);

} // namespace chatops::mocks::heroku
