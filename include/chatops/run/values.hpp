// Values that a line or a form may name, asked from whoever knows: a provider's client, or the bot.
#pragma once

#include "chatops/line/value_source.hpp"
#include "chatops/run/entry.hpp"
#include "chatops/run/world.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace chatops {

/// What a source of values may look at; it acts on nothing.
struct value_inquiry {
    inquiry asked;
    journal::store& journal;
    const config::configuration& configuration;
    /// What a client is made from, for reading, within `limits::value_patience_ms`. Throws
    /// `unavailable` if that provider is not configured.
    std::function<provider::connection(std::string_view provider)> connect{};
};

using texts_of_values = std::vector<std::string>;

/// What the texts of a source are, and so how a form asks for one.
enum class value_sort {
    whole,
    /// Something goes on behind each: `web=`. A form has it typed.
    beginnings,
    /// Those whom the chat service knows better.
    people,
};

/// Who knows the values of some types, for the commands of one list.
struct value_knower {
    struct row {
        const void* type;
        value_sort sort;
    };
    std::vector<row> rows;
    asio::awaitable<texts_of_values> (*ask)(const value_inquiry& in,
                                            const line::completion_request& of);
    /// They are far away: kept for some seconds, whoever asks.
    bool is_remote = true;

    /// The row of that field's type, or null.
    [[nodiscard]] const row* find(const field_description& field) const;
};

namespace detail {

template <class T, class From>
consteval value_sort sort_of() {
    if constexpr (requires { value_source<T, From>::sort; })
        return value_source<T, From>::sort;
    else
        return value_sort::whole;
}

template <class From, class... Types>
asio::awaitable<texts_of_values> ask_source(const value_inquiry& in,
                                            const line::completion_request& of) {
    static const auto sources = line::value_sources_of<From, Types...>();
    const auto ask = sources.find(of);
    if (ask == nullptr) co_return texts_of_values();
    if constexpr (std::is_same_v<From, const value_inquiry>) {
        co_return co_await ask(in, of);
    } else {
        From client(in.connect(From::provider));
        co_return co_await ask(client, of);
    }
}

} // namespace detail

/// Those types whose `value_source` asks `From`: a provider's client, made for each question, or
/// `const value_inquiry` itself.
template <class From, class... Types>
value_knower value_knower_of() {
    return {{{type_of_value<Types>, detail::sort_of<Types, From>()}...},
            &detail::ask_source<From, Types...>,
            !std::is_same_v<From, const value_inquiry>};
}

/// The same commands, with who knows their values; it must outlive them.
std::vector<entry> with_values(std::vector<entry> commands, const value_knower& known);

/// How a field is asked for in a form; null `command.values` know of none.
const value_knower::row* values_of_field(const entry& command, const field_description& field);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/values.ipp")
