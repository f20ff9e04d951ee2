#pragma once

#include "chatops/core/sleep.hpp"
#include "chatops/run/active_run.hpp"
#include "chatops/run/outcome.hpp"

#include <utility>

namespace chatops {

CHATOPS_INLINE asio::awaitable<void> active_run::load() {
    const std::vector<journal::event> events = co_await world_.journal.events_of(id);
    past = history();
    for (const journal::event& each : events) past.add(each);
    if (!exists()) co_return;
    const auto facts = json::parse(past.accepted());
    auto read = facts ? json::read<accepted_request>(*facts) : facts.error();
    if (!read) throw store_error("the request of run " + id.text + " cannot be read");
    asked = std::move(*read);
    if (const std::string* record = past.record_of("@anchor"))
        message = replayed<anchor_place>(*record);
    if (!response_url.empty() || !hidden_line.empty()) co_return;
    const auto kept = co_await world_.journal.secrets_of(id);
    for (const journal::sealed_secret& each : kept)
        if (auto opened = world_.sealer.open(each.sealed, id.text))
            (each.name == "line" ? hidden_line : response_url) = std::move(*opened);
}

CHATOPS_INLINE std::optional<std::string_view> active_run::line() const {
    if (!asked.sealed.value_or(false)) return asked.line;
    if (hidden_line.empty()) return std::nullopt;
    return hidden_line.reveal();
}

CHATOPS_INLINE asio::awaitable<void> active_run::append(journal::kind what, std::string name,
                                                        std::string data, std::string key) {
    journal::batch together;
    together.delivery_key = std::move(key);
    together.entries.push_back({id, what, std::move(name), std::move(data), world_.time.now()});
    const journal::append_outcome appended = co_await world_.journal.append(together);
    if (!appended.duplicate) past.add(together.entries.front());
}

CHATOPS_INLINE asio::awaitable<void> active_run::show(const reply& now) {
    shown = now;
    const anchor whole{id, asked.asker_name + ": " + asked.line, now};
    if (!message) {
        anchor_place where = co_await post(whole);
        co_await keep_place(std::move(where));
        co_return;
    }
    std::exception_ptr refused;
    try {
        const message_id which{message->channel, message->id};
        co_await world_.people.edit(which, whole);
    } catch (const provider_error&) {
        refused = std::current_exception();
    }
    if (refused) co_await move_to_direct_messages(whole, refused);
}

CHATOPS_INLINE asio::awaitable<void>
active_run::move_to_direct_messages(const anchor& what, std::exception_ptr refused) {
    audience alone = whom();
    alone.where = {};
    // An earlier process may have got so far.
    std::optional<message_id> there = co_await find_posted(alone);
    if (there && there->channel == message->channel) std::rethrow_exception(refused);
    world_.log.info("answer goes to direct messages", {{"run", id.text}});
    if (there)
        co_await world_.people.edit(*there, what);
    else
        there = co_await world_.people.post(alone, what);
    anchor_place where{std::move(there->channel), std::move(there->id)};
    co_await keep_place(std::move(where));
}

CHATOPS_INLINE asio::awaitable<void> active_run::keep_place(anchor_place where) {
    const boost::json::value place = json::write(where);
    message = std::move(where);
    std::string record = value_record(place, step_kind::looked);
    co_await append(journal::kind::recorded, "@anchor", std::move(record));
}

CHATOPS_INLINE asio::awaitable<std::optional<message_id>>
active_run::find_posted(const audience& whom) {
    auto found = co_await world_.people.find(whom, id, past.accepted_at());
    if (found) co_return found;
    // A post that was cut off may still be on its way.
    co_await sleep_for(world_.time, limits::post_settling_seconds);
    found = co_await world_.people.find(whom, id, past.accepted_at());
    co_return found;
}

CHATOPS_INLINE asio::awaitable<anchor_place> active_run::post(const anchor& what) {
    const audience readers = whom();
    if (!fresh) {
        auto found = co_await find_posted(readers);
        if (found) co_return anchor_place{std::move(found->channel), std::move(found->id)};
    }
    // From here on a message may be there that nobody has recorded.
    fresh = false;
    message_id posted = co_await world_.people.post(readers, what);
    co_return anchor_place{std::move(posted.channel), std::move(posted.id)};
}

CHATOPS_INLINE audience active_run::whom() const {
    audience made;
    made.who = {asked.asker_id, asked.asker_name};
    made.where = {asked.channel, asked.channel_name, asked.thread};
    made.response_url = response_url;
    return made;
}

CHATOPS_INLINE asio::awaitable<void> active_run::complete() {
    const anchor whole{id, asked.asker_name + ": " + asked.line, shown};
    const audience readers = whom();
    const message_id which{message->channel, message->id};
    try {
        co_await world_.people.complete(readers, which, whole);
    } catch (const provider_error& refused) {
        // The message says how much of it is missing.
        world_.log.warning("rest not shown", {{"run", id.text}, {"why", refused.what()}});
    }
}

CHATOPS_INLINE asio::awaitable<void> active_run::add(reply more) {
    const audience readers = whom();
    const message_id which{message->channel, message->id};
    co_await world_.people.add(readers, which, more);
}

CHATOPS_INLINE asio::awaitable<void> active_run::deliver(const reply& answer, std::string outcome) {
    std::string tone(word_of(answer.how));
    std::exception_ptr refused;
    try {
        co_await show(answer);
        co_await complete();
    } catch (const provider_error&) {
        refused = std::current_exception();
    }
    if (refused) {
        if (world_.time.now() < past.accepted_at() + limits::unanswerable_hours)
            std::rethrow_exception(refused);
        world_.log.error("answer given up", {{"run", id.text}});
        tone = "unanswerable";
    }
    world_.log.info("run ended", {{"run", id.text}, {"outcome", tone}});
    run_ending ending{std::move(tone), answer.title, std::nullopt};
    if (!outcome.empty()) ending.outcome = std::move(outcome);
    const boost::json::value data = json::write(ending);
    std::string text = json::text(data);
    co_await append(journal::kind::delivered, {}, std::move(text));
}

} // namespace chatops
