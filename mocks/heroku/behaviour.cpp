#include "mocks/heroku/behaviour.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::heroku {
namespace {

/// The number after a word: `sleep 60` gives 60, `exit 1` gives 1; nothing if the command is
/// another one.
std::optional<int> number_after(std::string_view word, std::string_view command) {
    if (command.substr(0, word.size()) != word) return std::nullopt;
    command.remove_prefix(word.size());
    int number = 0;
    const auto read = std::from_chars(command.data(), command.data() + command.size(), number);
    if (read.ec != std::errc{} || read.ptr != command.data() + command.size()) return std::nullopt;
    return number;
}

} // namespace

behaviour behaviour_of(std::string_view command) {
    constexpr std::string_view between = "; ";
    constexpr std::string_view echo = "echo ";
    behaviour made;
    while (!command.empty()) {
        const auto end = std::min(command.find(between), command.size());
        const std::string_view part = command.substr(0, end);
        command.remove_prefix(std::min(end + between.size(), command.size()));
        if (part.substr(0, echo.size()) == echo) made.writes.emplace_back(part.substr(echo.size()));
        if (const auto seconds = number_after("sleep ", part)) {
            if (!made.takes) made.writes_at_once = made.writes.size();
            made.takes = made.takes.value_or(duration{}) + std::chrono::seconds(*seconds);
        }
        if (const auto status = number_after("exit ", part)) {
            made.status = *status;
            break;
        }
    }
    if (!made.takes) made.writes_at_once = made.writes.size();
    return made;
}

} // namespace chatops::mocks::heroku
