#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/sim/network.hpp"
#include "chatops/sim/network.ipp"

#include <algorithm>
#include <utility>

namespace chatops::sim {

CHATOPS_INLINE void network::open_stream(const http::request& what, time_point deadline,
                                         stream_listener listener,
                                         std::function<void(arrival)> done) {
    ask(what, {nullptr, deadline, std::move(listener), std::move(done)});
}

CHATOPS_INLINE void network::answer_goes_on(site& at, stream_id id, time_point head_comes,
                                            asked& on, arrival& came) {
    const stream_name name = ++last_stream_;
    came.goes_on = name;
    if (!on.listener) gather(on, name);
    streams_[name] = {&at, id, *on.listener, head_comes, on.noted};
}

CHATOPS_INLINE void network::gather(asked& on, stream_name name) {
    struct gathered {
        arrival so_far;
        std::function<void(arrival)> done;
        std::optional<timeline::event> too_late;
    };
    auto state = std::make_shared<gathered>();
    state->done = std::move(on.done);
    const auto finish = [this, state](std::string failure) {
        --on_its_way_;
        time_.forget(*state->too_late);
        state->so_far.failure = std::move(failure);
        const auto done = std::exchange(state->done, nullptr);
        done(std::move(state->so_far));
    };
    ++on_its_way_;
    state->too_late = time_.at(on.deadline, [this, finish, name] {
        leave(name);
        finish("no answer in time");
    });
    on.done = [state](arrival head) { state->so_far.answer = std::move(head.answer); };
    stream_listener listener;
    listener.piece = [state](const std::string& text) { state->so_far.answer.body += text; };
    listener.ended = [finish] { finish({}); };
    on.listener = std::move(listener);
}

CHATOPS_INLINE void network::dispatch_streams(site& at, outbox& out) {
    const auto name_of = [&](stream_id id) {
        const auto found = std::find_if(streams_.begin(), streams_.end(), [&](const auto& each) {
            return each.second.at == &at && each.second.id == id;
        });
        return found == streams_.end() ? 0 : found->first;
    };
    for (outbox::piece& each : out.pieces)
        arrive_in_order(name_of(each.of), [this, text = std::move(each.text)](open_answer& to) {
            if (keeps_exchanges_ && to.noted->answer.body.size() < limits::shown_stream_bytes)
                to.noted->answer.body += text;
            to.listener.piece(text);
        });
    for (const stream_id each : out.ended) {
        const stream_name name = name_of(each);
        arrive_in_order(name, [this, name](open_answer&) {
            const auto ended = streams_.extract(name);
            ended.mapped().listener.ended();
        });
    }
}

CHATOPS_INLINE void network::arrive_in_order(stream_name which,
                                             std::function<void(open_answer&)> arrive) {
    const auto found = streams_.find(which);
    if (found == streams_.end()) return;
    open_answer& to = found->second;
    to.last = std::max(to.last, time_.now() + one_way());
    ++on_its_way_;
    time_.at(to.last, [this, which, arrive = std::move(arrive)] {
        --on_its_way_;
        const auto still = streams_.find(which);
        if (still != streams_.end()) arrive(still->second);
    });
}

CHATOPS_INLINE void network::leave(stream_name which) {
    auto ended = streams_.extract(which);
    if (ended.empty()) return;
    site* const at = ended.mapped().at;
    const stream_id id = ended.mapped().id;
    travel([this, at, id] {
        at->server->left(id, when());
        pump(*at->server);
    });
}

} // namespace chatops::sim
