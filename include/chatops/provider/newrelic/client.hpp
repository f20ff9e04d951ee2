// New Relic's NerdGraph, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/newrelic/graph.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/orders.hpp"
#include "chatops/provider/newrelic/turns.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <boost/json/object.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::newrelic {

/// What a stream of pages hands over: returns false to see no more.
template <class T>
using page_look = std::function<bool(std::vector<T>)>;
/// New Relic's sentences about what is missing of an answer; empty where all is there.
using gaps = std::vector<std::string>;

/// One account at New Relic. Made anew for each step; references must live until the awaitable
/// ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures; what NerdGraph
/// refuses inside a good status is thrown as if it had been refused by status. An account that the
/// key cannot see is `provider_error` 403 `account_not_visible`. All of a sort comes a page at a
/// time, so that no more than one is in memory.
///
/// Source: NerdGraph's schema; docs.newrelic.com, "NerdGraph tutorial" pages. REST v2, which ends
/// on 31 July 2027, is asked for markers only: NerdGraph has all else that is used.
class client {
  public:
    static constexpr std::string_view provider = "newrelic";
    /// After this, what was done is shown to whoever looks. A guess: what is recorded takes some
    /// seconds until queries find it.
    static constexpr duration settling_time{16'000};

    explicit client(chatops::provider::connection through);

    asio::awaitable<identity> whoami();

    // ---- applications

    /// Those with that in their name, or all.
    asio::awaitable<gaps> each_page_of_apps(std::string part, page_look<app> look);
    /// Those of that name exactly.
    asio::awaitable<std::vector<app>> apps_named(std::string name);
    /// Nothing where the key sees none.
    asio::awaitable<std::optional<app>> find_app(std::string guid);
    /// With its open issues of the last 30 days and its newest deployments, at most `deployments`.
    asio::awaitable<overview> look_at_app(std::string guid, time_point now,
                                          std::size_t deployments);
    /// How it did from `since` until before `until`, in steps of whole minutes, the oldest first.
    asio::awaitable<std::vector<app_step>>
    course_of_app(std::string guid, time_point since, time_point until, std::chrono::minutes step);
    /// Those of its hosts that were heard of between the two, at most `limit`.
    asio::awaitable<std::vector<app_host>> hosts_of_app(std::string guid, time_point since,
                                                        time_point until, std::size_t limit);
    /// Within how many seconds an answer satisfies whoever waits for it. Harmless to repeat; what
    /// New Relic then has.
    asio::awaitable<double> set_apdex_target(std::string guid, double seconds);
    /// Ends it for good; of one that reports, New Relic refuses. One that is gone already is no
    /// failure.
    asio::awaitable<void> remove_app(std::string guid);

    // ---- issues and incidents

    asio::awaitable<gaps> each_page_of_issues(issue_filter which, page_look<issue> look);
    asio::awaitable<gaps> each_page_of_incidents(issue_filter which, page_look<incident> look);
    /// Effects for `once`: New Relic tells people of them.
    asio::awaitable<void> acknowledge(std::string issue_id);
    asio::awaitable<void> unacknowledge(std::string issue_id);
    asio::awaitable<void> resolve(std::string issue_id);
    asio::awaitable<void> close_incident(std::string incident_id);
    /// What becomes of issues from now on, as `write` writes it, until the reader closes it. `seen`
    /// is shared by all streams of one watch: the next goes on where the last one ended.
    asio::awaitable<std::unique_ptr<http::stream>> watch(issue_filter which, issue_writer write,
                                                         std::shared_ptr<watched_issues> seen);

    // ---- queries and deployments

    /// In the account. A query that New Relic does not understand is a refusal.
    asio::awaitable<nrql_answer> query(std::string nrql);
    /// The newest ones since then, newest first, at most `limit`.
    asio::awaitable<std::vector<deployment>> deployments(std::string guid, time_point since,
                                                         std::size_t limit);
    /// An effect for `once`.
    asio::awaitable<deployment> record(deployment_order what);
    /// All of an application, the newest first.
    asio::awaitable<std::vector<marker>> markers(std::int64_t application_id);
    /// One that is gone already is no failure.
    asio::awaitable<void> remove_marker(std::int64_t application_id, std::int64_t id);

    // ---- alert policies and muting rules

    asio::awaitable<gaps> each_page_of_policies(page_look<policy> look);
    /// Those that are queries: all that can still be made. What is missing of them is not told.
    asio::awaitable<std::vector<condition>> conditions_of(std::string policy_id);
    /// An effect for `once`.
    asio::awaitable<policy> create_policy(std::string name, std::string incident_preference);
    // Both are harmless to repeat.
    asio::awaitable<policy> rename_policy(std::string id, std::string name);
    asio::awaitable<policy> set_incident_preference(std::string id,
                                                    std::string incident_preference);
    /// Ends it for good with its conditions; one that is gone already is no failure.
    asio::awaitable<void> destroy_policy(std::string id);
    asio::awaitable<listing<muting_rule>> muting_rules();
    /// An effect for `once`.
    asio::awaitable<muting_rule> mute(muting_order what);
    /// Harmless to repeat.
    asio::awaitable<muting_rule> change_muting(std::string id, muting_change what);
    /// One that is gone already is no failure.
    asio::awaitable<void> unmute(std::string id);

    /// New Relic's clock, asked anew each time. Whole seconds.
    asio::awaitable<time_point> provider_time();
    /// A word that nobody else has: eight letters and digits.
    [[nodiscard]] std::string unique_word() { return caller_.chance().word(8); }

  private:
    /// One request, and where in its answer what it is about stands; a fragment that it spreads.
    struct question {
        std::string_view text;
        boost::json::object variables;
        std::string_view at;
        std::string_view fragment = {};
    };

    [[nodiscard]] chatops::provider::call looking(const question& what) const;
    [[nodiscard]] chatops::provider::call changing(const question& what) const;
    /// The account that the configuration names, or the only one that the key sees.
    asio::awaitable<std::int64_t> account_id();
    /// What stands there; throws where it is null for a reason.
    const boost::json::value* found(const chatops::provider::answer& given, std::string_view at,
                                    const chatops::provider::call& what) const;
    [[nodiscard]] gaps gaps_of(const boost::json::value& body) const;
    /// Carries out a mutation, whose alias is `done`.
    template <class T>
    asio::awaitable<T> change(question what, bool harmless);
    /// The same of one whose only answer is an `error`, or its absence.
    asio::awaitable<void> tell(question what);
    /// Throws for what was refused in the answer itself, in its own words.
    [[noreturn]] void say_refused(std::string message, std::string word,
                                  const chatops::provider::call& asked) const;
    /// Ends something of that id in the account.
    asio::awaitable<void> end(std::string_view text, std::string id);
    /// What it answers; null where what was to be ended is not there. Other refusals are thrown.
    asio::awaitable<boost::json::value> ended(chatops::provider::call asked);
    asio::awaitable<policy> set_of_policy(std::string id, std::string_view member,
                                          std::string text);
    /// Follows `next_cursor` to the end, until `look(items)` returns false.
    template <class T>
    asio::awaitable<gaps> each_page(question what, std::string_view list, page_look<T> look);
    asio::awaitable<void> act_on_issue(std::string_view text, std::string issue_id);

    chatops::provider::caller caller_;
    chatops::provider::connection through_;
};

} // namespace chatops::newrelic

#include "chatops/provider/newrelic/client_calls.hpp"
