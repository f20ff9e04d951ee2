#include "apps/mocks/serve.hpp"

#include "chatops/native/files.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "chatops/native/log_writer.hpp"
#include "chatops/native/signals.hpp"
#include "chatops/native/system_clock.hpp"
#include "mocks/common/host.hpp"

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace chatops::apps {

namespace {

namespace worlds = mocks::worlds;

/// What follows half of an answer that goes on.
asio::awaitable<void> cut_off(std::unique_ptr<http::body_writer> over) {
    over->cut();
    co_return;
}

/// A mock's answer as the server carries it out.
native::answer carried_out(mocks::host::reply made) {
    using ending = sim::answer::ending;
    http::response& what = made.what.what;
    switch (made.what.end) {
    case ending::reset: return native::answer::reset();
    case ending::silent: return native::answer::silent();
    case ending::cut: {
        const std::size_t half = what.body.size() / 2;
        if (!made.rest) return native::answer::truncated(std::move(what), half);
        what.body.resize(half);
        return native::answer::going_on(std::move(what), cut_off);
    }
    case ending::whole: break;
    }
    return native::answer::going_on(std::move(what), std::move(made.rest));
}

/// How many ports a world takes from its base port on, the bot's included.
constexpr std::size_t ports = worlds::vendors.size() + 1;

class service {
  public:
    explicit service(serving what) : signals_(io_, [this] { end(); }) {
        if (what.base_port > 65'535 - ports)
            throw std::runtime_error("the base port must leave room for " + std::to_string(ports) +
                                     " ports");
        // They listen before anything is known of the world, for its addresses have their ports.
        for (std::size_t i = 0; i < worlds::vendors.size(); ++i) listen(i, what.base_port);
        worlds::addresses where;
        for (std::size_t i = 0; i < worlds::vendors.size(); ++i)
            where.vendors[std::string(worlds::vendors[i])] = listeners_[i]->url();
        where.bot = "http://127.0.0.1:" + std::to_string(bot_port(what.base_port));
        world_.emplace(std::move(what.world), where, what.mode, what.seed, time_.now());
        for (const worlds::served& each : world_->all())
            hosts_.push_back(
                std::make_unique<mocks::host>(io_.get_executor(), time_, network_, *each.mock));
        CHATOPS_ASSERT(hosts_.size() == worlds::vendors.size());
        if (what.configuration_path.empty()) return;
        const auto written =
            native::write_private_file(what.configuration_path, world_->bot_configuration());
        if (!written) throw std::runtime_error(written.error().message);
    }

    void run() {
        std::printf("%s\n", world_->credentials_line().c_str());
        std::fflush(stdout);
        io_.run();
    }

  private:
    void listen(std::size_t index, std::uint16_t base_port) {
        native::http_server_settings settings;
        if (base_port != 0) settings.port = static_cast<std::uint16_t>(base_port + index);
        settings.body_bytes = 64U << 20;
        native::http_service vendor;
        vendor.handle = [this,
                         index](const http::request& what) -> asio::awaitable<native::answer> {
            mocks::host::reply made = co_await hosts_[index]->serve(what);
            co_return carried_out(std::move(made));
        };
        vendor.upgrade = [this, index](const http::request& what) -> native::socket_session {
            return hosts_[index]->open(what);
        };
        listeners_.push_back(
            std::make_unique<native::http_server>(io_, settings, std::move(vendor), log_));
    }

    /// The port after the vendors', or any that is free now.
    std::uint16_t bot_port(std::uint16_t base_port) {
        if (base_port != 0) return static_cast<std::uint16_t>(base_port + worlds::vendors.size());
        const native::http_server taken(io_, {}, {}, log_);
        return taken.port();
    }

    void end() { asio::co_spawn(io_, stop(), asio::detached); }

    asio::awaitable<void> stop() {
        for (const auto& each : listeners_) co_await each->stop(std::chrono::seconds(1));
        io_.stop();
    }

    asio::io_context io_{1};
    native::log_writer log_{log_level::warning};
    native::system_clock time_{io_};
    native::http_client network_{io_, {.loopback_only = true}};
    std::vector<std::unique_ptr<native::http_server>> listeners_;
    std::optional<worlds::servers> world_;
    std::vector<std::unique_ptr<mocks::host>> hosts_;
    native::end_signals signals_;
};

} // namespace

int serve(serving what) {
    try {
        service serving_all(std::move(what));
        serving_all.run();
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "chatops-mocks: %s\n", problem.what());
        return 1;
    }
}

} // namespace chatops::apps
