// A network of one conversation: what is asked is compared with what was written down, and answered
// so.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/http/transport.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::support {

/// One exchange of the script: what comes, and what is answered.
struct exchange {
    /// `GET /apps`: the method and all of the URL after the host.
    std::string asked;
    http::response answer{};
    /// Instead of an answer.
    std::optional<effect_known> failure = std::nullopt;
    /// What passes before either; a failure comes at the deadline if that is earlier.
    duration takes{0};
};

/// Answers in the order of the script. A request that is not the next one is a failure of the test,
/// and so is a script that was not used up.
class scripted_transport final : public http::transport {
  public:
    explicit scripted_transport(clock& time) : time_(time) {}
    ~scripted_transport() override {
        if (next_ < script.size()) ADD_FAILURE() << "never asked: " << script[next_].asked;
    }

    /// Adds an exchange.
    scripted_transport& on(std::string asked, int status, std::string body,
                           http::fields headers = {}) {
        script.push_back({std::move(asked), {status, std::move(headers), std::move(body)}});
        return *this;
    }
    /// Adds a request that gets no answer.
    scripted_transport& silent(std::string asked,
                               effect_known effect = effect_known::may_have_happened,
                               duration takes = duration{0}) {
        script.push_back({std::move(asked), {}, effect, takes});
        return *this;
    }

    asio::awaitable<http::response> send(const http::request& what, time_point deadline) override {
        sent.push_back(what);
        sent_at.push_back(time_.now());
        const std::string asked = what.method + ' ' + target(what.url);
        if (next_ >= script.size() || script[next_].asked != asked) {
            ADD_FAILURE() << "asked: " << asked << "\nexpected: "
                          << (next_ < script.size() ? script[next_].asked : "nothing more");
            throw std::logic_error("not in the script: " + asked);
        }
        const exchange now = script[next_++];
        const time_point comes = time_.now() + now.takes;
        co_await sleep_until(time_, std::min(comes, deadline));
        if (comes > deadline)
            throw unavailable("host", "no answer in time", effect_known::may_have_happened);
        if (now.failure) throw unavailable("host", "the connection was reset", *now.failure);
        co_return now.answer;
    }

    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string&,
                                                           time_point) override {
        throw std::logic_error("no sockets here");
        co_return nullptr;
    }

    std::vector<exchange> script;
    std::vector<http::request> sent;
    std::vector<time_point> sent_at;

  private:
    static std::string target(const std::string& url) {
        const auto scheme = url.find("://");
        const auto path = scheme == std::string::npos ? 0 : url.find('/', scheme + 3);
        return path == std::string::npos ? "/" : url.substr(path);
    }

    clock& time_;
    std::size_t next_ = 0;
};

} // namespace chatops::support
