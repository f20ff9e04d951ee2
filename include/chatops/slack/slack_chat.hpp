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
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chatops::slack {

class slack_chat final : public chat {
  public:
    /// `api` and the log must outlive this.
    slack_chat(web_api& api, identity self, log& where_to_log)
        : api_(api), self_(std::move(self)), log_(where_to_log) {}

    /// Where the bot is not heard, it posts in direct messages, and says so through `response_url`.
    /// A form that Slack does not take is posted plainer. Where nothing will do, the asker is told
    /// why, once.
    asio::awaitable<message_id> post(const audience& whom, const anchor& message) override;

    /// By the run in the message's metadata, the bot's own messages only: in the place, then in
    /// direct messages.
    asio::awaitable<std::optional<message_id>> find(const audience& whom, const run_id& run,
                                                    time_point not_before) override;

    /// Edits of one message are sent one after the other; of several that wait, only the newest is
    /// sent, and all of them end with it. A form that Slack does not take is shown plainer.
    asio::awaitable<void> edit(const message_id& which, const anchor& message) override;

    /// Uploads the answer as text. The file is named for the run, so that it is found again. Where
    /// Slack does not take it, the asker is told.
    asio::awaitable<void> complete(const audience& whom, const message_id& which,
                                   const anchor& message) override;

    /// A file with the title as its comment, where there is a part that is one.
    asio::awaitable<void> add(const audience& whom, const message_id& which,
                              const reply& more) override;

    /// Through `response_url`, else as an ephemeral message, else as a direct one; that at once
    /// where there is no channel. Rather twice than not at all.
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

    asio::awaitable<message_id> post_somewhere(const audience& whom, const slack::message& shown,
                                               const run_id& run);
    /// Nothing where that is refused, too; then `refusal` is the last one.
    asio::awaitable<std::optional<message_id>>
    post_plainly(const audience& whom, const anchor& message, provider_error& refusal);
    asio::awaitable<void> send_until(const message_id& which, const run_id& run, edits& all,
                                     std::uint64_t number);
    /// Those that are there already are taken out.
    asio::awaitable<void> look_for(std::vector<text_file>& files, const std::string& channel,
                                   const std::string& thread);
    asio::awaitable<std::optional<message_id>> find_in(const std::string& channel,
                                                       const std::string& thread, const run_id& run,
                                                       time_point oldest);
    asio::awaitable<void> send_newest(const message_id& which, const run_id& run, edits& all);
    /// `refusal`: Slack's word for why not there, or nothing.
    asio::awaitable<void> say_where(const audience& whom, const std::string& refusal);
    /// Whether it arrives matters less than what is being done.
    asio::awaitable<void> say_why(const audience& whom, const std::string& title,
                                  const provider_error& refusal);

    web_api& api_;
    identity self_;
    log& log_;
    std::map<message_key, edits> edits_;
    /// The runs whose message shows less than its blocks would.
    std::set<run_id> plain_;
    /// The runs whose askers know that there is no answer yet.
    std::set<run_id> told_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/slack_chat.ipp")
