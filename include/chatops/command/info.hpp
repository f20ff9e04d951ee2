// What a command says of itself: its name, its help, what it does to the world.
#pragma once

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace chatops {

/// What a command does to the world. A `destroy` is always confirmed. There is no default: an
/// author who forgets it is told so when it compiles.
enum class effect : std::uint8_t { read = 1, change, destroy };
BOOST_DESCRIBE_ENUM(effect, read, change, destroy)

/// Up to `Size` texts, written as `{"one", "two"}`; unused ones are empty.
template <std::size_t Size>
struct texts {
    std::string_view items[Size]{};

    [[nodiscard]] constexpr std::size_t size() const {
        std::size_t count = 0;
        while (count < Size && !items[count].empty()) ++count;
        return count;
    }
    [[nodiscard]] constexpr const std::string_view* begin() const { return items; }
    [[nodiscard]] constexpr const std::string_view* end() const { return items + size(); }
};

/// What a command says of itself, as `static constexpr command_info info{...}`.
///
/// `name` is one to three words of lower-case letters, digits and dashes ("heroku scale"). `help`
/// is one line. An example is a whole line as a person types it, without the `/ops` before it; a
/// test over the catalogue parses each. `version` is raised by hand when the command means
/// something else with the same declaration, so that no run begun before is resumed by it.
struct command_info {
    std::string_view name;
    std::string_view help;
    chatops::effect effect{};
    texts<4> aliases{};
    texts<8> examples{};
    int version = 1;
};

} // namespace chatops
