// Something that goes on, shown in the run's thread as it comes: batched, so that no limit is met.
#pragma once

#include "chatops/http/transport.hpp"
#include "chatops/run/steps.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chatops {

struct follow_order {
    /// What is followed, within a sentence: `the log of acme`.
    std::string what;
    /// What a file with more lines than a message takes is named after: `acme`.
    std::string name;
    duration limit{};
    /// Whole lines as people read them; empty for lines that nobody needs to see.
    std::function<std::string(std::string_view)> shown;
};

/// How it ended.
struct followed {
    std::size_t lines = 0;
    duration lasted{};
    /// Who pressed Stop; empty where its time was up.
    std::string stopped_by;
};

/// One following, over as many streams as it takes.
class following {
  public:
    following(steps& of, const follow_order& how) : steps_(of), how_(how) {}

    /// Shows that it has begun, and how to end it.
    asio::awaitable<void> begin();
    /// Shows what comes until somebody stops it or its time is up: then false; or until the stream
    /// ends or breaks, and it goes on with another: then true, after a while. Throws `unavailable`
    /// when there were too many of them in a row, and `cancelled`.
    asio::awaitable<bool> read(std::unique_ptr<http::stream> from);
    [[nodiscard]] followed result() const;

  private:
    struct incoming;

    [[nodiscard]] bool is_over() const;
    /// Adds what has come by now, as far as it is lines.
    asio::awaitable<void> add_lines(incoming& from);
    asio::awaitable<void> add(reply more);
    [[nodiscard]] reply batch_of(std::string text, std::size_t lines);

    steps& steps_;
    const follow_order& how_;
    time_point began_{};
    time_point ends_{};
    duration pause_{};
    std::size_t lines_ = 0;
    /// Streams in a row that ended without a line.
    int idle_streams_ = 0;
    int failed_posts_ = 0;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/following.ipp")
