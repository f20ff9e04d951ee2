// Values as they were asked for lately, for forms, completion and mistakes.
#pragma once

#include "chatops/core/signal.hpp"
#include "chatops/line/value_cache.hpp"
#include "chatops/run/values.hpp"
#include "chatops/run/world.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {

/// The values of an open form or a line, as they were asked for lately.
class value_service {
  public:
    /// All must outlive it.
    value_service(world& outside, const catalogue& commands, const gate::rulebook& rules)
        : world_(outside), commands_(commands), rules_(rules) {}
    ~value_service();

    value_service(const value_service&) = delete;
    value_service& operator=(const value_service&) = delete;

    /// All that there are, whatever is typed; empty where nobody knows, the provider fails, or it
    /// takes longer than `limits::value_patience_ms`. What comes later is there for who asks again.
    asio::awaitable<texts_of_values> values(line::completion_request of,
                                            const config::member* asker);

    /// For a line that names what is not there: of the first such value, the nearest names that
    /// there are and that the asker may name in its place. Empty where all is there, nothing is
    /// near, or nobody knows.
    asio::awaitable<texts_of_values> meant(const entry& command, std::shared_ptr<const void> given,
                                           std::string asker_id);

  private:
    /// One question, for all who wait for its answer.
    struct asking {
        line::completion_request of;
        bool is_remote = true;
        bool has_ended = false;
        texts_of_values values{};
        signal ended{};
    };

    [[nodiscard]] value_inquiry about(const config::member* asker);
    [[nodiscard]] provider::connection connect(std::string_view provider);
    asio::awaitable<void> ask(std::shared_ptr<asking> what, const value_knower& known,
                              std::optional<config::member> asker);
    asio::awaitable<void> wait_for(std::shared_ptr<asking> what);
    [[nodiscard]] std::shared_ptr<asking> find(const line::completion_request& of) const;

    world& world_;
    const catalogue& commands_;
    const gate::rulebook& rules_;
    line::value_cache cache_;
    std::vector<std::shared_ptr<asking>> asking_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/value_service.ipp")
