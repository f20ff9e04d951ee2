// Which operation a method and a path name.
#pragma once

#include "mocks/papertrail/call.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::papertrail {

using handler = answer (*)(call&);

struct matched {
    handler run;
    std::vector<std::string> words;
};

/// Nothing if the API has no such operation. `.json` at the end, a slash and the query do not
/// matter.
std::optional<matched> find_route(std::string_view method, std::string_view path);

} // namespace chatops::mocks::papertrail
