// Commands that the tests of line/ type.
#pragma once

#include "chatops/command/describe.hpp"
#include "chatops/line/directory.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"

#include <boost/describe/enum.hpp>

namespace chatops::line {

struct quantity {
    static constexpr std::string_view kind = "process=quantity";
    static result<quantity> parse(std::string_view text) {
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return not_a(text, "a process and a quantity, as in web=3");
        auto count = read_integer(text.substr(equals + 1), 0, 100);
        if (!count) {
            mistake wrong = std::move(count).error();
            wrong.begin += equals + 1;
            wrong.end += equals + 1;
            return wrong;
        }
        return quantity{std::string(text.substr(0, equals)), static_cast<int>(*count)};
    }
    [[nodiscard]] std::string to_text() const { return process + "=" + std::to_string(count); }

    std::string process;
    int count = 0;

    [[nodiscard]] bool is_for_the_same_as(const quantity& other) const {
        return process == other.process;
    }
    friend bool operator==(const quantity&, const quantity&) = default;
};

struct scale {
    static constexpr command_info info{
        .name = "heroku scale",
        .help = "Run more or fewer dynos of an application",
        .effect = effect::change,
        .aliases = {"scale"},
        .examples = {"heroku scale acme web=3", "heroku scale web=3 worker=2 --app acme --wait"}};

    argument<"app", "the application"> app;
    argument<"formation", "what to run", list<quantity>> formation;
    flag<"wait", "answer only once the dynos are up", 'w'> wait;
};

enum class severity { debug, info, warning, error, fatal };
BOOST_DESCRIBE_ENUM(severity, debug, info, warning, error, fatal)
enum class order { newest, oldest };
BOOST_DESCRIBE_ENUM(order, newest, oldest)

struct logs {
    static constexpr command_info info{
        .name = "heroku logs", .help = "Read the last lines of a log", .effect = effect::read};

    argument<"app", "the application"> app;
    argument<"dyno", "only of these", std::optional<list<std::string>>> dynos;
    option<"lines", "how many", int, 'n'> lines{100};
    option<"since", "how far back", std::optional<std::chrono::minutes>> since;
    option<"level", "at least so bad", std::optional<severity>, 'l'> level;
    option<"order", "which first", order> order_by{order::newest};
    option<"tag", "only with these", list<std::string>, 't'> tags;
    option<"color", "with colours", std::optional<bool>> color;
};

struct set_config {
    static constexpr command_info info{.name = "heroku config set",
                                       .help = "Set a config value of an application",
                                       .effect = effect::destroy};

    argument<"app", "the application"> app;
    argument<"attempts", "how often", int> attempts;
    argument<"value", "its new value", secret> value;
    option<"token", "whose right", std::optional<secret>> token;
};

struct new_server {
    static constexpr command_info info{
        .name = "droplet create", .help = "Make a server", .effect = effect::change};

    option<"region", "where"> region;
    option<"size", "how large", std::optional<std::string>> size;
};

struct say_hello {
    static constexpr command_info info{
        .name = "hello", .help = "Say hello", .effect = effect::read, .aliases = {"hi"}};
};

/// A group of options.
struct paging {
    static constexpr std::string_view heading = "Pages";
    option<"page", "which page", int, 'p'> page{1};
    flag<"all", "every page"> all;
};

inline directory sample_directory() {
    return directory({&describe<scale>(), &describe<logs>(), &describe<set_config>(),
                      &describe<new_server>(), &describe<say_hello>()});
}

inline const directory& sample_commands() {
    static const directory made = sample_directory();
    return made;
}

/// As the catalogue reads a line: split, find, parse. A mistake without a code is none.
inline mistake wrong_line(std::string_view line) {
    const auto words = split(line);
    if (!words) return words.error();
    const auto found = sample_commands().find(*words);
    if (!found) return found.error();
    const auto made = found->command->make();
    const auto common = parse(*found->command, *words, found->words, made.get());
    return common ? mistake() : common.error();
}

inline std::string place_in(std::string_view line, const mistake& wrong) {
    return std::string(line.substr(wrong.begin, wrong.end - wrong.begin));
}

inline std::string place_in(std::string_view line) { return place_in(line, wrong_line(line)); }

} // namespace chatops::line
