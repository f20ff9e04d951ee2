#pragma once

#include "chatops/core/url.hpp"
#include "chatops/provider/papertrail/client_calls.hpp"
#include "chatops/provider/papertrail/limits.hpp"
#include "chatops/provider/papertrail/tail.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace chatops::papertrail {

namespace detail {

/// The pool's numbers are what people report; how long its window is, too.
inline constexpr chatops::provider::vendor facts{.name = "papertrail",
                                                 .accept = "application/json",
                                                 .request_id = "X-Request-Id",
                                                 .next_page = {},
                                                 .token_comes_back = duration{5'000},
                                                 .credential_header = "X-Papertrail-Token",
                                                 .credential_scheme = "",
                                                 .requests_left = "X-Rate-Limit-Remaining",
                                                 .more_requests_at = "X-Rate-Limit-Reset"};

/// Ids are texts, or numbers as in Papertrail's own examples.
struct event_answer {
    boost::json::value id;
    time_point received_at;
    std::optional<std::string> source_name;
    std::optional<std::string> severity;
    std::optional<std::string> program;
    std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(event_answer, (), (id, received_at, source_name, severity, program, message))

struct search_answer {
    std::vector<event_answer> events;
    boost::json::value min_id;
    boost::json::value max_id;
    std::optional<time_point> min_time_at;
    std::optional<bool> reached_beginning;
    std::optional<bool> reached_end;
    std::optional<bool> reached_record_limit;
    std::optional<bool> reached_time_limit;
};
BOOST_DESCRIBE_STRUCT(search_answer, (),
                      (events, min_id, max_id, min_time_at, reached_beginning, reached_end,
                       reached_record_limit, reached_time_limit))

struct archive_link {
    std::string href;
};
BOOST_DESCRIBE_STRUCT(archive_link, (), (href))
struct archive_links {
    std::optional<archive_link> download;
};
BOOST_DESCRIBE_STRUCT(archive_links, (), (download))
struct archive_answer {
    time_point start;
    std::string filename;
    /// A number, or one as text.
    boost::json::value filesize;
    std::optional<archive_links> _links;
};
BOOST_DESCRIBE_STRUCT(archive_answer, (), (start, filename, filesize, _links))

/// Its query may be a signature, by which anybody is let in.
CHATOPS_INLINE std::optional<std::string> download_of(const archive_answer& from) {
    if (!from._links || !from._links->download) return std::nullopt;
    const std::string& href = from._links->download->href;
    return href.substr(0, href.find('?'));
}

CHATOPS_INLINE std::optional<std::int64_t> id_in(const boost::json::value& from) {
    if (const auto* const number = from.if_int64()) return *number;
    const auto* const text = from.if_string();
    if (text == nullptr || text->empty()) return std::nullopt;
    std::int64_t id = 0;
    const char* const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, id);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return id;
}

CHATOPS_INLINE event event_of(event_answer from, const chatops::provider::asked& about) {
    const auto id = id_in(from.id);
    if (!id) throw about.no_use("its answer is not what was expected: an event without an id");
    event made;
    made.id = *id;
    made.received_at = from.received_at;
    made.source_name = std::move(from.source_name).value_or(std::string());
    made.severity = std::move(from.severity).value_or(std::string());
    made.program = std::move(from.program).value_or(std::string());
    made.message = std::move(from.message).value_or(std::string());
    return made;
}

CHATOPS_INLINE event_page page_in(search_answer from, const chatops::provider::asked& about) {
    event_page made;
    made.events.reserve(from.events.size());
    for (event_answer& each : from.events) made.events.push_back(event_of(std::move(each), about));
    std::sort(made.events.begin(), made.events.end(),
              [](const event& left, const event& right) { return left.id < right.id; });
    const auto min_id = id_in(from.min_id);
    const auto max_id = id_in(from.max_id);
    if (!min_id || !max_id) throw about.no_use("its answer does not say which lines it looked at");
    made.min_id = *min_id;
    made.max_id = *max_id;
    made.min_time_at = from.min_time_at;
    made.reached_beginning = from.reached_beginning.value_or(false);
    made.reached_end = from.reached_end.value_or(false);
    made.reached_record_limit = from.reached_record_limit.value_or(false);
    made.reached_time_limit = from.reached_time_limit.value_or(false);
    return made;
}

CHATOPS_INLINE std::string epoch_seconds(time_point when) {
    return std::to_string(
        std::chrono::floor<std::chrono::seconds>(when.time_since_epoch()).count());
}

/// `&limit=100`, behind other parameters.
CHATOPS_INLINE std::string parameter(std::string_view name, std::string_view text) {
    return '&' + std::string(name) + '=' + percent_encode(text);
}

CHATOPS_INLINE std::string path_of_search(const search_order& of, const std::string& more) {
    std::string parameters;
    if (!of.query.empty()) parameters += parameter("q", of.query);
    if (of.system_id) parameters += parameter("system_id", std::to_string(*of.system_id));
    if (of.group_id) parameters += parameter("group_id", std::to_string(*of.group_id));
    parameters += more;
    parameters.front() = '?';
    return path_of("events/search") + parameters;
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : through_(through), caller_(through, detail::facts) {}

// ---- lines

CHATOPS_INLINE asio::awaitable<event_page> client::page_of(search_order which, std::string more) {
    const chatops::provider::call what =
        calling("GET", detail::path_of_search(which, std::move(more)));
    chatops::provider::answer given = co_await caller_.ask(what);
    const auto about = caller_.question(what);
    auto read = chatops::provider::read_as<detail::search_answer>(given.value, about);
    given.value = nullptr;
    co_return detail::page_in(std::move(read), about);
}

CHATOPS_INLINE asio::awaitable<search_end>
client::each_page_of_events(search_order which, std::size_t page_events,
                            std::function<bool(std::vector<event>)> look) {
    std::string range;
    if (which.since) range += detail::parameter("min_time", detail::epoch_seconds(*which.since));
    std::string newest;
    if (which.until) newest = detail::parameter("max_time", detail::epoch_seconds(*which.until));
    // Back from now: without an end, a beginning alone would be searched forward.
    if (which.since && !which.until)
        newest =
            detail::parameter("max_time", detail::epoch_seconds(through_.time.now() +
                                                                limits::clock_difference_hours));
    search_end end;
    for (int pages = 0; pages < limits::pages; ++pages) {
        std::string more = range + newest;
        more += detail::parameter("limit", std::to_string(page_events));
        event_page page = co_await page_of(which, std::move(more));
        // The line at the boundary comes again.
        if (pages > 0)
            std::erase_if(page.events, [&](const event& each) { return each.id >= end.oldest_id; });
        const bool goes_on = pages == 0 || page.min_id < end.oldest_id;
        end.oldest_id = pages == 0 ? page.min_id : std::min(end.oldest_id, page.min_id);
        if (page.min_time_at) end.oldest_at = page.min_time_at;
        end.is_whole = page.is_last() || (!goes_on && !page.reached_time_limit);
        const bool wants_more = look(std::move(page.events));
        if (end.is_whole || !wants_more || !goes_on) break;
        newest = detail::parameter("max_id", std::to_string(end.oldest_id));
    }
    co_return end;
}

CHATOPS_INLINE asio::awaitable<found_events> client::newest(search_order which, std::size_t limit) {
    found_events found;
    std::vector<event>& events = found.events;
    const std::size_t page = std::min(limit, limits::page_events);
    const time_point gives_up = through_.time.now() + limits::search_patience_seconds;
    const auto take = [&](std::vector<event> more) {
        events.insert(events.begin(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        return events.size() < limit && through_.time.now() < gives_up;
    };
    const search_end end = co_await each_page_of_events(std::move(which), page, take);
    found.end = end;
    if (events.size() > limit) {
        events.erase(events.begin(), events.end() - static_cast<std::ptrdiff_t>(limit));
        found.end.is_whole = false;
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<event_page> client::after(search_order which, std::int64_t id,
                                                         std::size_t limit) {
    // Without `tail=false`, what is newer counts more than what is whole.
    std::string more = detail::parameter("min_id", std::to_string(id));
    more += detail::parameter("tail", "false");
    more += detail::parameter("limit", std::to_string(limit));
    event_page page = co_await page_of(std::move(which), std::move(more));
    std::erase_if(page.events, [&](const event& each) { return each.id <= id; });
    page.max_id = std::max(page.max_id, id);
    co_return page;
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
client::tail(search_order which, event_writer write,
             std::shared_ptr<std::optional<std::int64_t>> seen) {
    event_page page;
    if (*seen) {
        page = co_await after(which, **seen, limits::tail_page_events);
    } else {
        std::string more = detail::parameter("limit", std::to_string(limits::tail_first_events));
        page = co_await page_of(which, std::move(more));
    }
    *seen = page.max_id;
    std::string first = write(page.events);
    co_return std::make_unique<tail_stream>(through_, std::move(which), std::move(write),
                                            std::move(seen), std::move(first));
}

// ---- systems, groups, users

CHATOPS_INLINE asio::awaitable<papertrail::system>
client::register_system(system_order order, std::optional<std::int64_t> destination_id) {
    boost::json::object body{{"system", json::write(order)}};
    if (destination_id) body["destination_id"] = *destination_id;
    chatops::provider::call what = calling("POST", detail::path_of(papertrail::system::path));
    what.body = json::text(body);
    return carry<papertrail::system>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<papertrail::system>
client::change_system(std::int64_t id, system_change to,
                      std::optional<std::int64_t> destination_id) {
    boost::json::object body{{"system", json::write(to)}};
    if (destination_id) body["destination_id"] = *destination_id;
    chatops::provider::call what = calling("PUT", detail::path_of(papertrail::system::path, id));
    what.body = json::text(body);
    what.harmless = true;
    return carry<papertrail::system>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::join(std::int64_t system_id, std::int64_t group_id) {
    chatops::provider::call what =
        calling("POST", detail::path_of(papertrail::system::path, system_id, "join"));
    what.body = json::text(boost::json::object{{"group_id", group_id}});
    what.harmless = true;
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<void> client::leave(std::int64_t system_id, std::int64_t group_id) {
    chatops::provider::call what =
        calling("POST", detail::path_of(papertrail::system::path, system_id, "leave"));
    what.body = json::text(boost::json::object{{"group_id", group_id}});
    what.harmless = true;
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<void> client::invite(invitation whom) {
    const chatops::provider::call what =
        ordering("POST", detail::path_of("users/invite"), user::member, whom);
    co_await caller_.ask(what);
}

// ---- the account

CHATOPS_INLINE asio::awaitable<papertrail::usage> client::usage() {
    return get<papertrail::usage>(detail::path_of("accounts"));
}

CHATOPS_INLINE asio::awaitable<std::vector<archive>> client::archives() {
    auto all = co_await get<std::vector<detail::archive_answer>>(detail::path_of("archives"));
    std::vector<archive> made;
    for (detail::archive_answer& each : all)
        made.push_back({each.start, std::move(each.filename), detail::id_in(each.filesize),
                        detail::download_of(each)});
    std::stable_sort(made.begin(), made.end(), [](const archive& left, const archive& right) {
        return left.start > right.start;
    });
    co_return made;
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const chatops::provider::call what = calling("GET", detail::path_of("accounts"));
    const chatops::provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

// ---- how it is asked

CHATOPS_INLINE asio::awaitable<void> client::end(std::string path) {
    const chatops::provider::call what = calling("DELETE", std::move(path));
    co_await caller_.ask_if_there(what);
}

CHATOPS_INLINE chatops::provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

} // namespace chatops::papertrail
