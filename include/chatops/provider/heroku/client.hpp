// Heroku's Platform API v3, as a bot uses it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/caller.hpp"
#include "chatops/provider/heroku/drains.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/offers.hpp"
#include "chatops/provider/heroku/orders.hpp"
#include "chatops/provider/heroku/pipelines.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::heroku {

/// Names of config vars with their values.
using config_vars = std::map<std::string, secret>;
/// The same, to be set; what has no value is removed.
using config_changes = std::map<std::string, std::optional<secret>>;

/// One account at Heroku. Made anew for each step; references must live until the awaitable ends.
///
/// Every call is one of `provider::caller`, with its patience and its failures. What belongs to an
/// application is asked for by its type: `list<domain>(app)`, `show<addon>(app, "redis-flat-1")`.
/// An application may be named by its id where it says so.
///
/// Source: heroku/platform-api's schema.json, and the reference text in heroku/node-heroku-client.
class client {
  public:
    static constexpr std::string_view provider = "heroku";
    /// After this, what was done is shown to whoever looks. A guess: Heroku does not say.
    static constexpr duration settling_time{8'000};

    explicit client(chatops::provider::connection through);

    /// All that the account sees, by name.
    asio::awaitable<std::vector<heroku::app>> apps();
    /// The same, a page at a time, so that no more than one is in memory; `look` returns false to
    /// see no more.
    asio::awaitable<void> each_page_of_apps(std::function<bool(std::vector<heroku::app>)> look);
    asio::awaitable<heroku::app> app(app_name name);
    /// By name or id; nothing where the account sees none.
    asio::awaitable<std::optional<heroku::app>> find_app(std::string name_or_id);
    /// An effect for `once`.
    asio::awaitable<heroku::app> create_app(app_order what);
    /// By name or id; returns it as it then is. Harmless to repeat, a new name only by id.
    asio::awaitable<heroku::app> change_app(std::string name_or_id, app_change to);
    /// Ends it for good with all that belongs to it; one that is gone already is no failure.
    asio::awaitable<void> destroy_app(std::string id);

    // ---- what belongs to an application: domains, add-ons, collaborators, builds

    /// All of a sort, in Heroku's order.
    template <class T>
    asio::awaitable<std::vector<T>> list(app_name of);
    /// One of them, by id; by what people call it where the API takes it.
    template <class T>
    asio::awaitable<T> show(app_name of, std::string id);
    /// The same; nothing where there is none.
    template <class T>
    asio::awaitable<std::optional<T>> find(app_name of, std::string id);
    /// An effect for `once`.
    template <class T, class Order>
    asio::awaitable<T> create(app_name of, Order what);
    /// Ends it for good; one that is gone already is no failure.
    template <class T>
    asio::awaitable<void> remove(app_name of, std::string id);
    /// Harmless to repeat.
    asio::awaitable<addon> change_plan(app_name of, std::string addon_id, plan_change to);
    /// The newest ones, newest first.
    asio::awaitable<std::vector<build>> builds(app_name of, std::size_t limit);
    /// What a build said until now; while it is pending there is no end of it, so wait before.
    asio::awaitable<std::string> build_output(app_name of, std::string id);

    /// Ends it before it releases something; refused where it has ended. Harmless to repeat.
    asio::awaitable<build> cancel_build(app_name of, std::string id);
    /// By name or id; returns it as it then is. Harmless to repeat.
    asio::awaitable<feature> switch_feature(app_name of, std::string name, feature_change to);
    /// Effects for `once`.
    asio::awaitable<log_drain> create_drain(app_name of, secret url);
    asio::awaitable<webhook> create_webhook(app_name of, webhook_order what);
    /// Returns it as it then is. Harmless to repeat.
    asio::awaitable<webhook> change_webhook(app_name of, std::string id, webhook_change to);

    // ---- pipelines

    /// All that the account sees, by name.
    asio::awaitable<std::vector<pipeline>> pipelines();
    /// By id; nothing where the account sees none.
    asio::awaitable<std::optional<pipeline>> find_pipeline(std::string id);
    /// An effect for `once`.
    asio::awaitable<pipeline> create_pipeline(pipeline_order what);
    /// Returns it as it then is. Harmless to repeat.
    asio::awaitable<pipeline> change_pipeline(std::string id, pipeline_order to);
    /// Ends it for good, and no application; one that is gone already is no failure.
    asio::awaitable<void> destroy_pipeline(std::string id);
    /// In which stage of which pipeline applications are: all that the account sees.
    asio::awaitable<std::vector<coupling>> couplings();
    /// The same of one pipeline.
    asio::awaitable<std::vector<coupling>> couplings_of(std::string pipeline_id);
    /// Nothing where the application is in no pipeline, or nowhere.
    asio::awaitable<std::optional<coupling>> find_coupling(app_name of);
    /// Puts an application that is in none into a pipeline. An effect for `once`.
    asio::awaitable<coupling> couple(coupling_order what);
    /// Harmless to repeat.
    asio::awaitable<coupling> move_coupling(std::string id, stage_change to);
    /// Takes the application out of its pipeline; one that is out already is no failure.
    asio::awaitable<void> uncouple(std::string id);
    /// Releases the source's code at each target. An effect for `once`.
    asio::awaitable<promotion> promote(promotion_order what);
    asio::awaitable<promotion> show_promotion(std::string id);
    /// What has become of each.
    asio::awaitable<std::vector<promotion_target>> promotion_targets(std::string id);

    // ---- config vars

    /// Those of the newest release.
    asio::awaitable<heroku::config_vars> config_vars(app_name of);
    /// Those that were in force with that release.
    asio::awaitable<heroku::config_vars> config_vars_of(app_name of, release_version version);
    /// Sets and removes, all at once; what really changes makes a release, and starts the dynos
    /// anew. Harmless to repeat.
    asio::awaitable<void> change_config_vars(app_name of, config_changes to);

    // ---- dynos and what they say

    /// By process type.
    asio::awaitable<std::vector<formation_entry>> formation(app_name name);
    /// Sets quantities and sizes, all or none, and returns the formation after it. Harmless to
    /// repeat.
    asio::awaitable<std::vector<formation_entry>> scale(app_name name, std::vector<quantity> to);

    /// By process type and number.
    asio::awaitable<std::vector<dyno>> dynos(app_name name);
    /// Whether of each process type as many dynos are up as the formation says. One-off dynos do
    /// not count.
    asio::awaitable<bool> all_up(app_name name);
    /// Restarts all dynos, or those; without one-off dynos. Not harmless to repeat: an effect for
    /// `once`.
    asio::awaitable<void> restart(app_name name, std::optional<dyno_group> which);
    /// By name; nothing where there is none, or none any more.
    asio::awaitable<std::optional<dyno>> find_dyno(app_name of, std::string name);
    /// Starts a dyno for one command, and does not wait for its end. An effect for `once`.
    asio::awaitable<dyno> run(app_name of, run_order what);
    /// Stops the dynos of a process type, or one. An effect for `once`: Heroku may start another
    /// one of that name.
    asio::awaitable<void> stop(app_name of, dyno_group which);
    /// The last lines of the log, oldest first, each ended by a line's end.
    asio::awaitable<std::string> log(app_name of, log_order what);
    /// The same, and each further line as it is written, until the reader closes it or Heroku ends
    /// it.
    asio::awaitable<std::unique_ptr<http::stream>> tail(app_name of, log_order what);

    // ---- releases

    /// The newest ones, newest first.
    asio::awaitable<std::vector<heroku::release>> releases(app_name name, std::size_t limit);
    asio::awaitable<heroku::release> release(app_name name, release_version version);
    asio::awaitable<heroku::release> release_with_id(app_name of, std::string id);
    /// What its release phase wrote until now; nothing where it has none. While it is pending there
    /// is no end of it, so wait before.
    asio::awaitable<std::optional<std::string>> release_output(app_name of,
                                                               release_version version);
    /// Makes a new release from that one's code and config vars. An effect for `once`.
    asio::awaitable<heroku::release> rollback(app_name name, std::string release_id);

    // ---- what Heroku offers, and to whom

    /// All of a sort: sizes of dynos, regions, stacks, services of add-ons.
    template <class T>
    asio::awaitable<std::vector<T>> offers();
    /// What a service sells, the cheapest first.
    asio::awaitable<std::vector<addon_plan>> plans_of(service_name which);
    asio::awaitable<account_facts> whoami();
    /// Costs nothing of the rate limit.
    asio::awaitable<requests_left> requests();

    /// Heroku's clock, asked anew each time: what was read before says nothing of what happened
    /// since. Whole seconds. Costs nothing of the rate limit.
    asio::awaitable<time_point> provider_time();
    /// A word that nobody else has: eight letters and digits.
    [[nodiscard]] std::string unique_word() { return caller_.chance().word(8); }

  private:
    template <class T>
    asio::awaitable<T> get(std::string path);
    template <class T>
    asio::awaitable<std::optional<T>> get_if_there(std::string path);
    /// Sends it and reads what comes back.
    template <class T>
    asio::awaitable<T> carry(chatops::provider::call what);
    /// Whether what the path names was there; other refusals are thrown.
    asio::awaitable<bool> end(std::string path);
    asio::awaitable<heroku::config_vars> variables_at(std::string path);
    /// What is written where the thing of that path says; nothing where it says nowhere.
    asio::awaitable<std::optional<std::string>> output_of(std::string path);
    /// Where a session of the log is read, good for five minutes; empty if Heroku names no place.
    asio::awaitable<std::string> open_log(app_name of, log_order what);
    template <class Order>
    [[nodiscard]] chatops::provider::call ordering(std::string method, std::string path,
                                                   const Order& what) const;
    /// Follows `Next-Range` to the end, until `look(items)` returns false.
    template <class T, class Look>
    asio::awaitable<void> each_page(std::string path, std::string range, Look look);
    template <class T>
    asio::awaitable<std::vector<T>> all_of(std::string path, std::string range);
    /// The first `limit` from the end, as that attribute orders them.
    template <class T>
    asio::awaitable<std::vector<T>> newest_of(std::string path, std::string by, std::size_t limit);

    [[nodiscard]] chatops::provider::call calling(std::string method, std::string path) const;

    chatops::provider::caller caller_;
};

} // namespace chatops::heroku

#include "chatops/provider/heroku/client_calls.hpp"
