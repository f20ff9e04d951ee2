#include "mocks/newrelic/transactions.hpp"

#include "mocks/newrelic/running.hpp"

#include <algorithm>
#include <iterator>

namespace chatops::mocks::newrelic {
namespace {

constexpr std::int64_t minute_us = 60'000'000;
/// In trouble: of a thousand requests so many fail; each takes so many times as long.
constexpr int failing_per_mille = 350;
constexpr int slow_factor = 8;

struct work {
    std::string_view name;
    std::string_view method;
    std::string_view path;
    /// Of the usual time.
    int percent;
};

constexpr work web[] = {
    {"WebTransaction/Controller/home/index", "GET", "/", 40},
    {"WebTransaction/Controller/products/show", "GET", "/products/:id", 70},
    {"WebTransaction/Controller/products/index", "GET", "/products", 110},
    {"WebTransaction/Controller/orders/index", "GET", "/orders", 130},
    {"WebTransaction/Controller/orders/create", "POST", "/orders", 180},
    {"WebTransaction/Controller/sessions/create", "POST", "/login", 90},
};
constexpr work background[] = {
    {"OtherTransaction/Background/MailWorker/perform", "", "", 250},
    {"OtherTransaction/Background/ReportWorker/perform", "", "", 600},
};

struct failure {
    std::string_view kind;
    std::string_view message;
    std::string_view status;
};

constexpr failure failures[] = {
    {"ActiveRecord::ConnectionTimeoutError",
     "could not obtain a connection from the pool within 5.000 seconds", "500"},
    {"NoMethodError", "undefined method `total' for nil", "500"},
    {"Net::ReadTimeout", "Net::ReadTimeout with #<TCPSocket:(closed)>", "503"},
};

std::int64_t period_of(const application& of) { return minute_us / std::max(1, of.throughput); }

std::int64_t in_us(time_point at) { return at.time_since_epoch().count() * 1000; }

/// Mostly about the usual, now and then several times as long; on average as usual.
std::int64_t drawn_duration(random_source& chance, std::int64_t usual_us) {
    const auto draw = static_cast<std::int64_t>(chance.below(1000));
    const std::int64_t tail = draw > 950 ? (draw - 950) * 60 : 0;
    return usual_us * (560 + draw * 7 / 10 + tail) / 985;
}

/// What is wrong with the application, moment by moment.
class condition_of {
  public:
    condition_of(const account_state& account, const application& of)
        : account_(account), app_(of) {}

    [[nodiscard]] bool is(trouble_kind kind, time_point at) const {
        return is_in_trouble(account_, app_.guid, kind, at);
    }

  private:
    const account_state& account_;
    const application& app_;
};

transaction drawn(const application& of, const condition_of& now, time_point at,
                  random_source& chance) {
    transaction made;
    made.at = at;
    made.id = chance.next();
    made.is_web = chance.below(100) >= 12;
    const work& what = made.is_web ? web[chance.below(std::size(web))]
                                   : background[chance.below(std::size(background))];
    made.name = what.name;
    made.method = what.method;
    made.path = what.path;
    made.on = &of.hosts[chance.below(of.hosts.size())];
    const std::int64_t usual = of.response_ms * std::int64_t{10} * what.percent;
    made.duration_us = drawn_duration(chance, usual);
    if (now.is(trouble_kind::slow, at)) made.duration_us *= slow_factor;
    made.database_us = made.duration_us * static_cast<std::int64_t>(20 + chance.below(40)) / 100;
    const int failing = now.is(trouble_kind::errors, at) ? failing_per_mille : of.errors_per_mille;
    made.is_error = chance.below(1000) < static_cast<std::uint64_t>(failing);
    const failure& why = failures[chance.below(std::size(failures))];
    made.status = made.is_error ? why.status : "200";
    if (made.is_error) {
        made.error_class = why.kind;
        made.error_message = why.message;
    }
    return made;
}

} // namespace

void each_transaction(const account_state& account, const application& of, time_point since,
                      time_point until, std::int64_t every,
                      const std::function<void(const transaction&)>& take) {
    const time_point from = std::max(since, of.created_at);
    if (!of.is_reporting || of.throughput <= 0 || from >= until) return;
    const condition_of now(account, of);
    const std::int64_t period = period_of(of);
    const std::int64_t last = in_us(until) / period;
    std::int64_t number = in_us(from) / period;
    number += (every - number % every) % every;
    for (; number <= last; number += every) {
        seeded_random chance(of.chance ^ static_cast<std::uint64_t>(number));
        const auto jitter =
            static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(period)));
        const time_point at{duration((number * period + jitter) / 1000)};
        if (at < from || at >= until || now.is(trouble_kind::down, at)) continue;
        take(drawn(of, now, at, chance));
    }
}

std::int64_t transactions_between(const application& of, time_point since, time_point until) {
    const time_point from = std::max(since, of.created_at);
    if (!of.is_reporting || of.throughput <= 0 || from >= until) return 0;
    return (in_us(until) - in_us(from)) / period_of(of) + 1;
}

} // namespace chatops::mocks::newrelic
