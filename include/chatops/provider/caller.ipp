#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/time.hpp"
#include "chatops/http/retry.hpp"
#include "chatops/provider/caller.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::provider {

namespace detail {

CHATOPS_INLINE std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// `GET https://dns.example/v1.0/*/domains/*`: ids, which have digits, are no matter.
CHATOPS_INLINE std::string kind_of(const call& what) {
    std::string kind = what.method + ' ' + what.base;
    std::string_view rest = what.path;
    rest = rest.substr(0, rest.find('?'));
    while (!rest.empty()) {
        const std::size_t end = rest.find('/', 1);
        const std::string_view segment = rest.substr(0, end);
        const bool is_id = std::any_of(segment.begin(), segment.end(),
                                       [](char each) { return each >= '0' && each <= '9'; });
        kind += is_id ? std::string_view("/*") : segment;
        rest.remove_prefix(segment.size());
    }
    return kind;
}

} // namespace detail

template <class Answer>
asio::awaitable<Answer> caller::heard(asio::awaitable<Answer> coming, const asked& about) {
    std::optional<unavailable> failure;
    try {
        Answer given = co_await std::move(coming);
        co_return given;
    } catch (const unavailable& silent) {
        const bool arrived = silent.effect() == effect_known::may_have_happened;
        failure.emplace(std::string(whom_.name), silent.what() + (" (" + about.what + ")"),
                        arrived ? about.effect() : effect_known::did_not_happen);
    }
    throw *failure;
}

CHATOPS_INLINE bool call::reads() const { return looks || http::is_reading(method); }

CHATOPS_INLINE http::request caller::addressed(const call& what) const {
    http::request made;
    made.method = what.method;
    made.url = (what.base.empty() ? through_.where.url : what.base) + what.path;
    made.headers = {{"Accept", std::string(whom_.accept)}};
    if (!what.anonymous)
        made.headers.add(whom_.credential_header, std::string(whom_.credential_scheme) +
                                                      std::string(token_of(what).reveal()));
    made.headers.add("User-Agent", "chatops");
    for (const auto& [name, value] : what.headers) made.headers.add(name, value);
    if (!what.body.empty() && made.headers.get("Content-Type").empty())
        made.headers.add("Content-Type", "application/json");
    made.body = what.body;
    return made;
}

