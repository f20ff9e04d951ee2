#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/form_choices.hpp"
#include "chatops/run/value_service.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace chatops {

CHATOPS_INLINE value_service::~value_service() {
    // Whoever waits holds what it waits for, and is held by it.
    for (const auto& each : std::exchange(asking_, {})) each->ended = signal();
}

CHATOPS_INLINE provider::connection value_service::connect(std::string_view provider) {
    const std::string name(provider);
    const auto& configured = world_.configuration.providers;
    const auto found = configured.find(name);
    if (found == configured.end())
        throw unavailable(name, "it is not configured", effect_known::did_not_happen);
    return {world_.network,
            world_.time,
            world_.chance,
            found->second,
            world_.accounts[name],
            provider::repeats::when_safe,
            limits::value_patience_ms};
}

CHATOPS_INLINE value_inquiry value_service::about(const config::member* asker) {
    return {{commands_, rules_, asker},
            world_.journal,
            world_.configuration,
            [this](std::string_view provider) { return connect(provider); }};
}

namespace detail {
/// Whatever is typed of it.
inline bool is_same_question(const line::completion_request& left,
                             const line::completion_request& right) {
    return left.field->value->type == right.field->value->type &&
           std::equal(left.known.begin(), left.known.end(), right.known.begin(), right.known.end(),
                      [](const line::known_value& one, const line::known_value& other) {
                          return one.field == other.field && one.text == other.text;
                      });
}
} // namespace detail

CHATOPS_INLINE std::shared_ptr<value_service::asking>
value_service::find(const line::completion_request& of) const {
    for (const auto& each : asking_)
        if (each->is_remote && detail::is_same_question(each->of, of)) return each;
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> value_service::values(line::completion_request of,
                                                                      const config::member* asker) {
    const entry* const command = commands_.find(of.command->info.name);
    if (command == nullptr || values_of_field(*command, *of.field) == nullptr)
        co_return texts_of_values();
    const value_knower& known = *command->values;
    std::shared_ptr<asking> what;
    if (known.is_remote) {
        if (const texts_of_values* const kept = cache_.find(of, world_.time.now())) {
            texts_of_values copy = *kept;
            co_return copy;
        }
        what = find(of);
    }
    if (what == nullptr) {
        what = std::make_shared<asking>();
        what->of = std::move(of);
        what->is_remote = known.is_remote;
        asking_.push_back(what);
        // Its own copy: the configuration may be read anew meanwhile.
        std::optional<config::member> by;
        if (asker != nullptr) by = *asker;
        asio::co_spawn(world_.executor, ask(what, known, std::move(by)), asio::detached);
    }
    co_await wait_for(what);
    texts_of_values values = what->values;
    co_return values;
}

namespace detail {

/// What the line gives, without secrets.
inline std::vector<line::known_value> values_given(const command_description& what,
                                                   const void* given) {
    std::vector<line::known_value> made;
    for (const field_description& each : what.fields) {
        if (each.kind == field_kind::flag || each.secret()) continue;
        for (std::string& text : each.texts(given))
            if (!text.empty()) made.push_back({&each, std::move(text)});
    }
    return made;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_service::meant(const entry& command, std::shared_ptr<const void> given,
                     std::string asker_id) {
    std::vector<line::known_value> named = detail::values_given(*command.what, given.get());
    texts_of_values near;
    for (line::known_value& typed : named) {
        const value_knower::row* const known = values_of_field(command, *typed.field);
        if (known == nullptr || known->sort != value_sort::whole) continue;
        line::completion_request of{command.what, typed.field, typed.text, {}};
        for (const line::known_value& other : named)
            if (other.field != typed.field) of.known.push_back(other);
        const texts_of_values all = co_await values(std::move(of), rules_.find(asker_id));
        if (std::find(all.begin(), all.end(), typed.text) != all.end()) continue;
        // The rules may have been read anew while it was asked.
        const inquiry asking{commands_, rules_, rules_.find(asker_id)};
        const std::string missing = typed.text;
        std::vector<std::string_view> allowed;
        for (const std::string& each : all) {
            typed.text = each;
            if (may_name(asking, *command.what, named, world_.configuration))
                allowed.push_back(each);
        }
        for (const std::string_view each : line::nearest(missing, allowed)) near.emplace_back(each);
        break;
    }
    co_return near;
}

CHATOPS_INLINE asio::awaitable<void> value_service::wait_for(std::shared_ptr<asking> what) {
    const time_point end = world_.time.now() + limits::value_patience_ms;
    // Only a weak one: whoever waits keeps it, and the clock may outlive them.
    const clock::timer late = world_.time.call_at(end, [weak = std::weak_ptr<asking>(what)] {
        if (const auto held = weak.lock()) held->ended.notify();
    });
    while (!what->has_ended && world_.time.now() < end) co_await what->ended.wait();
    world_.time.forget(late);
}

CHATOPS_INLINE asio::awaitable<void> value_service::ask(std::shared_ptr<asking> what,
                                                        const value_knower& known,
                                                        std::optional<config::member> asker) {
    const value_inquiry in = about(asker ? &*asker : nullptr);
    try {
        what->values = co_await known.ask(in, what->of);
    } catch (const std::exception& failure) {
        // Whoever types goes on without them; what is typed is read as ever.
        world_.log.warning("values not known",
                           {{"command", std::string(what->of.command->info.name)},
                            {"field", std::string(what->of.field->name)},
                            {"why", failure.what()}});
    }
    if (what->values.size() > limits::cached_values) what->values.resize(limits::cached_values);
    what->has_ended = true;
    if (known.is_remote) cache_.keep(what->of, what->values, world_.time.now());
    asking_.erase(std::find(asking_.begin(), asking_.end(), what));
    what->ended.notify();
}

} // namespace chatops
