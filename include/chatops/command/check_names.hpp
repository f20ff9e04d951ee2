// No two commands of a catalogue have one name: checked when it compiles.
#pragma once

#include "chatops/command/info.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace chatops {

namespace detail {

struct name_of_command {
    std::string_view name;
    std::size_t command = 0;
};

/// Two commands that share a name; `first == second` if there are none.
struct name_clash {
    std::size_t first = 0;
    std::size_t second = 0;
};

/// Sorts by name (a comb sort: short, and few enough steps for a compiler), then compares
/// neighbours.
template <std::size_t Size>
consteval name_clash clash_among(std::array<name_of_command, Size> names, std::size_t count) {
    std::size_t gap = count;
    bool swapped = true;
    while (gap > 1 || swapped) {
        gap = gap > 1 ? gap * 10 / 13 : 1;
        if (gap == 0) gap = 1;
        swapped = false;
        for (std::size_t i = 0; i + gap < count; ++i) {
            if (names[i + gap].name < names[i].name) {
                const name_of_command kept = names[i];
                names[i] = names[i + gap];
                names[i + gap] = kept;
                swapped = true;
            }
        }
    }
    for (std::size_t i = 1; i < count; ++i)
        if (names[i].name == names[i - 1].name) return {names[i - 1].command, names[i].command};
    return {};
}

template <class... Commands>
consteval name_clash clash_of() {
    constexpr std::size_t names_each = 5; // Its own and four aliases.
    std::array<name_of_command, sizeof...(Commands) * names_each + 1> names{};
    std::size_t count = 0;
    std::size_t command = 0;
    const auto add = [&](const command_info& info) {
        names[count++] = {info.name, command};
        for (const std::string_view alias : info.aliases) names[count++] = {alias, command};
        ++command;
    };
    (add(Commands::info), ...);
    // A command whose alias is its own name: seen as a clash with itself.
    return clash_among(names, count);
}

template <bool Same, class First, class Second>
consteval bool check_clash() {
    static_assert(!Same, "Two commands have one name, or one is the alias of another (both types "
                         "are named below). Rename one of them.");
    return !Same;
}

} // namespace detail

/// Stops the build if two of the commands have one name or alias.
template <class... Commands>
consteval bool check_names() {
    constexpr detail::name_clash clash = detail::clash_of<Commands...>();
    if constexpr (sizeof...(Commands) > 0) {
        using all = std::tuple<Commands...>;
        return detail::check_clash<clash.first != clash.second,
                                   std::tuple_element_t<clash.first, all>,
                                   std::tuple_element_t<clash.second, all>>();
    }
    return true;
}

} // namespace chatops
