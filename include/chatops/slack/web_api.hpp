// Slack's Web API, as far as the bot uses it: calls with turns, deadlines and repetitions.
#pragma once

#include "chatops/chat/chat.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/log.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/identity.hpp"
#include "chatops/slack/rate_limiter.hpp"
#include "chatops/slack/web_answer.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::slack {

struct web_api_settings {
    /// Without `/api` and without a slash at the end.
    std::string url = "https://slack.com";
    /// `xoxb-…`
    secret bot_token;
    /// `xapp-…`; for Socket Mode only.
    secret app_token;
    /// For one exchange.
    duration exchange_patience{10'000};
    /// For a call with its turns and repetitions; Slack has been seen to refuse for a minute and
    /// more.
    duration patience{300'000};
};

/// Whether calls get through: apart from whether deliveries come in.
struct outbound_health {
    std::optional<time_point> last_success;
    std::optional<time_point> last_failure;
    /// What is broken in the installation: the refusal that told, by the method; by nothing, where
    /// it is the bot's token. Until the same works again.
    std::map<std::string, provider_error, std::less<>> broken;

    [[nodiscard]] bool good() const { return !last_failure || last_success > last_failure; }
};

/// A message as `conversations.history` shows it, as far as it matters here.
struct seen_message {
    std::string id;
    /// Whose it is: a `B…`, or empty.
    std::string bot;
    /// From its metadata; empty if it is no run's.
    std::string run;
    /// The name of its first file, if it has one.
    std::string file;
};

/// A file to be uploaded.
struct text_file {
    std::string name;
    std::string title;
    std::string text;
    /// What the message says that shows it; may be empty.
    std::string comment = {};
};

struct message_page {
    std::vector<seen_message> messages;
    /// Empty: there are no more.
    std::string next;
};

/// Every call throws `provider_error` when Slack refuses, with Slack's own word as its id, and
/// `unavailable` when there was no usable answer or no turn in time. Refusals that pass (429) are
/// waited for; what is harmless is repeated.
class web_api {
  public:
    /// All but the settings must outlive this.
    web_api(web_api_settings settings, http::transport& network, clock& time, random_source& chance,
            log& where_to_log)
        : settings_(std::move(settings)), network_(network), time_(time), chance_(chance),
          log_(where_to_log) {}
    web_api(const web_api&) = delete;
    web_api& operator=(const web_api&) = delete;

    /// auth.test. The name is the bot's user name.
    asio::awaitable<identity> who_am_i();

    /// apps.connections.open: a `wss://` address with a ticket in it, good for one connection.
    /// Tried once.
    asio::awaitable<secret> open_connection();

    /// chat.postMessage, with the run, if any, in the message's metadata. Repeated only when it
    /// surely did not happen.
    asio::awaitable<message_id> post(const std::string& channel, const std::string& thread,
                                     const message& what, const run_id& run);

    /// chat.update. `newest` is asked anew for each try, at the moment it is sent.
    asio::awaitable<void> update(const message_id& which, const run_id& run,
                                 const std::function<const message&()>& newest);

    /// chat.postEphemeral. Twice, it does little harm.
    asio::awaitable<void> post_ephemeral(const std::string& channel, const std::string& thread,
                                         const std::string& user, const message& what);

    /// conversations.open: the channel of the bot's direct messages with a person.
    asio::awaitable<std::string> open_direct(const std::string& user);

    /// conversations.info: a channel's name, without `#`; empty for direct messages.
    asio::awaitable<std::string> channel_name(const std::string& channel);

    /// conversations.replies in a thread, else conversations.history; since `oldest`, a page at a
    /// time.
    asio::awaitable<message_page> messages(const std::string& channel, const std::string& thread,
                                           time_point oldest, const std::string& page);

    /// Posts to a `response_url`: seen by the asker only. Slack takes five in thirty minutes.
    asio::awaitable<void> respond(const secret& response_url, const reply& what);

    /// files.getUploadURLExternal, the bytes, files.completeUploadExternal: a file in a thread.
    /// Shown only by the last, which is repeated only when it surely did not happen.
    asio::awaitable<void> upload(const std::string& channel, const std::string& thread,
                                 const text_file& what);

    /// views.open, with a view as JSON; given up when the trigger has expired.
    asio::awaitable<void> open_view(const secret& trigger, const std::string& view);

    /// views.publish: a person's home tab. `newest` is asked anew for each try.
    asio::awaitable<void> publish_view(const std::string& user,
                                       const std::function<std::string()>& newest);

    [[nodiscard]] const outbound_health& health() const { return health_; }

  private:
    enum class repeats { when_harmless, when_nothing_happened, never };

    struct call {
        std::string_view method;
        /// Whose turn it needs; empty for the workspace's.
        std::string channel;
        http::request request;
        repeats again = repeats::when_harmless;
        /// For this call alone; zero: the settings'.
        duration patience{0};
    };

    call json_call(std::string_view method, std::string channel, repeats again) const;
    call form_call(std::string_view method, const secret& token) const;

    /// `body`, if any, is asked for the request's body before each try.
    asio::awaitable<boost::json::object> perform(call& what,
                                                 const std::function<std::string()>& body = {});
    /// Waits for a turn in a channel, or with an empty one in the workspace.
    asio::awaitable<void> turn(std::string_view method, std::string_view channel,
                               time_point deadline);
    asio::awaitable<web_answer> exchange(const call& what, time_point deadline);
    /// When to try again after that answer; nothing: the answer stands.
    std::optional<time_point> try_again(const call& what, const web_answer& answer,
                                        effect_known effect, int tries);
    void note(const call& what, const web_answer& answer);
    /// What is broken in the installation is told once, until it works again: every call of every
    /// run meets it.
    void note_refusal(const call& what, const provider_error& error);
    void note_success(const call& what);

    web_api_settings settings_;
    http::transport& network_;
    clock& time_;
    random_source& chance_;
    log& log_;
    rate_limiter limiter_;
    outbound_health health_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/web_api.ipp")
