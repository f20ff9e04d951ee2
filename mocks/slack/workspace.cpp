#include "mocks/slack/workspace.hpp"

#include "mocks/slack/answers.hpp"
#include "mocks/slack/control.hpp"
#include "mocks/slack/files.hpp"
#include "mocks/slack/installation.hpp"
#include "mocks/slack/render.hpp"
#include "mocks/slack/scheduled.hpp"
#include "mocks/slack/web_api.hpp"

#include <utility>

namespace chatops::mocks::slack {

workspace::workspace(seed given, std::uint64_t chance) {
    auto told = [this](const parcel& what, const outcome& how, sim::moment when) {
        settle(*parts_, what, how, when);
    };
    parts_ = std::make_unique<parts>(std::move(given), chance, told);
}

workspace::~workspace() = default;

http::response workspace::handle(const http::request& what, sim::moment when) {
    const std::string_view path = what.path();
    if (path.rfind("/api/", 0) == 0) return answer_call(*parts_, what, when);
    if (path.rfind("/commands/", 0) == 0 || path.rfind("/actions/", 0) == 0)
        return answer_hook(*parts_, what, when);
    if (path == "/oauth/v2/authorize") return answer_authorize(*parts_, what, when);
    if (auto made = answer_file(*parts_, what, when)) return std::move(*made);
    http::response made;
    made.status = 404;
    made.headers.set("Content-Type", "text/html; charset=utf-8");
    made.body = "<!DOCTYPE html><html><body><h1>There’s been a glitch…</h1></body></html>\n";
    return made;
}

http::response workspace::refusal(int status, const http::request& what) const {
    if (status != 429) return sim::mock::refusal(status, what);
    object body;
    body["ok"] = false;
    body["error"] = "ratelimited";
    return json_response(429, body);
}

std::optional<time_point> workspace::due() const {
    const auto deliveries = parts_->post.due();
    const auto sockets = parts_->sockets.due();
    auto first = next_scheduled(*parts_);
    for (const auto& each : {deliveries, sockets})
        if (each && (!first || *each < *first)) first = each;
    return first;
}

void workspace::advance(sim::moment when, sim::outbox& out) {
    post_scheduled(*parts_, when);
    // Deliveries first: over a socket they are frames that leave at once.
    parts_->post.advance(when, out);
    parts_->sockets.advance(when.now, out);
}

void workspace::answered(std::uint64_t id, const http::response* answer, sim::moment when) {
    parts_->post.answered(id, answer, when);
}

bool workspace::open(sim::socket_id id, const http::request& what, sim::moment when) {
    return parts_->sockets.open(id, what, when.now);
}

void workspace::received(sim::socket_id, std::string_view text, sim::moment when) {
    const auto read = json::parse(text);
    if (!read || !read->is_object()) return;
    const object& frame = read->get_object();
    parts_->post.acknowledged(text_of(frame, "envelope_id"), member(frame, "payload"), when);
}

void workspace::closed(sim::socket_id id, sim::moment) { parts_->sockets.closed(id); }

value workspace::state() const { return state_json(*parts_); }

std::optional<http::response> workspace::control(const http::request& what, sim::moment when) {
    return answer_control(*parts_, what, when);
}

result<std::string> workspace::say(const saying& what, sim::moment when) {
    return slack::say(*parts_, what, when);
}

result<object> workspace::click(const clicking& what, sim::moment when) {
    return slack::click(*parts_, what, when);
}

result<object> workspace::submit(const submitting& what, sim::moment when) {
    return slack::submit(*parts_, what, when);
}

result<object> workspace::suggest(const suggesting& what, sim::moment when) {
    return slack::suggest(*parts_, what, when);
}

result<std::string> workspace::edit(const pointing& at, std::string_view text, sim::moment when) {
    return slack::edit(*parts_, at, text, when);
}

result<std::string> workspace::choose_shortcut(const pointing& at, std::string_view name,
                                               sim::moment when) {
    return slack::choose_shortcut(*parts_, at, name, when);
}

result<> workspace::open_home(std::string_view person, sim::moment when) {
    return slack::open_home(*parts_, person, when);
}

value workspace::view_of(std::string_view person, std::string_view type) const {
    const user* const who = parts_->data.find_user(person);
    const surface* top = nullptr;
    for (const auto& [id, each] : parts_->data.surfaces)
        if (who != nullptr && each.is_open && each.user == who->id && each.type == type &&
            (top == nullptr || each.sequence > top->sequence))
            top = &each;
    if (top == nullptr) return nullptr;
    object made = view_json(parts_->data, *top);
    made["errors"] = top->errors;
    made["offered"] = top->offered;
    return made;
}

result<std::vector<shown_message>> workspace::messages(std::string_view channel) const {
    return shown_messages(*parts_, channel);
}

void workspace::move(std::string url, std::string app_url) {
    parts_->data.setup().url = std::move(url);
    parts_->data.setup().app.request_url = std::move(app_url);
}

void workspace::use_socket_mode(bool yes) { parts_->data.setup().app.socket_mode = yes; }

} // namespace chatops::mocks::slack
