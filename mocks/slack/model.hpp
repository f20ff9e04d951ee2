// What a workspace holds: people, channels, messages, views, files. Plain data and how to find it.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/random.hpp"
#include "mocks/common/json.hpp"
#include "mocks/slack/seed.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

struct user {
    std::string id;
    std::string name;
    std::string real_name;
    std::string email;
    bool is_bot = false;
};

struct reaction {
    std::string name;
    std::vector<std::string> users;
};

struct message {
    /// Unique in a workspace; also its place in time.
    std::string ts;
    /// Who posted it: an id, the bot's included.
    std::string user;
    bool from_bot = false;
    std::string text;
    std::string subtype = {};
    /// The ts of the thread's first message, if it is a reply.
    std::string thread_ts = {};
    bool broadcast = false;
    /// The id of the only person who sees it; such a message is in no history.
    std::string ephemeral_to = {};
    /// The slash command that an `in_channel` answer shows above itself.
    std::string command = {};
    std::string client_msg_id = {};
    array blocks = {};
    array attachments = {};
    array files = {};
    /// An object, or null.
    value metadata = {};
    std::string edited_by = {};
    std::string edited_ts = {};
    std::vector<reaction> reactions = {};
    /// The ts of each reply, oldest first.
    std::vector<std::string> replies = {};
};

/// A group is the direct messages of several people.
enum class channel_kind { open, closed, direct, group };

struct channel {
    std::string id;
    std::string name;
    channel_kind kind = channel_kind::open;
    /// Ids in the order of joining.
    std::vector<std::string> members = {};
    std::int64_t created_s = 0;
    bool is_archived = false;
    /// The person of a direct message.
    std::string person = {};
    /// Oldest first, ephemeral ones among them.
    std::vector<message> messages = {};

    [[nodiscard]] bool has(std::string_view user_id) const;
    [[nodiscard]] message* find(std::string_view ts);
    [[nodiscard]] const message* find(std::string_view ts) const;
};

/// A modal or a home tab.
struct surface {
    std::string id;
    /// `modal` or `home`.
    std::string type;
    std::string user;
    /// As the app gave it, its blocks with the ids that Slack adds.
    object content;
    std::string hash;
    std::string root_id;
    std::string previous_id;
    /// Which was opened first.
    std::uint64_t sequence = 0;
    /// What a failed submission left: block_id to sentence.
    object errors = {};
    /// By block_id, what the app last gave to choose from and what before: `{"options",
    /// "error", "before"}`.
    object offered = {};
    bool is_open = true;
};

/// A message that is to be posted at a time.
struct scheduled_message {
    std::string id;
    /// Its id.
    std::string channel;
    std::int64_t post_at_s = 0;
    std::int64_t created_s = 0;
    /// Without a ts.
    message what;
};

struct file {
    std::string id;
    std::string name;
    std::string title;
    std::string upload_token;
    std::int64_t expected_bytes = 0;
    std::string content = {};
    bool is_uploaded = false;
    bool is_shared = false;
    std::int64_t created_s = 0;
};

/// The workspace's data. References to channels stay valid; those to messages until the next one is
/// added.
class model {
  public:
    model(seed given, std::uint64_t chance);

    [[nodiscard]] const seed& setup() const { return setup_; }
    [[nodiscard]] seed& setup() { return setup_; }
    [[nodiscard]] const std::vector<user>& users() const { return users_; }
    [[nodiscard]] const std::vector<std::string>& channel_order() const { return order_; }

    /// By id, name, or `@name`; null when there is none.
    [[nodiscard]] const user* find_user(std::string_view id_or_name) const;
    [[nodiscard]] const user* user_by_id(std::string_view id) const;
    /// By id, name or `#name`; null when there is none.
    [[nodiscard]] channel* find_channel(std::string_view id_or_name);
    /// The direct messages between that person and the bot, made when first asked for.
    channel& direct_with(const user& person, time_point wall);
    /// Those that there are already; null for none.
    [[nodiscard]] channel* find_direct(const user& person);
    /// Of those people and the bot, in whatever order they are named.
    channel& group_of(const std::vector<const user*>& people, time_point wall);
    [[nodiscard]] channel* find_group(const std::vector<const user*>& people);

    /// Appends, and tells the first message of the thread. The message's ts must be new.
    message& add(channel& to, message what);
    /// False when there is none.
    bool erase(channel& from, std::string_view ts);

    /// The next ts: the wall's microsecond, or the one after the last.
    std::string next_ts(time_point wall);
    /// A prefix and that many letters and digits, drawn from the seed.
    std::string new_id(std::string_view prefix, std::size_t length);
    std::uint64_t next_sequence() { return ++last_sequence_; }
    /// A lower-case UUID, version 4.
    std::string new_uuid();

    /// Ordered by id, so that a walk over them is the same everywhere.
    std::map<std::string, surface, std::less<>> surfaces;
    std::map<std::string, file, std::less<>> files;
    /// The next one first; of one time, those that were scheduled before.
    std::vector<scheduled_message> scheduled;

  private:
    seed setup_;
    seeded_random chance_;
    std::int64_t last_ts_us_ = 0;
    std::uint64_t last_sequence_ = 0;
    std::vector<user> users_;
    std::map<std::string, channel, std::less<>> channels_;
    std::map<std::string, std::string, std::less<>> channel_ids_;
    std::vector<std::string> order_;
};

/// The id of Slack's own voice.
inline constexpr std::string_view slackbot_id = "USLACKBOT";

/// `1700000000.000100` in microseconds since the epoch; -1 when it is none.
std::int64_t ts_micros(std::string_view ts);

/// Since 1970, as most of Slack's times are.
std::int64_t seconds_of(time_point when);

} // namespace chatops::mocks::slack
