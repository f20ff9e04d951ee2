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

/// What a value of a line may name, as the accounts have it; empty where they do not know. A
/// process type is a beginning: `web=`.
std::vector<std::string> things_named(const mocked_accounts& in,
                                      const line::completion_request& of);

/// `line::complete`, and for values the applications, process types, dynos and releases at Heroku,
/// the droplets, snapshots, tags, domains, keys, and the sizes and regions in use at DigitalOcean.
class completer {
  public:
    /// `commands` outlives it.
    completer(const line::directory& commands, mocked_accounts accounts)
        : commands_(commands), accounts_(std::move(accounts)) {}

    /// Values are kept for some seconds; `now` is the clock's, which may stand still in a
    /// simulation.
    line::completions complete(std::string_view line, time_point now);
    /// Something may have been changed.
    void forget() { known_.forget(); }

  private:
    const line::directory& commands_;
    mocked_accounts accounts_;
    line::value_cache known_;
};

} // namespace chatops::apps
