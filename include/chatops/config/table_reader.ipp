#pragma once

#include "chatops/command/time_zone.hpp"
#include "chatops/config/configuration_error.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/line/suggest.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
// toml++ 3.3 promises the compiler what bad input breaks: that a table's name begins well ("[`"),
// and that a letter such as U+038D is no space. It goes on rightly where nothing is promised.
#define TOML_ASSERT(condition) static_assert(true)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include CHATOPS_TOML_PREPROCESSOR
#pragma pop_macro("NDEBUG")
#pragma push_macro("TOML_UNREACHABLE")
#undef TOML_UNREACHABLE
#define TOML_UNREACHABLE return false
#include CHATOPS_TOML_UNICODE
#pragma pop_macro("TOML_UNREACHABLE")
#include <toml++/toml.h>

static_assert(TOML_LIB_MAJOR == 3, "What is said above of toml++ was seen in its version 3.");

namespace chatops::config::detail {

/// `; did you mean lead?`, or nothing where no name is near.
inline std::string did_you_mean(std::string_view typed, const std::vector<std::string>& names) {
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view nearest = line::nearest_one(typed, known);
    return nearest.empty() ? std::string() : "; did you mean " + std::string(nearest) + "?";
}

/// `a, b, c and 4 more`.
inline std::string listed(const std::vector<std::string>& names, std::size_t most = 8) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        text += (text.empty() ? "" : ", ") + names[i];
    if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
    return text;
}

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
                      "unknown key" + did_you_mean(name.str(), read_) +
                          (read_.empty() ? "" : "; known here: " + listed(read_, 20)));
    }
    table_reader(const table_reader&) = delete;
    table_reader& operator=(const table_reader&) = delete;

    const toml::node* find(std::string_view name) {
        read_.emplace_back(name);
        return table_.get(name);
    }

    /// The name of a time zone.
    void zone(std::string_view name, time_zone& to) {
        std::string given;
        text(name, given);
        if (given.empty()) return;
        const auto read = time_zone::parse(given);
        if (read) {
            to = *read;
            return;
        }
        std::string why = read.error().message;
        if (!why.empty() && why.back() == '.') why.pop_back();
        if (!read.error().suggestion.empty())
            why += "; did you mean " + read.error().suggestion + "?";
        error(table_.get(name)->source(), std::string(name), std::move(why));
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

    /// A text, or a whole number as one: people write an account's number either way.
    void text_or_number(std::string_view name, std::string& to, bool required = false) {
        const toml::node* node = find(name);
        if (node == nullptr) {
            if (required) missing(name, "a text or a number");
        } else if (const auto number = node->value_exact<std::int64_t>()) {
            to = std::to_string(*number);
        } else {
            text(name, to, required);
        }
    }

    void texts(std::string_view name, std::vector<std::string>& to, bool required = false) {
        each_text(name, required,
                  [&](const toml::node&, std::string text) { to.push_back(std::move(text)); });
    }

    /// Calls `take(node, text)` for each text of a list.
    template <class Take>
    void each_text(std::string_view name, bool required, const Take& take) {
        const toml::node* node = find(name);
        if (node == nullptr) {
            if (required) missing(name, "a list of texts");
            return;
        }
        const toml::array* list = node->as_array();
        if (list == nullptr) return error(node->source(), name, expected("a list of texts", *node));
        for (const toml::node& each : *list) {
            auto value = each.value_exact<std::string>();
            if (value && !value->empty())
                take(each, std::move(*value));
            else
                error(each.source(), name, expected("a text", each));
        }
    }

    /// The same, of names that must be among `known`.
    void names(std::string_view name, const std::vector<std::string>& known, std::string_view kind,
               std::vector<std::string>& to) {
        each_text(name, false, [&](const toml::node& node, std::string text) {
            if (std::find(known.begin(), known.end(), text) == known.end()) {
                std::string help = did_you_mean(text, known);
                if (help.empty() && !known.empty()) help = "; known here: " + listed(known);
                error(node.source(), name,
                      "no " + std::string(kind) + " is called \"" + text + "\"" + help);
            }
            to.push_back(std::move(text));
        });
    }

    /// Texts in which `*` stands for any characters.
    void patterns(std::string_view name, std::vector<std::string>& to) {
        each_text(name, false, [&](const toml::node& node, std::string text) {
            if (text.size() > limits::rule_pattern_bytes)
                error(node.source(), name,
                      "a pattern of more than " + std::to_string(limits::rule_pattern_bytes) +
                          " bytes");
            to.push_back(std::move(text));
        });
    }

    /// Names of channels, without `#`.
    void channels(std::string_view name, std::vector<std::string>& to) {
        each_text(name, false, [&](const toml::node& node, std::string text) {
            if (text.front() == '#') error(node.source(), name, without_hash(text));
            to.push_back(std::move(text));
        });
    }

    static std::string without_hash(const std::string& channel) {
        return "write a channel without #: \"" + channel.substr(1) + "\"";
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

    const toml::table& table_;
    std::string path_;
    std::vector<configuration_error>& errors_;
    std::vector<std::string> read_;
};

} // namespace chatops::config::detail
