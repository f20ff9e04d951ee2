// Lists of commands, as a file of a folder gives them.
#pragma once

#include "chatops/command/check_names.hpp"
#include "chatops/run/entry.hpp"

#include <initializer_list>
#include <vector>

namespace chatops {

/// The entries of a list of commands, for the file of a folder.
template <class... Commands>
std::vector<entry> entries_of() {
    static_assert(check_names<Commands...>());
    return {entry_of<Commands>()...};
}

/// One list of several.
inline std::vector<entry> joined(std::initializer_list<std::vector<entry>> lists) {
    std::vector<entry> all;
    for (const std::vector<entry>& each : lists) all.insert(all.end(), each.begin(), each.end());
    return all;
}

} // namespace chatops
