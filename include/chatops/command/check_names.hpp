// No two commands of a catalogue can be meant by one line: checked when it compiles.
#pragma once

#include "chatops/command/info.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace chatops {

/// Whether a line that begins with the longer name could mean the other: `heroku ps` begins
/// `heroku ps scale`, but not `heroku psql`.
constexpr bool begins_name(std::string_view name, std::string_view longer) {
    return longer.size() > name.size() && longer.substr(0, name.size()) == name &&
           longer[name.size()] == ' ';
}

namespace detail {

struct name_of_command {
    std::string_view name;
    std::size_t command = 0;
};

enum class clash_kind { none, same_name, same_beginning };

/// Two commands that a line cannot tell apart.
struct name_clash {
    clash_kind kind = clash_kind::none;
    std::size_t first = 0;
    std::size_t second = 0;
};

/// Sorts by name (a comb sort: short, and few enough steps for a compiler), then compares
/// neighbours: a space sorts before all else that a name may have.
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
    for (std::size_t i = 1; i < count; ++i) {
        const name_of_command& last = names[i - 1];
        const name_of_command& next = names[i];
        if (last.name == next.name) return {clash_kind::same_name, last.command, next.command};
        if (begins_name(last.name, next.name))
            return {clash_kind::same_beginning, last.command, next.command};
    }
    return {};
}

template <class... Commands>
consteval name_clash clash_of() {
    constexpr std::size_t names_each = 5; // Its own and four aliases.
    std::array<name_of_command, sizeof...(Commands) * names_each + 1> names{};
    std::size_t count = 0;
    // An array, for a fold over more than 256 commands is too deep for clang.
    const command_info* const infos[] = {nullptr, &Commands::info...};
    for (std::size_t command = 0; command < sizeof...(Commands); ++command) {
        const command_info& info = *infos[command + 1];
        names[count++] = {info.name, command};
        for (const std::string_view alias : info.aliases) names[count++] = {alias, command};
    }
    return clash_among(names, count);
}

template <clash_kind Kind, class First, class Second>
consteval bool check_clash() {
    static_assert(Kind != clash_kind::same_name,
                  "Two commands have one name, or one is the alias of another; both types are "
                  "named below. Rename one of them.");
    static_assert(Kind != clash_kind::same_beginning,
                  "The name of one command begins the name of another (both types are named "
                  "below), so an argument of the one could be read as the other. Rename one.");
    return Kind == clash_kind::none;
}

} // namespace detail

/// Stops the build if a line could mean two of the commands: if they share a name or an alias, or
/// if one's is the beginning of another's (`heroku ps` and `heroku ps scale`).
template <class... Commands>
consteval bool check_names() {
    constexpr detail::name_clash clash = detail::clash_of<Commands...>();
    if constexpr (sizeof...(Commands) > 0) {
        using all = std::tuple<Commands...>;
        return detail::check_clash<clash.kind, std::tuple_element_t<clash.first, all>,
                                   std::tuple_element_t<clash.second, all>>();
    }
    return true;
}

} // namespace chatops
