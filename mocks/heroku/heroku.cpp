#include "mocks/heroku/heroku.hpp"

#include "mocks/common/json.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/serving.hpp"
#include "mocks/heroku/streams.hpp"
#include "mocks/heroku/tails.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {

platform::platform(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)),
      tails_(std::make_unique<tails>()) {}

platform::~platform() = default;

http::response platform::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    if (auto stream = serve_stream(*state_, what)) return std::move(stream->what);
    return heroku::serve(*state_, what, when.now);
}

sim::answer platform::serve(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    sim::answer made;
    auto stream = serve_stream(*state_, what);
    if (!stream) {
        made.what = heroku::serve(*state_, what, when.now);
        return made;
    }
    made.what = std::move(stream->what);
    if (stream->followed != nullptr)
        made.goes_on = tails_->follow(*stream->followed, *stream->session, stream->as_events,
                                      stream->lines_sent, when.now);
    return made;
}

std::optional<http::response> platform::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    settle(seen, when.now);
    return heroku::serve(seen, what, when.now);
}

http::response platform::refusal(int status, const http::request& what) const {
    if (status != 429) return mock::refusal(status, what);
    http::response made;
    made.status = status;
    made.headers.set("Content-Type", "application/json");
    made.headers.set("Request-Id", state_->new_request_id());
    made.headers.set("RateLimit-Remaining", "0");
    made.body = json::text(rate_limited().body());
    return made;
}

std::optional<time_point> platform::due() const {
    const auto settles = state_->due();
    const auto read = tails_->due(*state_);
    return settles && read ? std::min(*settles, *read) : settles ? settles : read;
}

void platform::advance(sim::moment when, sim::outbox& out) {
    settle(*state_, when.now);
    tails_->advance(*state_, when.now, out);
}

void platform::left(sim::stream_id reader, sim::moment) { tails_->left(reader); }

std::optional<http::response> platform::control(const http::request& what, sim::moment when) {
    if (what.method != "POST" || what.path() != "/_mock/log") return std::nullopt;
    const auto body = object_body(what);
    app* const of = body ? state_->find_app(mocks::text_of(*body, "app")) : nullptr;
    if (of == nullptr)
        return control_error(400, "expected {\"app\": \"acme\", \"text\": \"a line\"}");
    std::string_view dyno = mocks::text_of(*body, "dyno");
    if (dyno.empty()) dyno = "web.1";
    std::string_view text = mocks::text_of(*body, "text");
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        note(*of, when.now, "app", dyno, std::string(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return json_response(200, object{{"ok", true}});
}

value platform::state() const { return snapshot(*state_); }

} // namespace chatops::mocks::heroku
