// A transport that writes down what passes through another one, without credentials: for --trace.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/http/transport.hpp"

#include <functional>
#include <string>

namespace chatops::http {

/// One request and what came of it, fit to be shown.
struct recorded_exchange {
    time_point sent;
    duration took{0};
    request what;
    /// Status 0: no answer came; `failure` says why.
    response answer;
    std::string failure;
};

/// Hides what is secret: headers, JSON members and form fields whose names say so (`Authorization`,
/// `token`, `password`, `apiKey`, …), the query of every URL inside a body, a WebSocket's and a
/// webhook's whole path, and all values of config vars.
///
/// It goes by names, so it is for showing, and no permit to store. JSON that is cut is left out,
/// for a name may be missing.
void hide_credentials(recorded_exchange& shown);

/// Passes everything on, and shows each exchange once it has ended. WebSockets pass unrecorded,
/// and of an answer that goes on its head is shown.
class recording final : public transport {
  public:
    using viewer = std::function<void(const recorded_exchange&)>;

    /// `inner` and `time` outlive it.
    recording(transport& inner, clock& time, viewer show)
        : inner_(inner), time_(time), show_(std::move(show)) {}

    asio::awaitable<response> send(const request& what, time_point deadline) override;
    asio::awaitable<std::unique_ptr<socket>> connect(const std::string& url,
                                                     time_point deadline) override;
    asio::awaitable<std::unique_ptr<stream>> open(const request& what,
                                                  time_point deadline) override;

  private:
    /// What is known before it is sent.
    [[nodiscard]] recorded_exchange begun(const request& what) const;
    void note(recorded_exchange& ended) const;

    transport& inner_;
    clock& time_;
    viewer show_;
};

} // namespace chatops::http

#include CHATOPS_BODY("chatops/http/recording.ipp")
