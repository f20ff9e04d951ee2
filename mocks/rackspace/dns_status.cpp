// What became of jobs, and what an account may do.
#include "mocks/common/text.hpp"
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_handlers.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/dns_views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// `true`, and `True` as Python writes it.
bool is_said_true(const call& from, std::string_view name, bool otherwise) {
    const std::string text = lower(from.asked(name));
    return text.empty() ? otherwise : text == "true";
}

} // namespace

/// 202 while it waits and runs, 200 however it ended.
answer show_dns_job(call& from) {
    for (const dns_job& each : from.account.dns.jobs)
        if (each.id == from.words[0])
            return {each.is_over() ? 200 : 202,
                    show_job(each, from.own_url(), is_said_true(from, "showDetails", false))};
    throw no_such_dns();
}

/// Those that failed, then those that wait or run, then those that are done.
answer list_dns_jobs(call& from) {
    const bool with_details = is_said_true(from, "showDetails", false);
    array all;
    const auto add = [&](const char* status, const char* asked) {
        if (!is_said_true(from, asked, true)) return;
        for (const dns_job& each : from.account.dns.jobs)
            if (each.status == status) all.push_back(show_job(each, from.own_url(), with_details));
    };
    add("ERROR", "showErrors");
    add("INITIALIZED", "showRunning"); // [?] That they count as such.
    add("RUNNING", "showRunning");
    add("COMPLETED", "showCompleted");
    return {200, dns_page(std::move(all), "asyncResponses", from)};
}

// Source: methods/get-list-limits.
answer list_dns_limits(call&) {
    array rates;
    for (const char* const uri : {"*/status/*", "*/domains*"}) {
        array shown;
        std::string_view regex;
        for (const rate_rule& each : rate_rules()) {
            if (each.of != service::dns || each.uri != uri) continue;
            regex = each.regex;
            shown.push_back(object{{"verb", text_value(each.verb)},
                                   {"value", each.most},
                                   {"unit", text_value(each.unit)}});
        }
        object rate;
        rate["uri"] = uri;
        rate["regex"] = text_value(regex);
        rate["limit"] = std::move(shown);
        rates.push_back(std::move(rate));
    }
    array most;
    most.push_back(object{{"name", "domains"}, {"value", limits::dns_domains}});
    most.push_back(object{{"name", "records per domain"}, {"value", limits::dns_domain_records}});
    object rate;
    rate["rate"] = std::move(rates);
    object absolute;
    absolute["limit"] = std::move(most);
    object made;
    made["rates"] = std::move(rate);
    made["absolute"] = std::move(absolute);
    return {200, std::move(made)};
}

} // namespace chatops::mocks::rackspace
