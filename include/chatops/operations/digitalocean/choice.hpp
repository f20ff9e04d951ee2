// Which droplet is meant by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

/// What a name or an id may mean. Small, so that it can be recorded.
struct droplet_choice {
    /// One, if all is well.
    std::vector<digitalocean::droplet> found;
    /// If there is none: names that are nearly so.
    std::vector<std::string> near;

    [[nodiscard]] bool is_one() const { return found.size() == 1; }
    [[nodiscard]] const digitalocean::droplet& one() const { return found.front(); }
};
BOOST_DESCRIBE_STRUCT(droplet_choice, (), (found, near))

/// The droplet of that id, or else all of that name.
asio::awaitable<droplet_choice> look_for_droplet(digitalocean::client& ocean,
                                                 const digitalocean::droplet_ref& which);

/// The droplet of that id, or nothing.
asio::awaitable<std::optional<digitalocean::droplet>> droplet_with_id(digitalocean::client& ocean,
                                                                      std::int64_t id);

/// A person reads no more of them, and a record holds no more.
inline constexpr std::size_t namesakes_shown = 10;

/// What to say where it is none or several.
reply not_one(const digitalocean::droplet_ref& which, const droplet_choice& seen);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/choice.ipp")
