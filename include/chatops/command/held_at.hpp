// Which types name what a client's project has at a provider.
#pragma once

#include <string_view>

namespace chatops {

/// The provider at which projects hold what a value of this type names: `[projects.acme]` lists its
/// applications as `heroku = [...]`. Empty for all that no project is said to hold.
template <class T>
inline constexpr std::string_view held_at{};

} // namespace chatops
