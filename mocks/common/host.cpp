#include "mocks/common/host.hpp"

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "mocks/common/limits.hpp"

#include <deque>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace chatops::mocks {

namespace {

/// One WebSocket's end here: frames wait until its session has begun, and leave one after the
/// other.
struct wire {
    std::deque<std::string> waiting;
    std::shared_ptr<http::socket> over;
    bool is_writing = false;
    bool is_closing = false;
};

/// One answer that goes on: pieces wait until its head has been sent.
struct flow {
    std::string waiting;
    std::unique_ptr<http::body_writer> over;
    bool is_ended = false;
};

} // namespace

struct host::state : std::enable_shared_from_this<host::state> {
    state(asio::any_io_executor runs_on, clock& keeps_time, http::transport& carries,
          sim::mock& is_served)
        : executor(std::move(runs_on)), time(keeps_time), network(carries), served(is_served) {}

    asio::any_io_executor executor;
    clock& time;
    http::transport& network;
    sim::mock& served;
    std::map<sim::socket_id, std::shared_ptr<wire>> wires;
    std::map<sim::stream_id, std::shared_ptr<flow>> flows;
    std::optional<clock::timer> alarm;
    sim::socket_id last_socket = 0;
    bool is_over = false;

    [[nodiscard]] sim::moment when() const {
        const time_point now = time.now();
        return {now, now};
    }

    void pump();
    void carry(sim::outbox& out);
    void carry_bodies(sim::outbox& out);
    void set_alarm();
    void flush(const std::shared_ptr<wire>& which);
    void ended(sim::socket_id id);
    void left(sim::stream_id id);

    static asio::awaitable<void> deliver(std::shared_ptr<state> self, sim::delivery what);
    static asio::awaitable<void> write(std::shared_ptr<wire> which);
    static asio::awaitable<void> converse(std::shared_ptr<state> self, sim::socket_id id,
                                          std::shared_ptr<wire> which,
                                          std::shared_ptr<void> farewell);
    static asio::awaitable<void> pour(std::shared_ptr<flow> which, std::shared_ptr<void> farewell);
};

void host::state::pump() {
    if (is_over) return;
    // Each round may make the next one's work; a mock that never comes to rest is broken, not slow.
    for (std::size_t round = 0; round < limits::pump_rounds; ++round) {
        sim::outbox out;
        const sim::moment now = when();
        served.advance(now, out);
        carry(out);
        const auto next = served.due();
        if (!next || *next > now.now) return set_alarm();
    }
    CHATOPS_ASSERT(!"a mock always has something due");
}

void host::state::carry(sim::outbox& out) {
    for (sim::delivery& each : out.deliveries)
        asio::co_spawn(executor, deliver(shared_from_this(), std::move(each)), asio::detached);
    for (auto& each : out.frames) {
        const auto at = wires.find(each.to);
        if (at == wires.end()) continue;
        at->second->waiting.push_back(std::move(each.text));
        flush(at->second);
    }
    for (const sim::socket_id id : out.closing) {
        const auto at = wires.find(id);
        if (at == wires.end()) continue;
        const auto which = at->second;
        which->is_closing = true;
        wires.erase(at);
        flush(which);
    }
    carry_bodies(out);
}

void host::state::carry_bodies(sim::outbox& out) {
    for (const auto& each : out.pieces) {
        const auto at = flows.find(each.of);
        if (at == flows.end()) continue;
        if (at->second->over)
            at->second->over->write(each.text);
        else
            at->second->waiting += each.text;
    }
    for (const sim::stream_id id : out.ended) {
        const auto which = flows.extract(id);
        if (which.empty()) continue;
        which.mapped()->is_ended = true;
        if (which.mapped()->over) which.mapped()->over->end();
    }
}

void host::state::set_alarm() {
    if (alarm) time.forget(*alarm);
    alarm.reset();
    const auto next = served.due();
    if (!next) return;
    alarm = time.call_at(*next, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self) return;
        self->alarm.reset();
        self->pump();
    });
}

void host::state::flush(const std::shared_ptr<wire>& which) {
    if (!which->over || which->is_writing) return;
    which->is_writing = true;
    asio::co_spawn(executor, write(which), asio::detached);
}

