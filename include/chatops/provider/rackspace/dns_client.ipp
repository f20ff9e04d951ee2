#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/keep_first.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <chrono>

namespace chatops::rackspace {

namespace detail {

/// How often a job is looked at: five looks a second are allowed. Source: limits.rst.
inline constexpr std::chrono::seconds job_look{2};

/// Ids as text: some answers write them as numbers.
CHATOPS_INLINE boost::json::value with_text_ids(const boost::json::value& from) {
    if (from.is_array()) {
        boost::json::array made;
        for (const boost::json::value& each : from.get_array()) made.push_back(with_text_ids(each));
        return made;
    }
    if (!from.is_object()) return from;
    boost::json::object made;
    for (const auto& each : from.get_object()) {
        const bool is_number = each.key() == "id" && each.value().is_int64();
        made[each.key()] = is_number ? boost::json::value(std::to_string(each.value().get_int64()))
                                     : with_text_ids(each.value());
    }
    return made;
}

struct dns_page_link {
    std::optional<std::string> rel;
};
BOOST_DESCRIBE_STRUCT(dns_page_link, (), (rel))

struct dns_page_links {
    std::optional<std::vector<dns_page_link>> links;
};
BOOST_DESCRIBE_STRUCT(dns_page_links, (), (links))

CHATOPS_INLINE dns_page dns_page_in(const boost::json::value& body, const std::string& many,
                                    const provider::asked& about) {
    const boost::json::object* const object = body.if_object();
    const boost::json::value* const items = object == nullptr ? nullptr : object->if_contains(many);
    if (items == nullptr)
        throw about.no_use("its answer is not what was expected: " + many + " is missing");
    dns_page made;
    made.items = *items;
    const auto read = provider::read_as<dns_page_links>(body, about);
    for (const dns_page_link& each : read.links.value_or(std::vector<dns_page_link>()))
        made.more = made.more || each.rel == "next";
    return made;
}

CHATOPS_INLINE std::string dns_page_path(const std::string& path, std::size_t offset) {
    const bool has_query = path.find('?') != std::string::npos;
    return path + (has_query ? '&' : '?') + "limit=" + std::to_string(dns_page_items) +
           "&offset=" + std::to_string(offset);
}

struct pointer_list {
    std::vector<record> records;
};
BOOST_DESCRIBE_STRUCT(pointer_list, (), (records))

struct pointer_answer {
    pointer_list recordsList;
};
BOOST_DESCRIBE_STRUCT(pointer_answer, (), (recordsList))

/// What of several could not be deleted, and why: `Object not Found. (Record ID: A-1)`.
CHATOPS_INLINE std::string failed_items_text(const failed_items& failed) {
    std::string text;
    for (const failed_item& each : failed.faults) {
        (text += text.empty() ? "" : "; ") += each.message.value_or("");
        if (each.details && !each.details->empty()) text += " (" + *each.details + ')';
    }
    return text;
}

/// A job that ended in ERROR, which HTTP calls 200.
/// Source: general-api-info/synchronous-and-asynchronous-responses.rst.
[[noreturn]] CHATOPS_INLINE void refuse_job(const failed_job& job) {
    const job_fault fault = job.error.value_or(job_fault());
    std::string said = fault.message.value_or("the job ended in ERROR");
    const std::string details =
        fault.failedItems ? failed_items_text(*fault.failedItems) : fault.details.value_or("");
    if (!details.empty()) {
        if (!said.empty() && said.back() == '.') said.pop_back();
        said += ": " + details;
    }
    int code = static_cast<int>(fault.code.value_or(500));
    // What is there already is so later, too.
    if (code == 409) code = 422;
    throw provider_error("rackspace", code, "job_error", said, job.jobId);
}

CHATOPS_INLINE bool is_over(std::string_view status) {
    return status == "COMPLETED" || status == "ERROR";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<provider::answer> dns_client::ask(provider::call what) {
    provider::answer given = co_await session_.ask(service::dns, std::move(what));
    given.value = detail::with_text_ids(given.value);
    co_return given;
}

template <class T>
asio::awaitable<std::vector<T>> dns_client::all_of(std::string path, std::string many) {
    std::vector<T> all;
    const auto keep = provider::keep_first(all);
    co_await pages_of<T>(std::move(path), std::move(many), keep);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<domain>> dns_client::list() {
    return all_of<domain>("/domains", "domains");
}

CHATOPS_INLINE asio::awaitable<domain> dns_client::show(std::string id) {
    const auto what = session_.calling("GET", detail::domain_path(id) +
                                                  "?showRecords=false&showSubdomains=false");
    const provider::answer given = co_await ask(what);
    co_return provider::read_as<domain>(given.value, session_.question(what));
}

CHATOPS_INLINE asio::awaitable<std::optional<domain>> dns_client::named(std::string name) {
    std::optional<domain> found;
    auto all = co_await all_of<domain>("/domains?name=" + percent_encode(name), "domains");
    for (domain& each : all)
        if (each.name == name) found = std::move(each);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<record>> dns_client::records(std::string domain_id) {
    return all_of<record>(detail::domain_path(domain_id) + "/records", "records");
}

CHATOPS_INLINE asio::awaitable<record> dns_client::record_of(std::string domain_id,
                                                             std::string record_id) {
    const auto what = session_.calling("GET", detail::domain_path(domain_id) + "/records/" +
                                                  percent_encode(record_id));
    const provider::answer given = co_await ask(what);
    co_return provider::read_as<record>(given.value, session_.question(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<domain>> dns_client::subdomains(std::string domain_id) {
    return all_of<domain>(detail::domain_path(domain_id) + "/subdomains", "domains");
}

CHATOPS_INLINE asio::awaitable<std::vector<record>> dns_client::pointers(dns_device of) {
    const auto what = session_.calling("GET", detail::pointers_path(of));
    provider::answer given;
    std::optional<provider_error> refusal;
    try {
        given = co_await ask(what);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    // Where there is none, it says that there is no such thing.
    if (refusal) co_return std::vector<record>();
    const auto held =
        provider::read_as<detail::pointer_answer>(given.value, session_.question(what));
    co_return held.recordsList.records;
}

CHATOPS_INLINE asio::awaitable<std::string> dns_client::zone_text(std::string domain_id) {
    const auto what = session_.calling("GET", detail::domain_path(domain_id) + "/export");
    const provider::answer given = co_await ask(what);
    const auto about = session_.question(what);
    const auto begun = provider::read_as<dns_job>(given.value, about);
    const dns_job ended = co_await follow(begun.jobId);
    if (!ended.response || !ended.response->contents)
        throw about.no_use("its answer is not what was expected: contents is missing");
    co_return *ended.response->contents;
}

CHATOPS_INLINE asio::awaitable<dns_job> dns_client::begin(dns_order order) {
    auto what = session_.calling(std::move(order.method), std::move(order.path));
    what.body = std::move(order.body);
    const provider::answer given = co_await ask(what);
    dns_job made = provider::read_as<dns_job>(given.value, session_.question(what));
    // What was sent is known.
    made.request.reset();
    co_return made;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>> dns_client::jobs_like(dns_order order) {
    const auto all = co_await all_of<dns_job>("/status?showDetails=true", "asyncResponses");
    std::vector<std::string> ids;
    for (const dns_job& each : all) {
        const std::string url = each.requestUrl.value_or("");
        const bool same_place =
            url.size() >= order.path.size() &&
            url.compare(url.size() - order.path.size(), order.path.size(), order.path) == 0;
        if (same_place && each.verb == order.method && each.request.value_or("") == order.body)
            ids.push_back(each.jobId);
    }
    co_return ids;
}

CHATOPS_INLINE asio::awaitable<bool> dns_client::has_ended(std::string job) {
    const auto what = session_.calling("GET", "/status/" + percent_encode(job));
    const provider::answer given = co_await ask(what);
    const auto now = provider::read_as<dns_job>(given.value, session_.question(what));
    co_return detail::is_over(now.status);
}

CHATOPS_INLINE asio::awaitable<dns_job> dns_client::outcome(std::string job) {
    const auto what =
        session_.calling("GET", "/status/" + percent_encode(job) + "?showDetails=true");
    const provider::answer given = co_await ask(what);
    const auto about = session_.question(what);
    dns_job now = provider::read_as<dns_job>(given.value, about);
    if (now.status == "ERROR")
        detail::refuse_job(provider::read_as<failed_job>(given.value, about));
    now.request.reset();
    co_return now;
}

CHATOPS_INLINE asio::awaitable<dns_job> dns_client::follow(std::string job) {
    const time_point until = session_.deadline();
    for (;;) {
        dns_job now = co_await outcome(job);
        if (detail::is_over(now.status)) co_return now;
        if (time_.now() + detail::job_look >= until) break;
        co_await sleep_for(time_, detail::job_look);
    }
    const auto what = session_.calling("GET", "/status/" + job);
    throw session_.question(what).no_use("the job did not end in time");
}

CHATOPS_INLINE asio::awaitable<time_point> dns_client::provider_time() {
    const auto what = session_.calling("GET", "/status?limit=1");
    const provider::answer given = co_await ask(what);
    if (!given.date)
        throw session_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::rackspace
