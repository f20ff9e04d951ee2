// Sentry's web API 0, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/sentry/events.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/orders.hpp"
#include "chatops/provider/sentry/sightings.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chatops::sentry {

/// One organization at Sentry. Made anew for each step; references must live until the awaitable
/// ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures. The organization is
/// that of the configuration, and its region the address there: `https://de.sentry.io`.
///
/// Source: getsentry/sentry-api-schema, docs.sentry.io/api.
class client {
  public:
    static constexpr std::string_view provider = "sentry";
    /// After this, what was done is shown to whoever looks. A guess: Sentry does not say, and its
    /// search follows its database.
    static constexpr duration settling_time{8'000};

    explicit client(chatops::provider::connection through);

    // ---- issues and their events

    /// Those that are meant, a page at a time, so that no more than one is in memory; `look`
    /// returns false to see no more.
    asio::awaitable<void> each_page_of_issues(issue_search which, std::size_t page_items,
                                              std::function<bool(std::vector<issue>)> look);
    /// The first ones.
    asio::awaitable<std::vector<issue>> issues(issue_search which, std::size_t limit);
    /// By short id or id; nothing where there is none. Of one that was merged: what it is now.
    asio::awaitable<std::optional<issue>> find_issue(issue_ref which);
    /// Those of these ids that there are, each with why it is for review, if it is.
    asio::awaitable<std::vector<issue>> issues_of(std::vector<std::string> ids);
    /// Harmless to repeat. Returns it as it then is.
    asio::awaitable<issue> change_issue(std::string id, issue_change to);
    /// The same of several at once: of all or of none.
    asio::awaitable<void> change_issues(std::vector<std::string> ids, issue_change to);
    /// Makes one of them: of that which was seen most often. An effect for `once`.
    asio::awaitable<merged> merge_issues(std::vector<std::string> ids);
    /// Ends it for good with its events; one that is gone already is no failure.
    asio::awaitable<void> destroy_issue(std::string id);
    /// The newest ones, newest first, without their stacks.
    asio::awaitable<std::vector<event>>
    events(std::string issue_id, std::optional<std::string> environment, std::size_t limit);
    /// The same of a project: of those that came in that time, or of all that are kept.
    asio::awaitable<std::vector<event>>
    project_events(project_name of, std::optional<duration> since, std::size_t limit);
    /// One whole event: by its id, or `latest`, `oldest`, `recommended`; nothing where there is
    /// none.
    asio::awaitable<std::optional<event>> find_event(std::string issue_id, std::string which);
    /// A line for each issue that is new or came back, until the reader closes it.
    /// `seen` is what was told already; an empty one is begun with what there is now.
    asio::awaitable<std::unique_ptr<http::stream>> watch(issue_search which, issue_writer write,
                                                         std::shared_ptr<watched> seen);

    // ---- the organization

    asio::awaitable<identity> whoami();
    asio::awaitable<std::vector<project>> projects();
    /// Nothing where there is none of that slug.
    asio::awaitable<std::optional<project>> find_project(project_name name);
    asio::awaitable<std::vector<team>> teams();
    asio::awaitable<std::vector<membership>> members();
    /// By which programs send a project's errors.
    asio::awaitable<std::vector<client_key>> keys(project_name of);
    /// Harmless to repeat. Returns it as it then is.
    asio::awaitable<client_key> switch_key(project_name of, std::string id, bool is_active);
    /// Of a project, or of all.
    asio::awaitable<std::vector<environment>> environments(std::optional<project_name> of);
    asio::awaitable<std::vector<monitor>> monitors();
    /// Nothing where there is none of that slug.
    asio::awaitable<std::optional<monitor>> find_monitor(monitor_name name);
    /// Whether nobody is told of its failures. Harmless to repeat. Returns it as it then is.
    asio::awaitable<monitor> mute_monitor(monitor_name which, bool is_muted);
    /// Whether its check-ins are taken and waited for. Harmless to repeat. Returns it as it then
    /// is.
    asio::awaitable<monitor> switch_monitor(monitor_name which, bool is_active);
    /// Ends it for good with its check-ins; one that is gone already is no failure.
    asio::awaitable<void> destroy_monitor(monitor_name which);
    /// The newest first, in an environment or in all.
    asio::awaitable<std::vector<check_in>> check_ins(monitor_name of, std::optional<std::string> in,
                                                     std::size_t limit);
    /// How many errors came of each project in that time.
    asio::awaitable<sentry::usage> usage(duration period);

    // ---- releases

    /// The newest ones, newest first; of a project by its id, or of all.
    asio::awaitable<std::vector<release>> releases(std::optional<std::string> project_id,
                                                   std::size_t limit);
    /// Nothing where there is none.
    asio::awaitable<std::optional<release>> find_release(release_version version);
    /// Reports it; one that was reported before is the same. Harmless to repeat.
    asio::awaitable<release> report_release(release_order what);
    /// Says since when it is out; may be asked again.
    asio::awaitable<release> finalize_release(release_version which, time_point since);
    /// Refused where an issue refers to it. One that is gone is destroyed. An effect for `once`.
    asio::awaitable<void> destroy_release(release_version which);
    /// The newest first.
    asio::awaitable<std::vector<deploy>> deploys(release_version of, std::size_t limit);
    /// An effect for `once`.
    asio::awaitable<deploy> record_deploy(release_version of, deploy_order what);

    /// Sentry's clock, asked anew each time: what was read before says nothing of what happened
    /// since. Whole seconds.
    asio::awaitable<time_point> provider_time();

  private:
    /// `/api/0/organizations/acme` and what is behind it, which ends with a slash.
    [[nodiscard]] std::string path_in_organization(std::string_view rest) const;
    [[nodiscard]] std::string path_of_project(const project_name& of, std::string_view rest) const;
    /// `rest` ends with a slash.
    [[nodiscard]] std::string path_of_monitor(const monitor_name& of, std::string_view rest) const;
    [[nodiscard]] chatops::provider::call calling(std::string method, std::string path) const;
    asio::awaitable<monitor> change_monitor(monitor_name which, boost::json::object to);
    template <class T>
    asio::awaitable<T> carry(chatops::provider::call what);
    /// What is gone already is no failure.
    asio::awaitable<void> destroy(std::string path);
    template <class T>
    asio::awaitable<std::optional<T>> get_if_there(std::string path);
    /// Follows the links to the end, until `look(items)` returns false.
    template <class T, class Look>
    asio::awaitable<void> each_page(std::string path, std::string query, Look look);
    template <class T>
    asio::awaitable<std::vector<T>> first_of(std::string path, std::string query,
                                             std::size_t limit);

    chatops::provider::connection through_;
    chatops::provider::caller caller_;
    std::string organization_;
};

} // namespace chatops::sentry

#include "chatops/provider/sentry/client_calls.hpp"
