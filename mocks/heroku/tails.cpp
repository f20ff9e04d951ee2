#include "mocks/heroku/tails.hpp"

#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/streams.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

constexpr std::string_view pages[] = {"/", "/login", "/orders", "/orders/new", "/assets/app.css"};

std::string whole(std::uint64_t number) { return std::to_string(number); }

/// One request to an application, as its router and its dyno write it.
void write_visit(account_state& account, app& of, time_point now) {
    const auto web = std::find_if(of.dynos.begin(), of.dynos.end(), [](const dyno& each) {
        return each.type == "web" && each.state == "up";
    });
    if (web == of.dynos.end()) return;
    random_source& chance = account.visits();
    const std::string page(pages[chance.below(std::size(pages))]);
    const std::string service = whole(3 + chance.below(90));
    note(of, now, "heroku", "router",
         "at=info method=GET path=\"" + page + "\" host=" + of.name +
             ".herokuapp.com fwd=\"203.0.113." + whole(1 + chance.below(250)) +
             "\" dyno=" + web->name() + " connect=0ms service=" + service +
             "ms status=200 bytes=" + whole(400 + chance.below(9'000)) + " protocol=https");
    note(of, now, "app", web->name(), "GET " + page + " 200 in " + service + " ms");
}

} // namespace

sim::stream_id tails::follow(const app& of, const log_session& session, bool as_events,
                             std::size_t lines_sent, time_point now) {
    readers_.push_back({++last_, of.id, session, as_events, lines_sent, of.log_written});
    if (!next_visit_) next_visit_ = now + limits::visit_pause;
    return last_;
}

void tails::left(sim::stream_id reader) {
    std::erase_if(readers_, [&](const auto& each) { return each.name == reader; });
    if (readers_.empty()) next_visit_.reset();
}

std::optional<time_point> tails::due(const account_state& account) const {
    std::optional<time_point> next = next_visit_;
    for (const reader& each : readers_) {
        const app* const of = account.find_app(each.app_id);
        if (of == nullptr) return time_point{};
        if (of->log_written > each.seen && !of->log.empty())
            next = std::min(next.value_or(of->log.back().at), of->log.back().at);
    }
    return next;
}

void tails::visit(account_state& account, time_point now) {
    if (!next_visit_ || *next_visit_ > now) return;
    for (app& each : account.apps) {
        const bool is_followed =
            std::any_of(readers_.begin(), readers_.end(),
                        [&](const reader& one) { return one.app_id == each.id; });
        if (is_followed && each.is_visited && !each.maintenance)
            write_visit(account, each, *next_visit_);
    }
    const auto more = static_cast<std::int64_t>(
        account.visits().below(static_cast<std::uint64_t>(limits::visit_pause.count())));
    next_visit_ = *next_visit_ + limits::visit_pause + duration{more};
}

void tails::advance(account_state& account, time_point now, sim::outbox& out) {
    visit(account, now);
    std::erase_if(readers_, [&](reader& each) {
        const app* const of = account.find_app(each.app_id);
        if (of == nullptr) {
            out.ended.push_back(each.name);
            return true;
        }
        const std::uint64_t fresh =
            std::min<std::uint64_t>(of->log_written - each.seen, of->log.size());
        each.seen = of->log_written;
        std::string text;
        for (auto line = of->log.end() - static_cast<std::ptrdiff_t>(fresh); line != of->log.end();
             ++line)
            if (is_wanted(each.session, *line))
                text += written_line(*line, each.as_events, ++each.lines_sent);
        if (!text.empty()) out.pieces.push_back({each.name, std::move(text)});
        return false;
    });
    if (readers_.empty()) next_visit_.reset();
}

} // namespace chatops::mocks::heroku
