#pragma once

#include "chatops/config/public_provider.hpp"
#include "chatops/config/read.hpp"
#include "chatops/config/read_rules.ipp"
#include "chatops/config/table_reader.ipp"
#include "chatops/core/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace chatops::config {

namespace detail {

/// Of `@ops` and `/ops`, as Slack's manifest takes it.
inline bool is_bot_name(std::string_view name) {
    return !name.empty() && name.size() <= 31 && std::all_of(name.begin(), name.end(), [](char c) {
        return is_lower(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    });
}

/// `127.0.0.1:9107`, `[::1]:9107`.
inline bool is_address_and_port(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view digits = text.substr(colon + 1);
    unsigned port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return error == std::errc{} && end == digits.data() + digits.size() && port <= 65'535;
}

inline void check_url(table_reader& from, std::string_view url) {
    if (url.empty() || from.raw().get("url") == nullptr) return;
    std::string_view rest = url;
    for (const std::string_view begin : {"https://", "http://"})
        if (rest.substr(0, begin.size()) == begin) rest.remove_prefix(begin.size());
    const bool has_scheme = rest.size() < url.size();
    if (!has_scheme || rest.empty() || rest.front() == '/' || rest.find(' ') != rest.npos)
        from.error(from.raw().get("url")->source(), "url",
                   "expected an address that begins with https:// or http://, found \"" +
                       std::string(url) + "\"");
}

inline void read_slack(table_reader& from, slack_settings& to,
                       const char* (*environment)(const char*)) {
    std::string mode = "socket_mode";
    from.text("mode", mode);
    to.mode = mode == "http" ? slack_mode::http : slack_mode::socket_mode;
    if (mode != "http" && mode != "socket_mode")
        from.error(from.raw().get("mode")->source(), "mode",
                   "expected \"http\" or \"socket_mode\", found \"" + mode + "\"");
    const bool http = to.mode == slack_mode::http;
    from.text("url", to.url);
    check_url(from, to.url);
    from.text("listen", to.listen, http);
    if (!to.listen.empty() && !is_address_and_port(to.listen))
        from.error(from.raw().get("listen")->source(), "listen",
                   "expected an address and a port such as \"127.0.0.1:9107\", found \"" +
                       to.listen + "\"");
    from.secret_text("bot_token", to.bot_token, environment, true);
    from.secret_text("app_token", to.app_token, environment, !http);
    from.secret_text("signing_secret", to.signing_secret, environment, true);
}

inline void read_provider(table_reader& from, account& to,
                          const char* (*environment)(const char*)) {
    const public_provider known = public_provider_named(to.name);
    to.url = known.url;
    to.line = static_cast<int>(from.raw().source().begin.line);
    from.text("url", to.url, to.url.empty());
    check_url(from, to.url);
    // Before the usual one, which then need not be there.
    if (!known.other_secret_key.empty()) {
        from.secret_text(known.other_secret_key, to.token, environment, false);
        if (!to.token.empty()) to.more["secret_key"] = known.other_secret_key;
    }
    secret usual;
    from.secret_text(known.secret_key, usual, environment, to.token.empty());
    if (!usual.empty()) {
        to.token = std::move(usual);
        to.more.erase("secret_key");
    }
    const auto told = [&](std::string_view key, bool required) {
        if (key.empty()) return;
        std::string text;
        from.text_or_number(key, text, required);
        if (!text.empty()) to.more[std::string(key)] = std::move(text);
    };
    for (const std::string_view key : known.required) told(key, true);
    for (const std::string_view key : known.optional) told(key, false);
    while (!to.url.empty() && to.url.back() == '/') to.url.pop_back();
}

inline void read_project(table_reader& from, project& to) {
    from.text("channel", to.channel);
    if (!to.channel.empty() && to.channel.front() == '#')
        from.error(from.raw().get("channel")->source(), "channel",
                   table_reader::without_hash(to.channel));
    for (const auto& [name, node] : from.raw())
        if (name.str() != "channel") {
            from.texts(name.str(), to.holdings[std::string(name.str())]);
            to.places[std::string(name.str())] = place_of(node);
        }
}

inline void read_all(table_reader& from, configuration& to,
                     const char* (*environment)(const char*)) {
    from.table("bot", false, [&](table_reader& bot) {
        bot.text("name", to.bot_name);
        if (!is_bot_name(to.bot_name))
            bot.error(bot.raw().get("name")->source(), "name",
                      "expected 1 to 31 small letters, digits, '-', '_' or '.', as Slack has it, "
                      "found \"" +
                          to.bot_name + "\"");
        bot.zone("time_zone", to.zone);
    });
    from.table("slack", true,
               [&](table_reader& slack) { read_slack(slack, to.slack, environment); });
    from.table("store", false, [&](table_reader& store) { store.text("path", to.store_path); });
    from.tables("providers", [&](table_reader& each, const std::string& name) {
        account where;
        where.name = name;
        read_provider(each, where, environment);
        to.providers.emplace(name, std::move(where));
    });
    from.tables("projects", [&](table_reader& each, const std::string& name) {
        project read{name, {}, {}, {}};
        read_project(each, read);
        to.projects.push_back(std::move(read));
    });
    std::vector<std::string> projects;
    for (const project& each : to.projects) projects.push_back(each.name);
    read_rules(from, projects, to.zone, to.rules);
}

} // namespace detail

CHATOPS_INLINE reading read(std::string_view text, const char* (*environment)(const char*)) {
    reading outcome;
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        const auto& where = parsed.error().source().begin;
        outcome.errors.push_back({static_cast<int>(where.line), static_cast<int>(where.column), "",
                                  std::string(parsed.error().description())});
        return outcome;
    }
    {
        detail::table_reader whole(parsed.table(), {}, outcome.errors);
        detail::read_all(whole, outcome.value, environment);
    }
    std::stable_sort(outcome.errors.begin(), outcome.errors.end(),
                     [](const configuration_error& left, const configuration_error& right) {
                         return left.line < right.line;
                     });
    return outcome;
}

CHATOPS_INLINE std::string describe(const std::string& file, const configuration_error& wrong) {
    std::string line = file + ":";
    if (wrong.line > 0)
        line += std::to_string(wrong.line) + ":" + std::to_string(wrong.column) + ":";
    line += ' ';
    if (!wrong.key.empty()) line += wrong.key + ": ";
    return line + wrong.message;
}

} // namespace chatops::config
