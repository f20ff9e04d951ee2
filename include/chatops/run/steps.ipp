#pragma once

#include "chatops/core/time.hpp"
#include "chatops/run/steps.hpp"

#include <stdexcept>

namespace chatops {

CHATOPS_INLINE step_history& steps::enter(const std::string& path, std::string_view scope) {
    step_history& found = past_.step(path);
    if (found.visited)
        throw std::logic_error("two steps of one run have the name '" + path +
                               "': give each its own, or use ctx.all with a key");
    if (!found.record && !putting_back_) {
        if (past_.cancelled_by()) throw cancelled(*past_.cancelled_by());
        if (keeps_records_ && found.begun == 0)
            if (const std::string* forgotten = past_.unvisited(scope))
                throw diverged("the journal has '" + *forgotten + "' where the program has '" +
                               path + "'");
    }
    found.visited = true;
    return found;
}

CHATOPS_INLINE asio::awaitable<void> steps::append(journal::kind what, const std::string& name,
                                                   const std::string& data) {
    journal::batch together;
    together.entries.push_back({run_, what, name, data, world_.time.now()});
    co_await world_.journal.append(together);
    past_.add(together.entries.front());
}

CHATOPS_INLINE asio::awaitable<void> steps::begin(const std::string& path,
                                                  const boost::json::value& data) {
    const std::string text = json::text(data);
    co_await append(journal::kind::begun, path, text);
}

CHATOPS_INLINE asio::awaitable<void> steps::record(const std::string& path,
                                                   const std::string& data) {
    if (keeps_records_) co_await append(journal::kind::recorded, path, data);
}

CHATOPS_INLINE asio::awaitable<std::string> steps::ask(const question& what) {
    const question_history* known = past_.question(what.name);
    if (known != nullptr && known->answered) {
        const auto answer = json::parse(known->answer);
        if (!answer || !answer->is_object()) throw store_error("an answer cannot be read");
        const boost::json::value* choice = answer->get_object().if_contains("choice");
        if (choice == nullptr || !choice->is_string()) throw store_error("an answer has no choice");
        co_return std::string(choice->get_string());
    }
    if (known == nullptr) co_await append(journal::kind::asked, what.name, "{}");
    waiting.push_back(what);
    throw awaiting_answer{};
}

CHATOPS_INLINE provider::connection steps::connect(std::string_view provider,
                                                   provider::repeats policy) {
    const std::string name(provider);
    const auto& configured = world_.configuration.providers;
    const auto found = configured.find(name);
    if (found == configured.end())
        throw unavailable(name, "the configuration has no [providers." + name + "]",
                          effect_known::did_not_happen);
    return {world_.network, world_.time,           world_.chance,
            found->second,  world_.accounts[name], policy};
}

CHATOPS_INLINE time_point steps::begun_at(const step_history& step) {
    const auto note = json::parse(step.begun_data);
    if (!note || !note->is_string()) throw store_error("a step's beginning cannot be read");
    const auto when = read_time(std::string_view(note->get_string()));
    if (!when) throw store_error("a step's beginning is no time");
    return *when;
}

CHATOPS_INLINE asio::awaitable<time_point>
steps::absolute_end(const std::string& path, step_history& step, duration how_long) {
    if (step.begun == 0) {
        const time_point ends = world_.time.now() + how_long;
        if (!keeps_records_) co_return ends;
        const boost::json::value note(format_time(ends));
        co_await begin(path, note);
    }
    co_return begun_at(step);
}

CHATOPS_INLINE question steps::unsure(const std::string& path, int tries, int looks) {
    question what;
    what.name = path + "?" + std::to_string(tries) + "." + std::to_string(looks);
    what.shown.how = tone::waiting;
    what.shown.title = "I cannot tell whether '" + path + "' happened";
    what.shown.add(
        text_part{"The request was sent, but no answer came, and I see no trace of it at "
                  "the provider. Please look there before you decide."});
    what.shown.buttons = {
        {what.name, "look", "Look again", button::style::primary},
        {what.name, "again", "Do it", button::style::danger},
        {what.name, "stop", "Leave it", button::style::plain},
    };
    return what;
}

CHATOPS_INLINE std::exception_ptr steps::left_unknown(const std::string& path,
                                                      std::string_view provider) {
    return std::make_exception_ptr(
        unavailable(std::string(provider),
                    "nobody could tell whether '" + path + "' happened, and it was left so",
                    effect_known::may_have_happened));
}

CHATOPS_INLINE std::exception_ptr steps::waited_too_long(std::string_view what, duration limit) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(limit).count();
    return std::make_exception_ptr(
        gave_up("waited " + std::to_string(minutes) + " minutes for '" + std::string(what) + "'"));
}

CHATOPS_INLINE bool steps::is_silence(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const unavailable&) {
        return true;
    } catch (...) {
        return false;
    }
}

CHATOPS_INLINE asio::awaitable<void> steps::show_progress(const std::string& text) {
    if (past_.unvisited({}) == nullptr && on_progress) co_await on_progress(text);
}

CHATOPS_INLINE void steps::register_undo(std::string path,
                                         std::function<asio::awaitable<void>()> act) {
    undos.emplace_back(std::move(path), std::move(act));
}

} // namespace chatops
