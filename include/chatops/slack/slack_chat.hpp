// Slack as the chat in which runs answer: a message posted once, found again, and edited.
#pragma once

#include "chatops/chat/chat.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/signal.hpp"
#include "chatops/slack/identity.hpp"
#include "chatops/slack/web_api.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace chatops::slack {

class slack_chat final : public chat {
  public:
    /// `api` and the log must outlive this.
    slack_chat(web_api& api, identity self, log& where_to_log)
        : api_(api), self_(std::move(self)), log_(where_to_log) {}

    /// Where the bot is not, it posts in direct messages, and says so through `response_url`.
    asio::awaitable<message_id> post(const audience& whom, const anchor& message) override;

    /// By the run in the message's metadata, the bot's own messages only: in the place, then in
    /// direct messages.
    asio::awaitable<std::optional<message_id>> find(const audience& whom, const run_id& run,
                                                    time_point not_before) override;

    /// Edits of one message are sent one after the other; of several that wait, only the newest is
    /// sent, and all of them end with it.
    asio::awaitable<void> edit(const message_id& which, const anchor& message) override;

    /// Uploads the answer as text. The file is named for the run, so that it is found again.
    asio::awaitable<void> complete(const audience& whom, const message_id& which,
                                   const anchor& message) override;

    /// A file with the title as its comment, where there is a part that is one.
    asio::awaitable<void> add(const audience& whom, const message_id& which,
                              const reply& more) override;

    /// Through `response_url`, else as an ephemeral message, else as a direct one; that at once
    /// where there is no channel.
    asio::awaitable<void> whisper(const audience& whom, const reply& what) override;

    /// Opens it as a modal.
    asio::awaitable<void> open_form(const secret& trigger, const input_form& what) override;

    /// Publishes it as the app's home tab.
    asio::awaitable<void> show_home(const person& whose, const home_page& what) override;

  private:
    /// The edits of one message that are under way.
    struct edits {
        message newest;
        std::uint64_t newest_number = 0;
        std::uint64_t sent_number = 0;
        bool sending = false;
        /// Coroutines that hold a reference to this.
        int users = 0;
        signal changed;
    };
    using message_key = std::pair<std::string, std::string>;

    asio::awaitable<std::optional<message_id>> find_in(const std::string& channel,
                                                       const std::string& thread, const run_id& run,
                                                       time_point oldest);
    asio::awaitable<void> send_newest(const message_id& which, const run_id& run, edits& all);
    asio::awaitable<void> say_where(const audience& whom);

    web_api& api_;
    identity self_;
    log& log_;
    std::map<message_key, edits> edits_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/slack_chat.ipp")
