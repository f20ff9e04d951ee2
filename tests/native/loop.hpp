// One io_context that a test turns until what it waits for has happened.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/log.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace chatops::native::testing {

/// Keeps what was logged, as "event name=value ...".
class kept_log final : public chatops::log {
  public:
    void write(log_level, std::string_view event,
               std::initializer_list<log_field> fields) override {
        std::string line(event);
        for (const log_field& each : fields)
            line += " " + std::string(each.name) + "=" + each.value;
        lines.push_back(line);
    }

    [[nodiscard]] bool has(std::string_view piece) const {
        for (const std::string& each : lines)
            if (each.find(piece) != std::string::npos) return true;
        return false;
    }

    std::vector<std::string> lines;
};

/// Far beyond what anything here takes: reached only by a test that fails.
inline constexpr std::chrono::seconds too_long{20};

class loop {
  public:
    asio::io_context io{1};

    /// Turns until `happened` says so.
    void until(const std::function<bool()>& happened) {
        const auto end = std::chrono::steady_clock::now() + too_long;
        io.restart();
        while (!happened()) {
            if (std::chrono::steady_clock::now() > end)
                throw std::runtime_error("what the test waits for did not happen");
            if (io.stopped()) io.restart();
            io.run_one_for(std::chrono::milliseconds(100));
        }
    }

    /// Runs a coroutine to its end; what it throws, this throws.
    template <class T>
    T run(asio::awaitable<T> work) {
        std::optional<T> value;
        std::exception_ptr thrown;
        bool is_done = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr wrong, T result) {
            thrown = wrong;
            if (!wrong) value.emplace(std::move(result));
            is_done = true;
        });
        until([&] { return is_done; });
        if (thrown) std::rethrow_exception(thrown);
        return std::move(*value);
    }

    void run(asio::awaitable<void> work) {
        std::exception_ptr thrown;
        bool is_done = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr wrong) {
            thrown = wrong;
            is_done = true;
        });
        until([&] { return is_done; });
        if (thrown) std::rethrow_exception(thrown);
    }
};

/// A moment by which a request of a test that passes has long ended.
inline std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds> soon() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) +
           too_long;
}

} // namespace chatops::native::testing
