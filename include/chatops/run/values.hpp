// Values that a line or a form may name, asked from whoever knows: a provider's client, or the bot.
#pragma once

#include "chatops/chat/form.hpp"
#include "chatops/core/signal.hpp"
#include "chatops/line/value_cache.hpp"
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

/// The values of an open form or a line, as they were asked for lately.
class value_service {
  public:
    /// All must outlive it.
    value_service(world& outside, const catalogue& commands, const gate::rulebook& rules)
        : world_(outside), commands_(commands), rules_(rules) {}
    ~value_service();

    value_service(const value_service&) = delete;
    value_service& operator=(const value_service&) = delete;

    /// All that there are, whatever is typed; empty where nobody knows, the provider fails, or it
    /// takes longer than `limits::value_patience_ms`. What comes later is there for who asks again.
    asio::awaitable<texts_of_values> values(line::completion_request of,
                                            const config::member* asker);

    /// For a line that names what is not there: of the first such value, the nearest names that
    /// there are and that the asker may name in its place. Empty where all is there, nothing is
    /// near, or nobody knows.
    asio::awaitable<texts_of_values> meant(const entry& command, std::shared_ptr<const void> given,
                                           std::string asker_id);

  private:
    /// One question, for all who wait for its answer.
    struct asking {
        line::completion_request of;
        bool is_remote = true;
        bool has_ended = false;
        texts_of_values values{};
        signal ended{};
    };

    [[nodiscard]] value_inquiry about(const config::member* asker);
    [[nodiscard]] provider::connection connect(std::string_view provider);
    asio::awaitable<void> ask(std::shared_ptr<asking> what, const value_knower& known,
                              std::optional<config::member> asker);
    asio::awaitable<void> wait_for(std::shared_ptr<asking> what);
    [[nodiscard]] std::shared_ptr<asking> find(const line::completion_request& of) const;

    world& world_;
    const catalogue& commands_;
    const gate::rulebook& rules_;
    line::value_cache cache_;
    std::vector<std::shared_ptr<asking>> asking_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/values.ipp")
