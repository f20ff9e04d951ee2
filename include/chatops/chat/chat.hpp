// Speaking in a chat service: the interface. slack/ speaks Slack's, sim/ a test's.
#pragma once

#include "chatops/chat/anchor.hpp"
#include "chatops/chat/form.hpp"
#include "chatops/chat/home.hpp"
#include "chatops/chat/person.hpp"
#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/ids.hpp"
#include "chatops/core/secret.hpp"

#include <optional>
#include <string>

namespace chatops {

/// Names a message that the bot posted.
struct message_id {
    std::string channel;
    std::string id;
};

/// Where a run's answer is to be seen: the place it was asked in or, where the bot is not, the
/// asker's direct messages; then `response_url`, if any, is used to say so in that place. Without a
/// place it is the direct messages alone.
struct audience {
    person who;
    place where;
    secret response_url;
};

/// Throws `unavailable` and `provider_error` like every client. It respects the service's limits by
/// waiting; a wait for one channel delays no other. References must live until the awaitable ends.
class chat {
  public:
    chat() = default;
    chat(const chat&) = delete;
    chat& operator=(const chat&) = delete;
    virtual ~chat() = default;

    /// Posts a run's one message. Not repeated inside: whoever is unsure afterwards uses `find`.
    virtual asio::awaitable<message_id> post(const audience& whom, const anchor& message) = 0;

    /// The message that an earlier, perhaps cut-off `post` of this run left, if it is there.
    virtual asio::awaitable<std::optional<message_id>> find(const audience& whom, const run_id& run,
                                                            time_point not_before) = 0;

    /// Shows the whole state anew. Repeated inside, for it is harmless.
    virtual asio::awaitable<void> edit(const message_id& which, const anchor& message) = 0;

    /// Adds what the message had no room for, whole, as a file in its thread; nothing where it had
    /// room, or where the file is already. After a crash it may be asked again.
    virtual asio::awaitable<void> complete(const audience& whom, const message_id& which,
                                           const anchor& message) = 0;

    /// Adds a message to its thread; what is too long for one is a file there. Not repeated inside:
    /// whoever is unsure afterwards and asks again may add it twice.
    virtual asio::awaitable<void> add(const audience& whom, const message_id& which,
                                      const reply& more) = 0;

    /// Tells one person something that belongs to no run (a click that is not theirs to make).
    virtual asio::awaitable<void> whisper(const audience& whom, const reply& what) = 0;

    /// Opens a form before the person who caused `trigger`. Tried for as long as that is good.
    virtual asio::awaitable<void> open_form(const secret& trigger, const input_form& what) = 0;

    /// Shows that person's page.
    virtual asio::awaitable<void> show_home(const person& whose, const home_page& what) = 0;
};

} // namespace chatops