CHATOPS_INLINE asio::awaitable<answer> caller::ask(const call& what) {
    const http::request addressed_to = addressed(what);
    const asked about = question(what);
    http::repeatable may = http::repeatable::no;
    if (what.reads() || what.harmless) may = http::repeatable::yes;
    if (through_.policy == repeats::never) may = http::repeatable::never;
    http::patience patience{what.deadline};
    http::retry decide(patience, may, through_.chance);
    const auto send_it = [&](time_point until) { return send(addressed_to, what, until); };
    const auto read_it = [&](const http::response& given) {
        answer made;
        made.value = value_of(given, about, token_of(what));
        if (!whom_.next_page.empty()) made.next_page = given.headers.get(whom_.next_page);
        made.location = given.headers.get("Location");
        if (const auto date = read_time(given.headers.get("Date"))) made.date = *date;
        return made;
    };
    answer made = co_await http::send_with_retries<answer>(through_.time, decide, send_it, read_it);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<std::optional<answer>> caller::ask_if_there(const call& what) {
    std::optional<answer> given;
    std::optional<provider_error> refusal;
    try {
        given = co_await ask(what);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    co_return given;
}

CHATOPS_INLINE asio::awaitable<http::response> caller::send(const http::request& what,
                                                            const call& of, time_point until) {
    const time_point began = through_.time.now();
    http::response given;
    std::optional<unavailable> silence;
    // Counted by hand, and by no object's end: in a process that dies, a request that waits ends
    // after what it would be counted in.
    ++through_.known.under_way;
    try {
        if (of.counts) co_await wait_for_token(of);
        // Waiting for our turn is no part of the try.
        until = std::min(until + (through_.time.now() - began), of.deadline);
        const asked about = question(of);
        asio::awaitable<http::response> coming = through_.transport.send(what, until);
        given = co_await heard(std::move(coming), about);
    } catch (const unavailable& none) {
        silence.emplace(none);
    } catch (...) {
        --through_.known.under_way;
        throw;
    }
    --through_.known.under_way;
    if (silence) {
        note_silence(*silence);
        throw *silence;
    }
    note(given, of);
    co_return given;
}

// ---- what is at addresses that the vendor gave

CHATOPS_INLINE http::request caller::given_address(std::string url, const asked& about) const {
    const bool tls_here = through_.where.url.substr(0, 8) == "https://";
    if (url.substr(0, 8) != "https://" && (tls_here || url.substr(0, 7) != "http://"))
        throw about.no_use("it is at an address without TLS");
    http::request what;
    what.method = "GET";
    what.url = std::move(url);
    what.headers = {{"Accept", "text/plain"}, {"User-Agent", "chatops"}};
    return what;
}

CHATOPS_INLINE void caller::check_text(const http::response& given, const asked& about,
                                       const std::string& name) const {
    const std::string status = std::to_string(given.status);
    if (given.status >= 400 && given.status < 500)
        throw provider_error(std::string(whom_.name), given.status, "http_" + status,
                             name + " cannot be read any more (" + status + ")");
    if (given.status < 200 || given.status > 299) throw about.no_use("it answered " + status);
}

CHATOPS_INLINE http::retry caller::reading_patience(time_point until) const {
    const http::repeatable may =
        through_.policy == repeats::never ? http::repeatable::never : http::repeatable::yes;
    return {http::patience{until}, may, through_.chance};
}

CHATOPS_INLINE asio::awaitable<std::string> caller::text_at(std::string url, std::string name,
                                                            time_point until) {
    const asked about{whom_, "GET " + name, true};
    const http::request what = given_address(std::move(url), about);
    http::retry decide = reading_patience(until);
    const auto send_it = [&](time_point by) {
        return heard(through_.transport.send(what, by), about);
    };
    const auto read_it = [&](const http::response& given) {
        check_text(given, about, name);
        return given.body;
    };
    std::string text =
        co_await http::send_with_retries<std::string>(through_.time, decide, send_it, read_it);
    co_return text;
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
caller::stream_at(std::string url, std::string name, time_point until) {
    const asked about{whom_, "GET " + name, true};
    const http::request what = given_address(std::move(url), about);
    http::retry decide = reading_patience(until);
    std::unique_ptr<http::stream> opened;
    const auto open_it = [&](time_point by) -> asio::awaitable<http::response> {
        auto coming = through_.transport.open(what, by);
        opened = co_await heard(std::move(coming), about);
        co_return opened->head();
    };
    const auto read_it = [&](const http::response& given) {
        check_text(given, about, name);
        return true;
    };
    co_await http::send_with_retries<bool>(through_.time, decide, open_it, read_it);
    co_return opened;
}

// ---- what is known of the account

CHATOPS_INLINE rate_state& caller::rate_of(const call& what) {
    if (!whom_.limits_each_kind) return through_.known;
    auto& rates = through_.known.rates;
    const std::string kind = detail::kind_of(what);
    // Names that people type are part of a path: without a limit they would fill the memory.
    if (rates.size() >= limits::request_kinds && !rates.contains(kind)) rates.clear();
    return rates[kind];
}

CHATOPS_INLINE asio::awaitable<void> caller::wait_for_token(const call& of) {
    // Again after each wait: others may have been waiting for the same token.
    while (const auto until = rate_of(of).refused_until) {
        if (*until <= through_.time.now()) break;
        if (*until >= of.deadline)
            throw provider_error(std::string(whom_.name), 429, "rate_limit",
                                 (whom_.limits_each_kind ? "The account's requests of this kind"
                                                         : "The account's requests") +
                                     std::string(" are used up; more are free from ") +
                                     format_time(*until) + " on");
        co_await sleep_until(through_.time, *until);
    }
    rate_state& known = rate_of(of);
    if (!known.remaining) co_return;
    if (*known.remaining > 0) --*known.remaining;
    if (*known.remaining == 0) known.refused_until = through_.time.now() + whom_.token_comes_back;
}

CHATOPS_INLINE time_point caller::next_token(const http::response& seen, time_point now) const {
    // A window is an hour long at most: what says more is no reset.
    constexpr std::int64_t hour_seconds = 3'600;
    const auto reset = detail::number_of(seen.headers.get(whom_.more_requests_at));
    if (!reset) return now + whom_.token_comes_back;
    // The reset is the vendor's time, so it counts from the answer's `Date` where there is one.
    const auto date = read_time(seen.headers.get("Date"));
    const std::int64_t their_now =
        std::chrono::duration_cast<std::chrono::seconds>((date ? *date : now).time_since_epoch())
            .count();
    if (*reset <= their_now) return now + whom_.token_comes_back;
    return now + std::chrono::seconds(std::min(*reset - their_now, hour_seconds));
}

CHATOPS_INLINE void caller::note_silence(const unavailable& failure) {
    through_.known.last_failure = through_.time.now();
    through_.known.trouble = failure.what();
}

CHATOPS_INLINE void caller::note(const http::response& seen, const call& of) {
    account_state& known = through_.known;
    const time_point now = through_.time.now();
    constexpr int first_trouble = 500;
    if (seen.status < first_trouble) {
        known.last_success = now;
    } else {
        known.last_failure = now;
        known.trouble = "it answered " + std::to_string(seen.status);
    }
    if (const auto date = read_time(seen.headers.get("Date"))) known.provider_time = *date;
    const auto left = detail::number_of(seen.headers.get(whom_.requests_left));
    const bool is_one_too_many = seen.status == whom_.limited_status;
    if (!left && !is_one_too_many) return;
    rate_state& rate = rate_of(of);
    if (left) {
        rate.remaining = std::max<std::int64_t>(*left, 0);
        rate.refused_until.reset();
        if (*left <= 0) rate.refused_until = next_token(seen, now);
    }
    if (!is_one_too_many) return;
    const auto asked_for = http::retry_after(seen, now);
    rate.refused_until = asked_for ? *asked_for : next_token(seen, now);
}

} // namespace chatops::provider
