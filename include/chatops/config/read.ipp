#pragma once

#include "chatops/config/read.hpp"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace chatops::config {

namespace detail {

/// One table while it is read: what is expected in it, and which keys nobody asked for.
class table_reader {
  public:
    table_reader(const toml::table& table, std::string path,
                 std::vector<configuration_error>& errors)
        : table_(table), path_(std::move(path)), errors_(errors) {}

    /// Says so of each key that was not read: a misspelt key must not be silently without effect.
    ~table_reader() {
        for (const auto& [name, node] : table_)
            if (std::find(read_.begin(), read_.end(), name.str()) == read_.end())
                error(node.source(), std::string(name.str()),
                      "unknown key; known here: " + known());
    }
    table_reader(const table_reader&) = delete;
    table_reader& operator=(const table_reader&) = delete;

    const toml::node* find(std::string_view name) {
        read_.emplace_back(name);
        return table_.get(name);
    }

    void text(std::string_view name, std::string& to, bool required = false) {
        const toml::node* node = find(name);
        if (node == nullptr) {
            if (required) missing(name, "a text");
        } else if (const auto value = node->value_exact<std::string>()) {
            to = *value;
            if (required && to.empty())
                error(node->source(), name, "expected a text, found an empty one");
        } else {
            error(node->source(), name, expected("a text", *node));
        }
    }

    void texts(std::string_view name, std::vector<std::string>& to, bool required = false) {
        const toml::node* node = find(name);
        if (node == nullptr) {
            if (required) missing(name, "a list of texts");
            return;
        }
        const toml::array* list = node->as_array();
        if (list == nullptr) return error(node->source(), name, expected("a list of texts", *node));
        for (const toml::node& each : *list) {
            if (const auto value = each.value_exact<std::string>())
                to.push_back(*value);
            else
                error(each.source(), name, expected("a text", each));
        }
    }

    /// `NAME = "…"`, or the environment variable that `NAME_env` names.
    void secret_text(std::string_view name, secret& to, const char* (*environment)(const char*),
                     bool required) {
        const std::string indirect = std::string(name) + "_env";
        const toml::node* direct = find(name);
        const toml::node* variable = find(indirect);
        if (direct != nullptr && variable != nullptr)
            return error(variable->source(), indirect,
                         "give either this or " + std::string(name) + ", not both");
        if (direct != nullptr) {
            if (auto value = direct->value_exact<std::string>(); value && !value->empty())
                to = secret(std::move(*value));
            else
                error(direct->source(), name, expected("a text that is not empty", *direct));
        } else if (variable != nullptr) {
            const auto named = variable->value_exact<std::string>();
            if (!named)
                return error(variable->source(), indirect,
                             expected("the name of an environment variable", *variable));
            const char* value = environment(named->c_str());
            if (value == nullptr || *value == '\0')
                return error(variable->source(), indirect,
                             "the environment variable " + *named + " is not set");
            to = secret(value);
        } else if (required) {
            missing(name, "a text (or " + indirect + ", the name of an environment variable)");
        }
    }

    /// Calls `each(table, name)` for each table of a table of tables.
    template <class Each>
    void tables(std::string_view name, const Each& each) {
        const toml::node* node = find(name);
        if (node == nullptr) return;
        const toml::table* outer = node->as_table();
        if (outer == nullptr) return error(node->source(), name, expected("a table", *node));
        for (const auto& [key, value] : *outer) {
            const std::string inner = std::string(name) + "." + std::string(key.str());
            if (const toml::table* table = value.as_table()) {
                table_reader reader(*table, path_of(inner), errors_);
                each(reader, std::string(key.str()));
            } else {
                error(value.source(), inner, expected("a table", value));
            }
        }
    }

    template <class Each>
    void table(std::string_view name, bool required, const Each& each) {
        const toml::node* node = find(name);
        if (node == nullptr) {
            if (required) missing(name, "a table");
        } else if (const toml::table* inner = node->as_table()) {
            table_reader reader(*inner, path_of(name), errors_);
            each(reader);
        } else {
            error(node->source(), name, expected("a table", *node));
        }
    }

    /// Reads an inner table of a list.
    template <class Each>
    void nested(const toml::table& inner, std::string_view name, const Each& each) {
        table_reader reader(inner, path_of(name), errors_);
        each(reader);
    }

    void error(const toml::source_region& where, std::string_view name, std::string message) {
        errors_.push_back({static_cast<int>(where.begin.line), static_cast<int>(where.begin.column),
                           path_of(name), std::move(message)});
    }

    void missing(std::string_view name, const std::string& what) {
        error(table_.source(), name, "missing; expected " + what);
    }

