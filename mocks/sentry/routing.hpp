// Which operation a method and a path name.
#pragma once

#include "mocks/sentry/call.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::sentry {

using handler = answer (*)(call&);

struct matched {
    /// Null where the path has no such method.
    handler run = nullptr;
    std::vector<std::string> words;
    limits::rate rate = limits::usual_rate;
    /// One of these is enough.
    std::span<const std::string_view> scopes;
    /// By which its requests are counted.
    std::string name;
};

/// Nothing if there is no such path. It begins behind `/api/0`, and its slash at the end is there.
std::optional<matched> find_route(std::string_view method, std::string_view path);

} // namespace chatops::mocks::sentry
