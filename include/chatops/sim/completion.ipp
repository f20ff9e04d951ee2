#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/form_choices.hpp"
#include "chatops/sim/completion.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace chatops::sim {

namespace detail {

/// Carries requests to mocks that are only looked at, and answers at once.
class onlooker final : public http::transport {
  public:
    explicit onlooker(const network& at) : at_(at) {}

    asio::awaitable<http::response> send(const http::request& what, time_point) override {
        std::optional<http::response> seen = at_.look(what);
        if (!seen) throw_unavailable();
        co_return std::move(*seen);
    }
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string&,
                                                           time_point) override {
        throw_unavailable();
        co_return nullptr;
    }

  private:
    [[noreturn]] static void throw_unavailable() {
        throw unavailable("simulation", "nobody can be looked at there",
                          effect_known::did_not_happen);
    }

    const network& at_;
};

/// Where one question is asked: with a time and a chance of its own, so that whoever waits there
/// holds up nothing else.
class asking_place {
  public:
    explicit asking_place(simulation& where)
        : where_(where), rules_(where.configuration().rules), time_(where.now()),
          network_(where.wires()), clock_(time_, executor_.get_executor()) {}

    texts_of_values ask(const value_knower& known, const line::completion_request& of,
                        const config::member* asker) {
        const value_inquiry in{{where_.commands(), rules_, asker},
                               where_.journal(),
                               where_.configuration(),
                               [this](std::string_view provider) { return connect(provider); }};
        std::optional<texts_of_values> made;
        asio::co_spawn(executor_, known.ask(in, of),
                       [&](std::exception_ptr failed, texts_of_values all) {
                           // Whoever types goes on without them.
                           made = failed ? texts_of_values() : std::move(all);
                       });
        const time_point end = time_.now() + limits::value_patience_ms;
        do {
            executor_.restart();
            executor_.poll();
        } while (!made && time_.happen_next(end));
        return made ? std::move(*made) : texts_of_values();
    }

  private:
    provider::connection connect(std::string_view provider) {
        const std::string name(provider);
        const auto& configured = where_.configuration().providers;
        const auto found = configured.find(name);
        if (found == configured.end())
            throw unavailable(name, "it is not configured", effect_known::did_not_happen);
        return {network_,
                clock_,
                chance_,
                found->second,
                account_state_,
                provider::repeats::when_safe,
                limits::value_patience_ms};
    }

    simulation& where_;
    gate::rulebook rules_;
    timeline time_;
    seeded_random chance_{1};
    onlooker network_;
    provider::account_state account_state_;
    asio::io_context executor_{1};
    // Ends first: what waits for it ends with it.
    process_clock clock_;
};

} // namespace detail

CHATOPS_INLINE texts_of_values values_of(simulation& where, const line::completion_request& of,
                                         const config::member* asker) {
    const entry* const command = where.commands().find(of.command->info.name);
    if (command == nullptr || values_of_field(*command, *of.field) == nullptr) return {};
    detail::asking_place place(where);
    return place.ask(*command->values, of, asker);
}

CHATOPS_INLINE line::completions complete(simulation& where, std::string_view line) {
    line::completions found = line::complete(line, where.commands().names());
    if (found.value) line::add_values(found, values_of(where, *found.value));
    return found;
}

CHATOPS_INLINE std::vector<form_choice> offered(simulation& where, const half_filled& typed) {
    const gate::rulebook rules(where.configuration().rules);
    const inquiry asked{where.commands(), rules, rules.find(typed.who.id)};
    const auto of = question_of(where.commands(), typed);
    if (!of || asked.asker == nullptr) return {};
    texts_of_values values;
    if (may_name(asked, *of->command, of->known, where.configuration()))
        values = values_of(where, *of, asked.asker);
    return choices_for(*of, values, asked, where.configuration());
}

} // namespace chatops::sim
