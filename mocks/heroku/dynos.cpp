#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

dyno& dyno_of(app& of, std::string_view id_or_name) {
    for (dyno& each : of.dynos)
        if (each.id == id_or_name || each.name() == id_or_name) return each;
    throw not_found("dyno");
}

void check_type(app& of, std::string_view type) {
    if (of.find_process(type) == nullptr) throw no_process_type(type);
}

answer accepted() { return {202, object()}; }

/// A formation's dyno stays and is `down`; a one-off dyno is gone.
void stop(app& of, dyno& which, time_point now) {
    note(of, now, "heroku", which.name(), "Stopping all processes with SIGTERM");
    if (which.one_off) {
        of.dynos.erase(of.dynos.begin() + (&which - of.dynos.data()));
        return;
    }
    note(of, now, "heroku", which.name(), "State changed from " + which.state + " to down");
    which.state = "down";
    which.updated_at = now;
    which.changes_at.reset();
}

const dyno_size& one_off_size(app& of, const object& body) {
    const auto given = identity_parameter(body, "size");
    if (!given) {
        for (const process& each : of.formation)
            if (each.quantity > 0) return *each.size;
        return *find_dyno_size("Standard-1X");
    }
    const dyno_size* const found = find_dyno_size(*given);
    if (found == nullptr)
        throw invalid_params("No such size as " + *given + ". Available dyno sizes are " +
                             names_of_dyno_sizes() + ".");
    return *found;
}

void check_room(const app& of, const dyno_size& size) {
    const auto running = std::count_if(of.dynos.begin(), of.dynos.end(),
                                       [](const dyno& each) { return each.one_off; });
    if (running < limits::app_one_off_dynos) return;
    // Source: flowhub/guv#16.
    throw refused(
        422, "cannot_run_above_limit",
        "Cannot run more than " + std::to_string(limits::app_one_off_dynos) + ' ' +
            std::string(size.name) + " size dynos.",
        {{"limit", limits::app_one_off_dynos},
         {"size", size.name},
         {"url", "https://devcenter.heroku.com/articles/dyno-size#default-scaling-limits"}});
}

std::optional<duration> time_to_live(const object& body) {
    const value* const given = member(body, "time_to_live");
    if (given == nullptr || given->is_null()) return std::nullopt;
    const std::int64_t seconds = given->is_int64() ? given->get_int64() : 0;
    if (seconds < 1 || seconds > limits::one_off_ttl_seconds.count())
        throw invalid_params("`time_to_live` must be from 1 to 86400 seconds.");
    return std::chrono::seconds(seconds);
}

int free_number(account_state& account, const app& of, std::string_view type) {
    for (;;) {
        const int number = 1'000 + static_cast<int>(account.chance().below(9'000));
        const bool taken = std::any_of(of.dynos.begin(), of.dynos.end(), [&](const dyno& each) {
            return each.type == type && each.number == number;
        });
        if (!taken) return number;
    }
}

} // namespace

answer list_dynos(call& from) {
    const app& of = from.of();
    array all;
    for (const dyno& each : of.dynos) all.push_back(show(each, of));
    return {200, std::move(all), {"id", "name", "updated_at"}};
}

answer show_dyno(call& from) {
    app& of = from.of();
    return {200, show(dyno_of(of, from.words[1]), of)};
}

answer create_dyno(call& from) {
    app& of = from.of();
    dyno made;
    made.command = required_text(from.body, "command");
    made.type = text_parameter(from.body, "type").value_or("run");
    made.size = &one_off_size(of, from.body);
    made.time_to_live = time_to_live(from.body);
    check_room(of, *made.size);
    from.account.check_paid(made.size->price_cents);
    if (flag_parameter(from.body, "attach").value_or(false))
        made.attach_url =
            "rendezvous://rendezvous.runtime.heroku.com:5000/" + from.account.new_id();
    made.one_off = true;
    made.number = free_number(from.account, of, made.type);
    note(of, from.now, "app", "api",
         "Starting process with command `" + made.command + "` by user " +
             from.account.owner.email);
    start_dyno(from.account, of, made, from.now);
    of.dynos.push_back(std::move(made));
    return {201, show(of.dynos.back(), of)};
}

answer restart_dynos(call& from) {
    restart_all(from.account, from.of(), {}, from.now);
    return accepted();
}

answer restart_dyno(call& from) {
    app& of = from.of();
    dyno& which = dyno_of(of, from.words[1]);
    if (which.one_off)
        stop(of, which, from.now);
    else
        restart(from.account, of, which, from.now);
    return accepted();
}

answer restart_formation(call& from) {
    app& of = from.of();
    check_type(of, from.words[1]);
    restart_all(from.account, of, from.words[1], from.now);
    return accepted();
}

answer stop_dyno(call& from) {
    app& of = from.of();
    stop(of, dyno_of(of, from.words[1]), from.now);
    return accepted();
}

answer stop_formation(call& from) {
    app& of = from.of();
    check_type(of, from.words[1]);
    for (dyno& each : of.dynos)
        if (!each.one_off && each.type == from.words[1]) stop(of, each, from.now);
    return accepted();
}

} // namespace chatops::mocks::heroku
