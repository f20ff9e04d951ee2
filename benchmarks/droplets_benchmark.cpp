// What a long list costs: ten thousand droplets through the client over HTTP, and a page of them
// from JSON to typed values.
#include "chatops/core/json.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "chatops/native/log_writer.hpp"
#include "chatops/native/system_clock.hpp"
#include "chatops/native/system_random.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "mocks/digitalocean/digitalocean.hpp"

#include <benchmark/benchmark.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace {

using namespace chatops;

constexpr int droplets = 10'000, page_items = 200;
constexpr const char* token = "dop_v1_benchmark";

mocks::digitalocean::seed crowded_account(int count) {
    mocks::digitalocean::seed made;
    made.token = token;
    for (int i = 0; i < count; ++i) {
        mocks::digitalocean::seed_droplet each;
        each.name = "acme-web-" + std::to_string(i);
        each.tags = {"acme", "web", "env:production"};
        made.droplets.push_back(std::move(each));
    }
    return made;
}

/// Serves the account until it is killed; writes its port, as two bytes, into the pipe.
[[noreturn]] void serve(int pipe_end) {
    asio::io_context io;
    native::system_clock time(io);
    native::log_writer quiet(log_level::error);
    mocks::digitalocean::cloud cloud(crowded_account(droplets), 1, time.now());
    native::http_service service;
    service.handle = [&](const http::request& what) -> native::answering {
        const time_point now = time.now();
        return cloud.handle(what, {now, now});
    };
    const native::http_server server(io, {}, std::move(service), quiet);
    const std::uint16_t port = server.port();
    if (write(pipe_end, &port, sizeof port) != sizeof port) _exit(1);
    io.run();
    _exit(0);
}

/// Another process that serves, so that what is measured here is the client's.
class server_process {
  public:
    server_process() {
        int ends[2];
        if (pipe(ends) != 0) return;
        child_ = fork();
        if (child_ == 0) serve(ends[1]);
        close(ends[1]);
        std::uint16_t port = 0;
        if (read(ends[0], &port, sizeof port) == sizeof port)
            url_ = "http://127.0.0.1:" + std::to_string(port);
        close(ends[0]);
    }
    server_process(const server_process&) = delete;
    server_process& operator=(const server_process&) = delete;
    ~server_process() {
        if (child_ <= 0) return;
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }
    /// Empty where it could not be started.
    [[nodiscard]] const std::string& url() const { return url_; }

  private:
    pid_t child_ = 0;
    std::string url_;
};

asio::awaitable<void> count_all(digitalocean::client& client, std::size_t& count) {
    const auto add = [&](const std::vector<digitalocean::droplet>& page) {
        count += page.size();
        return true;
    };
    std::string everything;
    co_await client.each_page<digitalocean::droplet>(std::move(everything), add);
}

/// Once, and before the rest: what a process had at its most is never less again.
void list_all(benchmark::State& state) {
    const server_process server;
    if (server.url().empty()) return state.SkipWithError("no server");
    std::size_t count = 0;
    for (auto _ : state) {
        asio::io_context io;
        native::system_clock time(io);
        native::system_random chance;
        native::http_client network(io, {.loopback_only = true});
        config::account where;
        where.name = "digitalocean";
        where.url = server.url();
        where.token = secret(token);
        provider::account_state known;
        digitalocean::client client({network, time, chance, where, known});
        co_spawn(io, count_all(client, count), asio::detached);
        io.run();
    }
    if (count != droplets) return state.SkipWithError("not all were listed");
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
    state.SetItemsProcessed(state.iterations() * droplets);
}
BENCHMARK(list_all)->Iterations(1)->Repetitions(1)->Unit(benchmark::kMillisecond);

/// A page, as the mock answers it.
const std::string& page() {
    static const std::string body = [] {
        mocks::digitalocean::cloud cloud(crowded_account(page_items), 1, time_point{});
        http::request what;
        what.url = "/v2/droplets?per_page=" + std::to_string(page_items);
        what.headers = {{"Authorization", std::string("Bearer ") + token}};
        return cloud.handle(what, {time_point{}, time_point{}}).body;
    }();
    return body;
}

struct droplet_page {
    std::vector<digitalocean::droplet> droplets;
};
BOOST_DESCRIBE_STRUCT(droplet_page, (), (droplets))

void page_bare(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(boost::json::parse(page()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page().size()));
}
BENCHMARK(page_bare);

void page_typed(benchmark::State& state) {
    for (auto _ : state) {
        const auto body = json::parse(page());
        const auto typed = json::read<droplet_page>(*body);
        if (!typed || typed->droplets.size() != page_items)
            return state.SkipWithError("it cannot be read");
        benchmark::DoNotOptimize(typed);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page().size()));
}
BENCHMARK(page_typed);

} // namespace
