// The network of a simulation: processes and mocks exchange requests and frames over virtual time.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/random.hpp"
#include "chatops/http/message.hpp"
#include "chatops/sim/mock.hpp"
#include "chatops/sim/timeline.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chatops::sim {

/// One request and what came of it, for traces and the page.
struct exchange {
    time_point sent;
    /// A mock's name on one side and `bot` on the other; `to` is `nobody` where no mock is reached.
    std::string from;
    std::string to;
    http::request what;
    /// Status 0: no answer came, or none yet; `failure` says why.
    http::response answer;
    std::string failure;
    bool ended = false;
    /// When the answer arrived, or was given up.
    time_point over;
};

/// Names one answer that goes on, for who reads it; never used twice.
using stream_name = std::uint64_t;

/// What came of a request: an answer or, where `failure` is not empty, none.
struct arrival {
    http::response answer;
    std::string failure;
    effect_known effect = effect_known::may_have_happened;
    /// The answer is the head and what has come of the body; more follows.
    std::optional<stream_name> goes_on = std::nullopt;
};

/// What the reader of an answer that goes on is told, after the arrival of its head.
struct stream_listener {
    std::function<void(std::string text)> piece;
    std::function<void()> ended;
};

/// What one WebSocket's end in a process is told.
struct socket_listener {
    std::function<void(std::string text)> frame;
    std::function<void()> closed;
};

/// Serves what a mock sends by itself: the bot, when Slack speaks HTTP to it. Calls `done` at most
/// once; never, if the process ends before.
using delivery_handler =
    std::function<void(const http::request& what, std::function<void(http::response)> done)>;

/// Outlives the processes; what is on its way when one crashes still arrives.
class network {
  public:
    /// `latency`: one way, between 1 ms and this; 0 for none at all.
    network(timeline& time, random_source& chance, duration latency)
        : time_(time), chance_(chance), latency_(latency) {}

    network(const network&) = delete;
    network& operator=(const network&) = delete;

    /// Requests whose URL begins with one of `bases` (scheme and host, no slash at the end) reach
    /// `server`.
    void attach(std::vector<std::string> bases, mock& server);

    /// Who answers deliveries now; an empty function while no process runs: the connection is
    /// refused.
    void set_delivery_handler(delivery_handler handler) { deliver_ = std::move(handler); }

    /// Carries a request to its mock and the answer back. Calls `done` once, whoever still listens.
    /// An answer that goes on is waited for to its end.
    void carry(const http::request& what, time_point deadline, std::function<void(arrival)> done);
    /// The same, but of an answer that goes on only the head is waited for; `listener` gets the
    /// rest.
    void open_stream(const http::request& what, time_point deadline, stream_listener listener,
                     std::function<void(arrival)> done);
    /// Its reader is there no more: the mock learns of it, and the listener is not called again.
    void leave(stream_name which);

    /// Asks a mock for a WebSocket; `done` gets its name, or nothing if it was refused.
    void open(const std::string& url, socket_listener listener,
              std::function<void(std::optional<socket_id>)> done);
    void send_frame(socket_id from, std::string text);
    /// The process's end is closed: the mock learns of it, and the listener is not called again.
    void close(socket_id which);

    /// What a mock would answer now, and nothing of it happens: no time passes, no fault is met, no
    /// request is noted. Nothing where no mock is reached, or it cannot be looked at.
    [[nodiscard]] std::optional<http::response> look(const http::request& what) const;

    /// Calls a mock's own control route at once, as a test does.
    http::response control(mock& server, const http::request& what);

    /// Does what a mock has due, and plans its next.
    void pump(mock& server);

    [[nodiscard]] moment when() const { return {time_.now(), time_.now()}; }
    [[nodiscard]] const std::deque<std::shared_ptr<exchange>>& exchanges() const {
        return exchanges_;
    }
    /// How many there were before the first of `exchanges()`.
    [[nodiscard]] std::uint64_t forgotten_exchanges() const { return forgotten_exchanges_; }
    /// No request, delivery or answer is on its way; frames and waits for time-outs do not count.
    [[nodiscard]] bool idle() const { return on_its_way_ == 0; }
    /// Keeps no exchanges: for measuring.
    void forget_exchanges() { keeps_exchanges_ = false; }

  private:
    struct site {
        mock* server = nullptr;
        std::vector<std::string> bases;
        std::optional<timeline::event> due;
    };

    /// A request until it is answered.
    struct asked {
        std::shared_ptr<exchange> noted;
        time_point deadline;
        /// Empty: the whole answer is waited for.
        std::optional<stream_listener> listener;
        std::function<void(arrival)> done;
    };
    struct open_answer {
        site* at = nullptr;
        stream_id id = 0;
        stream_listener listener;
        /// When the last thing of it arrives: nothing overtakes.
        time_point last;
        std::shared_ptr<exchange> noted;
    };

    void ask(const http::request& what, asked on);
    void reply_to(site& at, answer made, asked on);
    void answer_goes_on(site& at, stream_id id, time_point head_comes, asked& on, arrival& came);
    /// Collects it until it ends or the deadline comes.
    void gather(asked& on, stream_name name);
    void dispatch_streams(site& at, outbox& out);
    void arrive_in_order(stream_name which, std::function<void(open_answer&)> arrive);
    site* site_of(std::string_view url, std::string& target) const;
    void dispatch(site& at, outbox& out);
    void deliver(site& from, delivery what);
    void plan(site& at);
    duration one_way();
    /// Lets something arrive at the other side.
    template <class Arrive>
    void travel(Arrive arrive);
    std::shared_ptr<exchange> note(std::string from, std::string to, const http::request& what);
    void end(exchange& noted) const;

    timeline& time_;
    random_source& chance_;
    duration latency_;
    std::vector<std::unique_ptr<site>> sites_;
    delivery_handler deliver_;
    std::deque<std::shared_ptr<exchange>> exchanges_;
    std::uint64_t forgotten_exchanges_ = 0;
    bool keeps_exchanges_ = true;
    std::size_t on_its_way_ = 0;
    struct open_socket {
        site* at = nullptr;
        socket_listener listener;
    };
    std::map<socket_id, open_socket> sockets_;
    socket_id next_socket_ = 0;
    std::map<stream_name, open_answer> streams_;
    stream_name last_stream_ = 0;
};

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/network.ipp")
