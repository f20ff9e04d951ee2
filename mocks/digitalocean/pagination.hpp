// Lists in pages: `page`, `per_page`, `links`, `meta`.
#pragma once

#include "mocks/digitalocean/call.hpp"

namespace chatops::mocks::digitalocean {

/// The page that the query asks for, under its root, with links to the others that make sense.
/// A number that is none, or too small, counts as absent; one that is too large as the most.
object cut_page(array all, std::string_view root, const call& from);

} // namespace chatops::mocks::digitalocean
