// Slack, without I/O: one workspace with one installed app.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/slack/people.hpp"
#include "mocks/slack/seed.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::mocks::slack {

/// A message as its channel shows it.
struct shown_message {
    std::string ts;
    std::string channel;
    /// The name of who posted it: `lead`, `ops`, `slackbot`.
    std::string user;
    std::string text;
    array blocks = {};
    std::string thread_ts = {};
    bool is_edited = false;
    /// The name of the only person who sees it, or empty.
    std::string ephemeral_to = {};
};

/// Slack's Web API, Events API, interactivity and Socket Mode, and what people do in the workspace.
///
/// `chance` decides every identity. Ids and the times of messages follow `moment::wall`; expiries,
/// rate limits and retries follow `moment::now`. After each call, and whenever `due()` has come,
/// the host calls `advance`.
class workspace final : public sim::mock {
  public:
    workspace(seed given, std::uint64_t chance);
    ~workspace() override;

    [[nodiscard]] std::string_view name() const override { return "slack"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    void answered(std::uint64_t id, const http::response* answer, sim::moment when) override;
    bool open(sim::socket_id id, const http::request& what, sim::moment when) override;
    void received(sim::socket_id from, std::string_view text, sim::moment when) override;
    void closed(sim::socket_id id, sim::moment when) override;
    [[nodiscard]] value state() const override;
    std::optional<http::response> control(const http::request& what, sim::moment when) override;

    /// The same as the control routes, for tests in process; `people.hpp` says which mistakes there
    /// are.
    result<std::string> say(const saying& what, sim::moment when);
    result<object> click(const clicking& what, sim::moment when);
    result<object> submit(const submitting& what, sim::moment when);
    result<object> suggest(const suggesting& what, sim::moment when);
    result<std::string> edit(const pointing& at, std::string_view text, sim::moment when);
    result<std::string> choose_shortcut(const pointing& at, std::string_view name,
                                        sim::moment when);
    result<> open_home(std::string_view person, sim::moment when);
    /// What a person has before them, as Slack has it and with its `errors` and what is `offered`
    /// in its menus: the `modal` on top, or their `home` tab; null when there is none.
    [[nodiscard]] value view_of(std::string_view person, std::string_view type) const;
    /// Oldest first; a channel by id or name, `@person` for the bot's direct messages with them,
    /// empty for all. Mistake: `unknown_channel`.
    [[nodiscard]] result<std::vector<shown_message>> messages(std::string_view channel) const;

    /// Where this workspace and its app are reached, once that is known. Without slashes at the
    /// end.
    void move(std::string url, std::string app_url);
    void use_socket_mode(bool yes);

  private:
    std::unique_ptr<parts> parts_;
};

} // namespace chatops::mocks::slack