void host::state::ended(sim::socket_id id) {
    if (wires.erase(id) == 0 || is_over) return;
    served.closed(id, when());
    pump();
}

void host::state::left(sim::stream_id id) {
    if (flows.erase(id) == 0 || is_over) return;
    served.left(id, when());
    pump();
}

asio::awaitable<void> host::state::write(std::shared_ptr<wire> which) {
    try {
        while (!which->waiting.empty()) {
            const std::string text = std::move(which->waiting.front());
            which->waiting.pop_front();
            co_await which->over->send(text);
        }
    } catch (const unavailable&) {
        // The reader learns of it too, and tells the mock.
        which->waiting.clear();
    }
    which->is_writing = false;
    if (which->is_closing) which->over->close();
}

asio::awaitable<void> host::state::deliver(std::shared_ptr<state> self, sim::delivery what) {
    const time_point deadline = self->time.now() + what.patience;
    http::response answer;
    bool is_answered = false;
    try {
        answer = co_await self->network.send(what.what, deadline);
        is_answered = true;
    } catch (const std::exception&) {
        // Whatever kept it from being answered, the vendor knows only that it was not.
        is_answered = false;
    }
    if (self->is_over) co_return;
    self->served.answered(what.id, is_answered ? &answer : nullptr, self->when());
    self->pump();
}

asio::awaitable<void> host::state::converse(std::shared_ptr<state> self, sim::socket_id id,
                                            std::shared_ptr<wire> which,
                                            [[maybe_unused]] std::shared_ptr<void> farewell) {
    self->flush(which);
    while (!self->is_over) {
        const std::optional<std::string> frame = co_await which->over->receive();
        if (!frame || self->is_over) break;
        self->served.received(id, *frame, self->when());
        self->pump();
    }
    self->ended(id);
}

asio::awaitable<void> host::state::pour(std::shared_ptr<flow> which,
                                        [[maybe_unused]] std::shared_ptr<void> farewell) {
    which->over->write(std::exchange(which->waiting, {}));
    if (which->is_ended) which->over->end();
    co_await which->over->gone();
}

host::host(asio::any_io_executor executor, clock& time, http::transport& network, sim::mock& served)
    : state_(std::make_shared<state>(std::move(executor), time, network, served)) {}

host::~host() {
    state_->is_over = true;
    if (state_->alarm) state_->time.forget(*state_->alarm);
    for (auto& [id, each] : state_->wires)
        if (each->over) each->over->close();
    for (auto& [id, each] : state_->flows)
        if (each->over) each->over->end();
}

asio::awaitable<host::reply> host::serve(const http::request& what) {
    const auto self = state_;
    reply made;
    made.what = self->served.serve(what, self->when());
    // From here on: its first pieces may come before it is sent.
    std::shared_ptr<flow> which;
    if (made.what.goes_on) {
        const sim::stream_id id = *made.what.goes_on;
        which = self->flows[id] = std::make_shared<flow>();
        // Gone with the last copy of the session and its writing, whether it was begun or not.
        const std::shared_ptr<void> farewell(nullptr, [self, id](void*) { self->left(id); });
        made.rest = [which, farewell](std::unique_ptr<http::body_writer> over) {
            which->over = std::move(over);
            return state::pour(which, farewell);
        };
    }
    self->pump();
    if (made.what.delay.count() > 0) co_await sleep_for(self->time, made.what.delay);
    // What is cut is what had come by now.
    if (which && made.what.end == sim::answer::ending::cut)
        made.what.what.body += std::exchange(which->waiting, {});
    co_return made;
}

host::session host::open(const http::request& what) {
    const auto self = state_;
    const sim::socket_id id = ++self->last_socket;
    const auto which = std::make_shared<wire>();
    self->wires[id] = which;
    if (!self->served.open(id, what, self->when())) {
        self->wires.erase(id);
        return {};
    }
    // Gone with the last copy of the session and its conversation, whether it was ever begun or
    // not.
    const std::shared_ptr<void> farewell(nullptr, [self, id](void*) { self->ended(id); });
    self->pump();
    return [self, id, which, farewell](std::unique_ptr<http::socket> over) {
        which->over = std::move(over);
        return state::converse(self, id, which, farewell);
    };
}

void host::pump() { state_->pump(); }

} // namespace chatops::mocks
