#include "tests/process/programs.hpp"

#include "chatops/native/files.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>

extern char** environ;

namespace chatops::process_test {

namespace {

/// Looks until it is so; a program that does not get there in a minute never does.
template <class Condition>
void wait_until(Condition is_so, const std::string& what) {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!is_so()) {
        if (std::chrono::steady_clock::now() > limit)
            throw std::runtime_error("waited a minute for " + what);
        ::sched_yield();
    }
}

} // namespace

std::string content_of(const std::string& path) {
    auto read = native::read_file(path, std::size_t{64} << 20);
    return read ? *read : std::string();
}

program::program(const std::string& name, std::vector<std::string> arguments,
                 const std::string& folder) {
    static int count = 0;
    const std::string stem = folder + "/" + name + "." + std::to_string(++count);
    output_path_ = stem + ".out";
    errors_path_ = stem + ".err";
    const std::string path = std::string(CHATOPS_BIN_DIR) + "/" + name;
    std::vector<char*> words{const_cast<char*>(path.c_str())};
    for (std::string& each : arguments) words.push_back(each.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output_path_.c_str(), flags, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors_path_.c_str(), flags, 0600);
    const int failed = posix_spawn(&process_, path.c_str(), &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) throw std::runtime_error("cannot start " + path);
}

void program::kill_now() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

int program::end() {
    ::kill(process_, SIGTERM);
    return wait();
}

void program::hang_up() const { ::kill(process_, SIGHUP); }

int program::wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool program::runs() const { return process_ > 0 && ::waitpid(process_, nullptr, WNOHANG) == 0; }

std::string program::output() const { return content_of(output_path_); }
std::string program::errors() const { return content_of(errors_path_); }

scratch_folder::scratch_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "chatops-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

scratch_folder::~scratch_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

caller::answer caller::call(const std::string& method, const std::string& url,
                            const std::string& body) {
    http::request what;
    what.method = method;
    what.url = url;
    what.body = body;
    if (!body.empty()) what.headers.set("Content-Type", "application/json");
    return call(what);
}

caller::answer caller::call(const http::request& what) {
    answer made;
    const auto deadline = std::chrono::time_point_cast<duration>(std::chrono::system_clock::now() +
                                                                 std::chrono::seconds(20));
    const auto exchange = [&]() -> asio::awaitable<void> {
        try {
            const http::response came = co_await client_.send(what, deadline);
            made.status = came.status;
            if (auto read = json::parse(came.body)) made.body = std::move(*read);
        } catch (const unavailable&) {
            made.status = 0;
        }
    };
    bool ended = false;
    asio::co_spawn(io_, exchange(), [&](const std::exception_ptr&) { ended = true; });
    io_.restart();
    while (!ended) io_.run_one();
    return made;
}

void caller::pass(duration how_long) {
    boost::asio::steady_timer timer(io_, how_long);
    bool over = false;
    timer.async_wait([&](const boost::system::error_code&) { over = true; });
    io_.restart();
    while (!over) io_.run_one();
}

mocks_program::mocks_program(const std::string& folder, const std::string& slack_way)
    : configuration_(folder + "/chatops.toml"),
      process_("chatops-mocks",
               {"--base-port", "0", "--world", "agency", "--bot-config", configuration_, slack_way},
               folder) {
    wait_until(
        [&] { return process_.output().find('\n') != std::string::npos || !process_.runs(); },
        "the mocks");
    const auto line = json::parse(process_.output());
    if (!line) throw std::runtime_error("the mocks say: " + process_.errors());
    line_ = *line;
}

std::string mocks_program::url(std::string_view vendor) const {
    return std::string(line_.as_object().at(vendor).as_object().at("url").as_string());
}

bot_program::bot_program(const std::string& configuration, const std::string& folder)
    : process_("chatops-bot", {"--config", configuration}, folder) {
    wait_until(
        [&] {
            return process_.errors().find("event=serving") != std::string::npos || !process_.runs();
        },
        "the bot");
    if (!process_.runs()) throw std::runtime_error("the bot says: " + process_.errors());
}

} // namespace chatops::process_test