    static std::string expected(const std::string& what, const toml::node& found) {
        if (const auto text = found.value_exact<std::string>(); text && text->empty())
            return "expected " + what + ", found an empty text";
        std::string kind;
        switch (found.type()) {
        case toml::node_type::string: kind = "a text"; break;
        case toml::node_type::integer: kind = "a number"; break;
        case toml::node_type::floating_point: kind = "a number"; break;
        case toml::node_type::boolean: kind = "true or false"; break;
        case toml::node_type::array: kind = "a list"; break;
        case toml::node_type::table: kind = "a table"; break;
        default: kind = "a date or time"; break;
        }
        return "expected " + what + ", found " + kind;
    }

    [[nodiscard]] const toml::table& raw() const { return table_; }

  private:
    [[nodiscard]] std::string path_of(std::string_view name) const {
        return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
    }
    [[nodiscard]] std::string known() const {
        std::string names;
        for (const std::string& each : read_) names += (names.empty() ? "" : ", ") + each;
        return names;
    }

    const toml::table& table_;
    std::string path_;
    std::vector<configuration_error>& errors_;
    std::vector<std::string> read_;
};

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
    from.text("listen", to.listen, http);
    from.secret_text("bot_token", to.bot_token, environment, true);
    from.secret_text("app_token", to.app_token, environment, !http);
    from.secret_text("signing_secret", to.signing_secret, environment, true);
}

inline void read_rule(table_reader& from, rule& to) {
    to.line = static_cast<int>(from.raw().source().begin.line);
    from.texts("roles", to.roles);
    from.texts("commands", to.commands);
    from.texts("channels", to.channels);
    std::vector<std::string> effects;
    from.texts("effects", effects);
    for (const std::string& each : effects) {
        effect read{};
        if (boost::describe::enum_from_string(each.c_str(), read))
            to.effects.push_back(read);
        else
            from.error(from.raw().get("effects")->source(), "effects",
                       "expected read, change or destroy, found \"" + each + "\"");
    }
    from.table("values", false, [&](table_reader& values) {
        for (const auto& [name, node] : values.raw())
            values.text(name.str(), to.values[std::string(name.str())]);
    });
    if (to.commands.empty() && to.effects.empty())
        from.error(
            from.raw().source(), "commands",
            "a rule needs commands or effects; to allow everything write commands = [\"*\"]");
    if (to.roles.empty())
        from.error(from.raw().source(), "roles",
                   "a rule needs roles: it would allow this to everyone");
}

inline void read_rules(table_reader& from, rules& to) {
    from.tables("people", [&](table_reader& each, const std::string& name) {
        member who{name, {}, {}};
        each.text("slack", who.chat_id, true);
        each.texts("roles", who.roles, true);
        if (!who.chat_id.empty())
            if (const member* other = to.find(who.chat_id))
                each.error(each.raw().source(), "slack", "is also " + other->name + "'s");
        to.members.push_back(std::move(who));
    });
    const toml::node* list = from.find("rules");
    if (list == nullptr) return;
    const toml::array* all = list->as_array();
    if (all == nullptr)
        return from.error(list->source(), "rules", "expected [[rules]], a list of tables");
    for (std::size_t i = 0; i < all->size(); ++i) {
        const std::string place = "rules[" + std::to_string(i) + "]";
        const toml::table* each = all->get(i)->as_table();
        if (each == nullptr) {
            from.error(all->get(i)->source(), place, "expected a table");
            continue;
        }
        from.nested(*each, place, [&](table_reader& reader) {
            rule read;
            read_rule(reader, read);
            to.allowed.push_back(std::move(read));
        });
    }
}

inline void read_provider(table_reader& from, account& to,
                          const char* (*environment)(const char*)) {
    to.url = public_url(to.name);
    from.text("url", to.url, to.url.empty());
    from.secret_text("token", to.token, environment, true);
    while (!to.url.empty() && to.url.back() == '/') to.url.pop_back();
}

inline void read_project(table_reader& from, project& to) {
    from.text("channel", to.channel);
    for (const auto& [name, node] : from.raw())
        if (name.str() != "channel") from.texts(name.str(), to.holdings[std::string(name.str())]);
}

inline void read_all(table_reader& from, configuration& to,
                     const char* (*environment)(const char*)) {
    from.table("bot", false, [&](table_reader& bot) { bot.text("name", to.bot_name); });
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
        project read{name, {}, {}};
        read_project(each, read);
        to.projects.push_back(std::move(read));
    });
    read_rules(from, to.rules);
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
    std::string line =
        file + ":" + std::to_string(wrong.line) + ":" + std::to_string(wrong.column) + ": ";
    if (!wrong.key.empty()) line += wrong.key + ": ";
    return line + wrong.message;
}

} // namespace chatops::config
