// Whatever is typed: it is split, completed and read, or refused with its place in the line.
#include "chatops/command/argument.hpp"
#include "chatops/command/describe.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/mention.hpp"
#include "chatops/command/option.hpp"
#include "chatops/command/text_of_duration.hpp"
#include "chatops/command/text_of_size.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/line/directory.hpp"
#include "chatops/line/help.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "fuzz/holds.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace chatops;

enum class strategy { rolling, all_at_once };
BOOST_DESCRIBE_ENUM(strategy, rolling, all_at_once)

/// One of every kind of value.
struct deploy {
    static constexpr command_info info{
        .name = "shop deploy", .help = "Put a version into service", .effect = effect::change};

    argument<"app", "the application", heroku::app_name> app;
    argument<"formation", "what to run", list<heroku::quantity>> formation;
    option<"how", "in which order", strategy, 'o'> how;
    option<"within", "how long it may take", duration> within;
    option<"retries", "how often", int> retries{3};
    option<"most", "how large it may be", byte_size> most;
    option<"at", "when", time_point> at;
    option<"until", "up to which day", std::chrono::year_month_day> until;
    option<"tell", "who is told", list<person_mention>> tell;
    option<"in", "where", std::optional<channel_mention>> in;
    flag<"wait", "answer once it is up"> wait;
};

struct open {
    static constexpr command_info info{
        .name = "shop open", .help = "Let people in", .effect = effect::change};

    argument<"note", "what to say", std::string> note;
};

void is_in_the_line(const mistake& wrong, std::string_view line) {
    fuzz::holds(!wrong.code.empty() && !wrong.message.empty(), "a mistake says what it is");
    fuzz::holds(wrong.begin <= wrong.end && wrong.end <= line.size(), "its place is in the line");
    fuzz::holds(is_utf8(wrong.message), "what is said of it is text");
}

template <class Command>
void read_as(const line::words& words, std::size_t first, std::string_view line) {
    Command made{};
    static const moment friday{time_point(std::chrono::seconds(1'795'764'600)),
                               time_zone::parse("Europe/Zurich").value()};
    const auto read = line::parse(describe<Command>(), words, first, &made, friday);
    if (!read) is_in_the_line(read.error(), line);
}

void looks_forward(std::string_view line, const line::directory& commands) {
    const line::completions found = line::complete(line, commands);
    fuzz::holds(found.begin <= found.end && found.end <= line.size(), "it replaces what is typed");
    fuzz::holds(found.items.size() <= limits::completions, "and offers only so much");
}

void check(std::string_view line) {
    static const line::directory commands({&describe<deploy>(), &describe<open>()});
    looks_forward(line, commands);
    const auto words = line::split(line);
    if (!words) return is_in_the_line(words.error(), line);
    const auto found = commands.find(*words);
    if (!found) {
        is_in_the_line(found.error(), line);
        // What follows the name matters more often than the name.
        read_as<deploy>(*words, 0, line);
    } else if (found->index == 0) {
        read_as<deploy>(*words, found->words, line);
    } else {
        read_as<open>(*words, found->words, line);
    }
}

/// The same again and again, up to a byte less or more than a line may have.
std::string as_long_as_can_be(std::string_view text) {
    std::string line;
    const std::size_t bytes =
        limits::line_bytes - 1 + static_cast<unsigned char>(text.front()) % 3U;
    while (line.size() < bytes) line += text;
    line.resize(bytes);
    return line;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    check(line);
    // Nothing mutates its way up to the limit; by size, so that what fails can be repeated.
    if (size > 0 && size % 61 == 0) check(as_long_as_can_be(line));
    return 0;
}
