// What Slack sends to an app: signed, tried again by its schedule, over HTTP or over a socket.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/common/faults.hpp"
#include "mocks/common/text.hpp"
#include "mocks/slack/model.hpp"
#include "mocks/slack/sockets.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

enum class parcel_kind { command, event, interactive };

/// Something for the app.
struct parcel {
    parcel_kind kind = parcel_kind::event;
    /// What stays the same however often it is delivered: an event's `event_id`, else the trigger
    /// id.
    std::string id;
    /// A command's fields; its JSON form is made from them.
    form fields = {};
    /// An event's envelope or an interaction's payload.
    object payload = {};
    /// Whether the answer may carry something to show.
    bool takes_answer = false;
    /// Who did it and where, to be told of the outcome.
    std::string user = {};
    std::string channel = {};
    /// Where the answer to a command goes: the path of its response URL.
    std::string hook = {};
    /// The modal that was submitted, or in which something is typed.
    std::string surface = {};
    /// The block whose options are asked for.
    std::string asks_for = {};
};

/// What became of a parcel: the app's answer, or why there is none in time.
struct outcome {
    bool is_taken = false;
    /// The body of the answer, or the payload of an acknowledgement.
    std::string answer = {};
    /// Slack's word: `http_timeout`, `connection_failed`, `http_error`, `too_many_redirects`.
    std::string reason = {};
};

class courier {
  public:
    /// Told once for each parcel: at its first answer or its first failure, whichever comes first.
    using listener = std::function<void(const parcel&, const outcome&, sim::moment)>;

    courier(model& data, socket_mode& sockets, listener told)
        : data_(data), sockets_(sockets), told_(std::move(told)) {}

    /// Leaves with the next `advance`.
    void post(parcel what, sim::moment when);

    [[nodiscard]] std::optional<time_point> due() const;
    void advance(sim::moment when, sim::outbox& out);
    void answered(std::uint64_t id, const http::response* answer, sim::moment when);
    /// An acknowledgement that came over a socket.
    void acknowledged(std::string_view envelope_id, const value* payload, sim::moment when);

    /// What is to be delivered twice; matched by `/slack/commands` and so on, in Socket Mode too.
    fault_plan duplicates;

    /// Every delivery, oldest first: kind, attempts and outcome; what grants a right is masked.
    [[nodiscard]] array log() const;

  private:
    struct attempt {
        time_point wall;
        std::string via;
        int retry = 0;
        std::string outcome = "pending";
    };
    struct item {
        parcel what;
        std::string body;
        std::vector<attempt> attempts = {};
        /// When the next attempt leaves; nothing while one is under way.
        std::optional<time_point> next = {};
        std::optional<time_point> copy_at = {};
        /// When the attempt under way over a socket has taken too long.
        std::optional<time_point> patience_ends = {};
        std::vector<std::string> envelopes = {};
        std::string last_reason = {};
        std::string location = {};
        int redirects = 0;
        int failures = 0;
        /// Attempts over HTTP without an answer yet.
        int under_way = 0;
        bool is_told = false;
        bool is_taken = false;
        bool is_over = false;
    };
    struct flight {
        std::uint64_t number = 0;
        std::size_t attempt = 0;
        bool is_copy = false;
    };

    void send(std::uint64_t number, item& each, bool is_copy, sim::moment when, sim::outbox& out);
    void send_http(std::uint64_t number, item& each, bool is_copy, sim::moment when,
                   sim::outbox& out);
    void send_socket(std::uint64_t number, item& each, bool is_copy, sim::moment when);
    [[nodiscard]] http::request request_for(const item& each, int retry, sim::moment when) const;
    void take(item& each, std::string answer, sim::moment when);
    void fail(item& each, std::string_view reason, bool may_retry, sim::moment when);
    void forget_finished();
    static object record_of(std::uint64_t number, const item& each);

    model& data_;
    socket_mode& sockets_;
    listener told_;
    std::uint64_t last_number_ = 0;
    std::uint64_t last_flight_ = 0;
    std::map<std::uint64_t, item> active_;
    std::map<std::uint64_t, flight> flights_;
    std::map<std::string, flight, std::less<>> envelopes_;
    /// The last ones that are over, as they ended.
    std::deque<std::pair<std::uint64_t, item>> finished_;
};

} // namespace chatops::mocks::slack
