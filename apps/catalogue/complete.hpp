// Completion with what the accounts hold, where these are mocked.
#pragma once

#include "chatops/line/complete.hpp"
#include "chatops/line/value_cache.hpp"

#include <boost/json/value.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::apps {

/// What each provider's mock says of itself (`GET /_mock/state`): asked only when a value of that
/// provider's is typed, for it is a whole account.
struct mocked_accounts {
    std::function<boost::json::value()> heroku;
    std::function<boost::json::value()> digitalocean;
};

/// What a value of a line may name, as the accounts have it; empty where they do not know. That is
/// the applications, process types (a beginning: `web=`), dynos, releases, config vars, domains,
/// add-ons, builds, collaborators, pipelines, features, log drains and webhooks at Heroku; the
/// droplets, snapshots, images, volumes, tags, domains, records, firewalls, load balancers and
/// their rules, reserved IPs, keys, and the sizes and regions in use at DigitalOcean.
std::vector<std::string> things_named(const mocked_accounts& in,
                                      const line::completion_request& of);

/// `line::complete`, and for values what there is.
class completer {
  public:
    /// What a value of a line may name; empty where that is not known.
    using things = std::function<std::vector<std::string>(const line::completion_request&)>;

    /// `commands` outlives it.
    completer(const line::directory& commands, things ask)
        : commands_(commands), ask_(std::move(ask)) {}

    /// Values are kept for some seconds; `now` is the clock's, which may stand still in a
    /// simulation.
    line::completions complete(std::string_view line, time_point now);
    /// Something may have been changed.
    void forget() { known_.forget(); }

  private:
    const line::directory& commands_;
    things ask_;
    line::value_cache known_;
};

} // namespace chatops::apps
