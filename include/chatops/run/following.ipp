#pragma once

#include "chatops/core/sleep.hpp"
#include "chatops/core/time.hpp"
#include "chatops/run/following.hpp"

#include <algorithm>
#include <utility>

namespace chatops {

/// What has come of one stream and is not shown yet. Who receives it keeps it.
struct following::incoming {
    std::unique_ptr<http::stream> from;
    std::string text;
    bool is_over = false;

    static asio::awaitable<void> receive(std::shared_ptr<incoming> self, clock& time) {
        try {
            while (std::optional<std::string> piece = co_await self->from->receive()) {
                self->text += *piece;
                // Who sends faster than we show waits, and not in our memory.
                while (self->text.size() > limits::followed_bytes && !self->is_over)
                    co_await sleep_for(time, limits::follow_pause_seconds);
            }
        } catch (const unavailable&) {
            // A stream that broke has ended: whoever reads it opens another.
            self->is_over = true;
        }
        self->is_over = true;
    }
};

namespace detail {

/// Ends a stream with whoever reads it.
class closing {
  public:
    explicit closing(http::stream& which) : which_(which) {}
    ~closing() { which_.close(); }
    closing(const closing&) = delete;
    closing& operator=(const closing&) = delete;

  private:
    http::stream& which_;
};

CHATOPS_INLINE std::string clock_time(time_point when) { return format_time(when).substr(11, 8); }

} // namespace detail

CHATOPS_INLINE asio::awaitable<void> following::begin() {
    const std::string name(stop_question);
    const bool again = steps_.past().question(name) != nullptr;
    began_ = co_await steps_.stand(name);
    ends_ = began_ + how_.limit;
    pause_ = limits::follow_pause_seconds;
    if (again && !is_over()) {
        reply gap = reply::warning("I was restarted: lines may be missing here, and the next ones "
                                   "may be here twice");
        co_await add(std::move(gap));
    }
    reply shown{tone::working, "Following " + how_.what + ": the lines are in the thread", {}, {}};
    shown.add(text_part{"It ends by itself at " + detail::clock_time(ends_) + " UTC."});
    shown.buttons = {{name, "stop", "Stop", button::style::plain}};
    co_await steps_.show_progress(shown);
}

CHATOPS_INLINE bool following::is_over() const {
    return steps_.world().time.now() >= ends_ ||
           steps_.answer_to(std::string(stop_question)).has_value();
}

CHATOPS_INLINE asio::awaitable<bool> following::read(std::unique_ptr<http::stream> from) {
    clock& time = steps_.world().time;
    auto lines = std::make_shared<incoming>();
    lines->from = std::move(from);
    const detail::closing closes(*lines->from);
    asio::co_spawn(steps_.world().executor, incoming::receive(lines, time), asio::detached);
    const std::size_t before = lines_;
    while (!is_over()) {
        const time_point next = std::min(ends_, time.now() + pause_);
        co_await steps_.watch_until(next);
        co_await add_lines(*lines);
        if (lines->is_over && lines->text.empty()) break;
    }
    if (is_over()) co_return false;
    idle_streams_ = lines_ == before ? idle_streams_ + 1 : 0;
    if (idle_streams_ >= limits::follow_idle_streams)
        throw unavailable("stream", how_.what + " ends again and again",
                          effect_known::did_not_happen);
    co_await steps_.pause_until(time.now() + limits::follow_pause_seconds);
    reply gap = reply::warning("The connection ended, and I go on with a new one: lines may be "
                               "missing here");
    co_await add(std::move(gap));
    co_return true;
}

CHATOPS_INLINE asio::awaitable<void> following::add_lines(incoming& from) {
    const auto last = from.text.rfind('\n');
    std::size_t size = last == std::string::npos ? 0 : last + 1;
    // A line without an end is shown in parts.
    if (from.is_over || (size == 0 && from.text.size() > limits::follow_message_bytes))
        size = from.text.size();
    if (size == 0) co_return;
    std::string text = how_.shown(std::string_view(from.text).substr(0, size));
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (!text.empty()) {
        reply batch = batch_of(std::move(text), lines);
        const bool is_long = std::holds_alternative<file_part>(batch.parts.front());
        bool silent = false;
        try {
            co_await add(std::move(batch));
            failed_posts_ = 0;
        } catch (const unavailable&) {
            // Better twice than not at all.
            silent = true;
            if (++failed_posts_ >= limits::follow_posts) throw;
        }
        if (silent) co_return;
        // Much comes: fewer and larger pieces, so that people can read them.
        pause_ = is_long ? std::min<duration>(pause_ * 2, limits::follow_longest_pause_seconds)
                         : std::max<duration>(pause_ / 2, limits::follow_pause_seconds);
    }
    lines_ += lines;
    from.text.erase(0, size);
}

CHATOPS_INLINE reply following::batch_of(std::string text, std::size_t lines) {
    const std::string count = std::to_string(lines) + (lines == 1 ? " line" : " lines");
    if (text.size() <= limits::follow_message_bytes) {
        reply shown = reply::neutral(count);
        shown.add(code_part{std::move(text)});
        return shown;
    }
    const std::string until = detail::clock_time(steps_.world().time.now());
    reply shown = reply::neutral(count + " until " + until + " UTC");
    std::string name = how_.name + '-' + until + ".log";
    std::replace(name.begin(), name.end(), ':', '-');
    shown.add(file_part{std::move(name), std::move(text)});
    return shown;
}

CHATOPS_INLINE asio::awaitable<void> following::add(reply more) {
    if (steps_.on_more) co_await steps_.on_more(more);
}

CHATOPS_INLINE followed following::result() const {
    followed made;
    made.lines = lines_;
    const time_point now = steps_.world().time.now();
    made.lasted = std::min(now, ends_) - began_;
    if (const auto answer = steps_.answer_to(std::string(stop_question)))
        made.stopped_by = answer->by_name;
    return made;
}

} // namespace chatops
