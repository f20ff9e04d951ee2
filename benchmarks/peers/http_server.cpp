// A server to aim wrk at: `peer-http-server VARIANT PORT`, or `peer-http-server wrk` for wrk's
// script.
#include "chatops/native/http_server.hpp"

#include "benchmarks/peers/bare_beast_server.hpp"
#include "benchmarks/signed_command.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace {

using namespace chatops;

class silent_log final : public chatops::log {
  public:
    void write(log_level, std::string_view, std::initializer_list<log_field>) override {}
};

http::response answer(const http::request& asked) {
    const bool good = benchmarks::is_signed(asked.headers.get("X-Slack-Request-Timestamp"),
                                            asked.headers.get("X-Slack-Signature"), asked.body);
    http::response made;
    made.status = good ? 200 : 401;
    made.headers.set("Content-Type", "application/json");
    made.body = benchmarks::command_answer();
    return made;
}

asio::awaitable<native::answer> answer_later(const http::request& asked) {
    native::answer made(answer(asked));
    co_return made;
}

int serve(const char* variant, std::uint16_t port) {
    asio::io_context io(1);
    silent_log nowhere;
    if (std::strcmp(variant, "bare") == 0) {
        const benchmarks::bare_beast_server server(io, port);
        io.run();
        return 0;
    }
    native::http_server_settings settings;
    settings.port = port;
    native::http_service service;
    if (std::strcmp(variant, "at_once") == 0)
        service.handle = answer;
    else if (std::strcmp(variant, "coroutine") == 0)
        service.handle = answer_later;
    else
        return 2;
    const native::http_server server(io, settings, std::move(service), nowhere);
    io.run();
    return 0;
}

} // namespace

int main(int count, char** words) {
    if (count == 2 && std::strcmp(words[1], "wrk") == 0) {
        const std::string script = benchmarks::wrk_script(std::to_string(std::time(nullptr)));
        std::fputs(script.c_str(), stdout);
        return 0;
    }
    const int result =
        count == 3 ? serve(words[1], static_cast<std::uint16_t>(std::atoi(words[2]))) : 2;
    if (result == 2)
        std::fputs("usage: peer-http-server (bare|at_once|coroutine) PORT | wrk\n", stderr);
    return result;
}
