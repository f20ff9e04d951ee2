// One authentic request as its handler sees it, and what the handler answers.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/papertrail/errors.hpp"
#include "mocks/papertrail/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::papertrail {

struct call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// What stood in the path where the route has a `*`, decoded and without `.json`.
    std::vector<std::string> words;
    /// Of the query and the body, which may be a form or JSON: `system[name]`. The last of a name
    /// counts, as with Rails.
    form parameters;

    /// Nothing when it was not given; empty for null.
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    /// Refuses with 400 when it is absent or blank: `Name can't be blank`.
    std::string required(std::string_view name, std::string_view called) const;
    /// Refuses with 400 what is no whole number.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;
    /// Of `group[system_ids][]`; nothing when there is none of it.
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view name) const;

    /// Where this server is reached, as the client wrote it.
    [[nodiscard]] std::string base() const;
};

struct answer {
    int status = 200;
    value body;
    http::fields headers = {};
};

/// What the query and the body say. Refuses with 400 a body that is neither.
form read_parameters(const http::request& what);

} // namespace chatops::mocks::papertrail
