// What has tags, whatever it is.
#pragma once

#include "mocks/digitalocean/state.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::digitalocean {

/// A thing with tags.
struct taggable {
    /// `droplet`, `image`, `volume` or `volume_snapshot`.
    std::string_view type;
    std::string id;
    std::vector<std::string>* tags = nullptr;
};

/// Everything that can have tags, in the order in which it came to be.
std::vector<taggable> taggables(account_state& account);

} // namespace chatops::mocks::digitalocean
