// One authentic request as its handler sees it, and what the handler answers.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/digitalocean/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::digitalocean {

struct call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// What stood in the path where the route has a `*`, decoded.
    std::vector<std::string> words;
    form query;
    /// Empty when no body came.
    object body;

    /// The droplet that the path names first; 404 when there is none.
    droplet& of_droplet() const { return account.droplet_of(words.at(0)); }
    /// The parameter of that name in the query; empty when it is absent.
    std::string_view asked(std::string_view name) const { return field(query, name); }
};

struct answer {
    int status = 200;
    /// Null for 204.
    value body = nullptr;
    /// Of a list, which the body then is: its root, `droplets`. It is cut into pages.
    std::string_view root = {};
};

/// The member as text; nothing when it is absent or null, 422 when it is something else.
std::optional<std::string> text_parameter(const object& in, std::string_view name);

/// The same, but 422 when it is absent or empty.
std::string required_text(const object& in, std::string_view name);

/// The member as a whole number, or as text that is one.
std::optional<std::int64_t> number_parameter(const object& in, std::string_view name);

/// The member as text or a whole number, as text: how things are named by id or by slug.
std::optional<std::string> identity_parameter(const object& in, std::string_view name);

/// An array of texts or whole numbers, as texts; empty when it is absent or null.
std::vector<std::string> identities_parameter(const object& in, std::string_view name);

std::optional<bool> flag_parameter(const object& in, std::string_view name);

/// Where this server is reached: `http://127.0.0.1:9101`.
std::string own_url(const http::request& what);

} // namespace chatops::mocks::digitalocean
