// Which operation a method and a path name.
#pragma once

#include "mocks/heroku/call.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

using handler = answer (*)(call&);

struct matched {
    handler run;
    std::vector<std::string> words;
};

/// Nothing if the API has no such operation. A slash at the end and the query do not matter.
std::optional<matched> find_route(std::string_view method, std::string_view path);

} // namespace chatops::mocks::heroku
