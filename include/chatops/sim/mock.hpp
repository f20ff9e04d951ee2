// A provider's server without I/O: requests and frames in, answers and deliveries out.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/http/message.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::sim {

/// The moment of a call. They differ only where a person moved a mock's clock forward.
struct moment {
    /// The time that states, expiries and retries follow.
    time_point now;
    /// The system's: for signatures and the times of messages.
    time_point wall;
};

/// Names one WebSocket for as long as it is open; chosen by the host, never used twice.
using socket_id = std::uint64_t;

/// Names one answer that goes on; chosen by the mock, never used twice.
using stream_id = std::uint64_t;

/// An answer, and what becomes of the connection: faults are carried out by whoever holds it, so
/// that they look alike in process, over HTTP and in the page.
struct answer {
    enum class ending {
        /// The whole response.
        whole,
        /// The headers promise the whole body, half of it comes, then the connection closes.
        cut,
        /// The connection closes without a byte.
        reset,
        /// Nothing ever comes; the connection stays open until the other side gives up.
        silent,
    };

    http::response what;
    /// What passes, in the mock's time, before the first byte or the reset. The effect is had
    /// before.
    duration delay{0};
    ending end = ending::whole;
    /// The body goes on with what the mock puts into `outbox::pieces` for it.
    std::optional<stream_id> goes_on = std::nullopt;
};

/// A request that a mock makes by itself: a delivery of Slack's.
struct delivery {
    /// Chosen by the mock; comes back in `mock::answered`.
    std::uint64_t id = 0;
    /// With an absolute URL.
    http::request what;
    /// After this the mock is told that no answer came.
    duration patience{3'000};
};

/// What a mock wants done after a call; the host does it in this order.
struct outbox {
    struct frame {
        socket_id to = 0;
        std::string text;
    };
    std::vector<delivery> deliveries;
    std::vector<frame> frames;
    std::vector<socket_id> closing;
    /// More of the body of an answer that goes on.
    struct piece {
        stream_id of = 0;
        std::string text;
    };
    std::vector<piece> pieces;
    /// The answers whose bodies are whole by now.
    std::vector<stream_id> ended;
};

/// One vendor's server. The host (a test, `chatops-mocks`, the page) calls it from one thread, and
/// after every call, and whenever `due()` has come, calls `advance` until nothing more is due.
class mock {
  public:
    mock() = default;
    mock& operator=(const mock&) = delete;
    virtual ~mock() = default;

    /// Short and lower-case, as `chatops-mocks` prints it: `heroku`.
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// Answers one request; `what.url` is the target only. Every header arrives as it was sent.
    virtual http::response handle(const http::request& what, moment when) = 0;

    /// Answers as `handle` does, with the faults of a plan (`mocks/common/server.hpp`), if there is
    /// one. Hosts call this one.
    virtual answer serve(const http::request& what, moment when) {
        answer made;
        made.what = handle(what, when);
        return made;
    }

    /// What `handle` would answer, of a mock that is afterwards as it was before: asked for what
    /// there is while someone types, which is no part of the story. Nothing where it cannot; one of
    /// plain data looks at a copy of itself.
    [[nodiscard]] virtual std::optional<http::response> look(const http::request&, moment) const {
        return std::nullopt;
    }

    /// How this vendor words a refusal of that request that a plan of faults asks for: 429 and 5xx,
    /// the latter as the HTML of a proxy in front of it.
    [[nodiscard]] virtual http::response refusal(int status, const http::request&) const {
        http::response made;
        made.status = status;
        made.headers.set("Content-Type", "text/html");
        made.body = "<html><body><h1>" + std::to_string(status) + "</h1></body></html>\n";
        return made;
    }

    /// When something next happens by itself; nothing if never.
    [[nodiscard]] virtual std::optional<time_point> due() const { return std::nullopt; }

    /// Does all that is due by then, and leaves what must be sent.
    virtual void advance(moment, outbox&) {}

    /// The answer to a delivery, or null when none came in time or the connection failed.
    virtual void answered(std::uint64_t, const http::response*, moment) {}

    /// Someone asks for a WebSocket: true if it is granted. Its frames then come by `received`.
    virtual bool open(socket_id, const http::request&, moment) { return false; }
    virtual void received(socket_id, std::string_view /*text*/, moment) {}
    virtual void closed(socket_id, moment) {}

    /// Whoever read an answer that goes on is there no more.
    virtual void left(stream_id, moment) {}

    /// All of the state, to read and to compare; without credentials.
    [[nodiscard]] virtual boost::json::value state() const = 0;

    /// What this vendor's own control routes answer (`POST /_mock/say`), those that every mock has
    /// excluded. Nothing when there is no such route.
    virtual std::optional<http::response> control(const http::request&, moment) {
        return std::nullopt;
    }

  protected:
    /// For `look` only: two would answer for one vendor.
    mock(const mock&) = default;
};

} // namespace chatops::sim
