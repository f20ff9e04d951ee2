// What the page is given, as it stands in JSON; web/src/module.ts has the same types.
#pragma once

#include "chatops/command/info.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/result.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops {

BOOST_DESCRIBE_STRUCT(mistake, (), (code, message, begin, end, expected, suggestion))

} // namespace chatops

namespace chatops::web {

struct standing {
    /// As text: JavaScript's numbers hold 53 bits.
    std::string seed;
    std::string world;
    time_point now;
};
BOOST_DESCRIBE_STRUCT(standing, (), (seed, world, now))

struct person {
    std::string id;
    std::string name;
    std::string full_name;
    std::vector<std::string> roles;
    bool is_bot = false;
};
BOOST_DESCRIBE_STRUCT(person, (), (id, name, full_name, roles, is_bot))

struct channel {
    std::string id;
    /// Without `#`; `@lead` for the bot's direct messages with lead.
    std::string name;
    std::optional<std::string> person;
    bool has_bot = false;
};
BOOST_DESCRIBE_STRUCT(channel, (), (id, name, person, has_bot))

struct cast {
    std::vector<person> people;
    std::vector<channel> channels;
    /// `/ops`.
    std::string command;
    /// In the menu of each message: `What about this?`.
    std::optional<std::string> shortcut;
    /// Lines to begin with, one of each group of commands, which only look.
    std::vector<std::string> examples;
};
BOOST_DESCRIBE_STRUCT(cast, (), (people, channels, command, shortcut, examples))

/// As Slack has them, with `errors` in a modal that was not taken; null where there is none.
struct views {
    boost::json::value modal;
    boost::json::value home;
};
BOOST_DESCRIBE_STRUCT(views, (), (modal, home))

struct choice {
    std::string text;
    std::string help;
};
BOOST_DESCRIBE_STRUCT(choice, (), (text, help))

struct completion {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<choice> choices;
};
BOOST_DESCRIBE_STRUCT(completion, (), (begin, end, choices))

/// An argument, an option or a flag that the line gives.
struct given_value {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(given_value, (), (name, text))

/// What a line means, or why it means nothing.
struct check {
    bool ok = false;
    /// Empty where no command is named yet.
    std::string usage;
    std::string explanation;
    std::optional<chatops::effect> effect;
    std::vector<given_value> given;
    std::vector<mistake> mistakes;
};
BOOST_DESCRIBE_STRUCT(check, (), (ok, usage, explanation, effect, given, mistakes))

struct message {
    std::string channel;
    std::string ts;
    std::string user;
    std::string text;
    boost::json::value blocks;
    std::optional<std::string> thread_ts;
    bool edited = false;
    std::optional<std::string> ephemeral_to;
};
BOOST_DESCRIBE_STRUCT(message, (),
                      (channel, ts, user, text, blocks, thread_ts, edited, ephemeral_to))

struct header {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(header, (), (name, value))

struct half {
    std::vector<header> headers;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(half, (), (headers, body))

struct exchange {
    std::uint64_t number = 0;
    time_point at;
    std::string from;
    std::string to;
    std::string method;
    std::string url;
    bool ended = false;
    /// 0: no answer came, or none yet.
    int status = 0;
    std::string failure;
    std::int64_t took_ms = 0;
    half request;
    half response;
};
BOOST_DESCRIBE_STRUCT(exchange, (),
                      (number, at, from, to, method, url, ended, status, failure, took_ms, request,
                       response))

} // namespace chatops::web
