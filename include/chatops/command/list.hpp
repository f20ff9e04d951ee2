// Many values of one argument or option: `web=3 worker=2`, `--tag a --tag b`.
#pragma once

#include <vector>

namespace chatops {

/// The type of a repeated argument or option. An `argument` of it takes one value or more and is
/// the last one; `std::optional<list<T>>` takes none as well. An `option` of it takes any number.
template <class T>
using list = std::vector<T>;

} // namespace chatops
