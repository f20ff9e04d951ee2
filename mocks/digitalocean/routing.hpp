// Which operation a method and a path name.
#pragma once

#include "mocks/digitalocean/call.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::digitalocean {

using handler = answer (*)(call&);

struct matched {
    handler run = nullptr;
    std::vector<std::string> words;
    /// The methods of that path; empty when the API has no such path.
    std::string methods;
};

/// `run` is null if the API has no such operation. A slash at the end and the query do not matter.
matched find_route(std::string_view method, std::string_view path);

} // namespace chatops::mocks::digitalocean
