// A world's vendors, running without I/O, and what whoever connects to them must know.
#pragma once

#include "mocks/common/server.hpp"
#include "mocks/digitalocean/digitalocean.hpp"
#include "mocks/heroku/heroku.hpp"
#include "mocks/newrelic/newrelic.hpp"
#include "mocks/papertrail/papertrail.hpp"
#include "mocks/rackspace/rackspace.hpp"
#include "mocks/sentry/sentry.hpp"
#include "mocks/slack/workspace.hpp"
#include "mocks/worlds/world.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::worlds {

/// The vendors in the order of their ports, counted from the base port. The bot's own is the next.
inline constexpr std::array<std::string_view, 7> vendors{
    "slack", "digitalocean", "rackspace", "heroku", "newrelic", "papertrail", "sentry"};

/// Where everyone is reached: scheme, host and port, without a slash at the end.
struct addresses {
    std::map<std::string, std::string, std::less<>> vendors;
    /// Where the bot listens for Slack: `http://127.0.0.1:9107`.
    std::string bot;

    /// `http://127.0.0.1:PORT` for each vendor, from the base port on.
    static addresses on_loopback(std::uint16_t base_port);
};

enum class slack_mode { http, socket };

/// One vendor of the world, as it is to be served.
struct served {
    std::string name;
    sim::mock* mock = nullptr;
    std::string url;
};

class servers {
  public:
    /// `chance` decides every identity; `began` is the moment from which seeded ages count back.
    servers(world what, const addresses& where, slack_mode mode, std::uint64_t chance,
            time_point began);

    /// Those that there are, in the order of their ports.
    [[nodiscard]] std::vector<served> all();
    /// The mock behind its faults and its record of requests.
    [[nodiscard]] server& slack_server() { return slack_server_; }
    [[nodiscard]] server& digitalocean_server() { return digitalocean_server_; }
    [[nodiscard]] server& rackspace_server() { return rackspace_server_; }
    [[nodiscard]] server& heroku_server() { return heroku_server_; }
    [[nodiscard]] server& newrelic_server() { return newrelic_server_; }
    [[nodiscard]] server& papertrail_server() { return papertrail_server_; }
    [[nodiscard]] server& sentry_server() { return sentry_server_; }
    /// The vendor itself, to say something or to look.
    [[nodiscard]] slack::workspace& slack() { return slack_; }
    [[nodiscard]] const slack::workspace& slack() const { return slack_; }
    [[nodiscard]] digitalocean::cloud& digitalocean() { return digitalocean_; }
    [[nodiscard]] const digitalocean::cloud& digitalocean() const { return digitalocean_; }
    [[nodiscard]] heroku::platform& heroku() { return heroku_; }
    [[nodiscard]] const heroku::platform& heroku() const { return heroku_; }
    [[nodiscard]] rackspace::cloud& rackspace() { return rackspace_; }
    [[nodiscard]] newrelic::service& newrelic() { return newrelic_; }
    [[nodiscard]] papertrail::service& papertrail() { return papertrail_; }
    [[nodiscard]] sentry::service& sentry() { return sentry_; }

    [[nodiscard]] const world& data() const { return world_; }
    [[nodiscard]] const addresses& where() const { return where_; }

    /// One line of JSON naming each vendor with its address and the credentials of this world.
    [[nodiscard]] std::string credentials_line() const;
    /// A `chatops.toml` with which a bot serves this world. It holds credentials.
    [[nodiscard]] std::string bot_configuration() const;

    /// Names of worlds: `agency`.
    static std::vector<std::string> names();

  private:
    /// As the line of JSON and `[providers.NAME]` have them.
    using credentials_by_vendor =
        std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>>;
    [[nodiscard]] credentials_by_vendor credentials() const;

    world world_;
    addresses where_;
    slack_mode mode_;
    slack::workspace slack_;
    digitalocean::cloud digitalocean_;
    rackspace::cloud rackspace_;
    heroku::platform heroku_;
    newrelic::service newrelic_;
    papertrail::service papertrail_;
    sentry::service sentry_;
    server slack_server_;
    server digitalocean_server_;
    server rackspace_server_;
    server heroku_server_;
    server newrelic_server_;
    server papertrail_server_;
    server sentry_server_;
};

} // namespace chatops::mocks::worlds
