// One run while a coroutine carries it out: what was asked, what the journal has, and its one
// message.
#pragma once

#include "chatops/chat/chat.hpp"
#include "chatops/run/history.hpp"
#include "chatops/run/request.hpp"
#include "chatops/run/world.hpp"

#include <exception>
#include <optional>
#include <string>

namespace chatops {

class steps;

class active_run {
  public:
    active_run(chatops::world& outside, run_id named) : id(std::move(named)), world_(outside) {}

    /// Reads the journal anew; leaves `asked` empty where there is no such run.
    asio::awaitable<void> load();

    /// Appends one event, unless `key` was seen before.
    asio::awaitable<void> append(journal::kind what, std::string name, std::string data,
                                 std::string key = {});

    /// The run's message shows this from now on; posted if there is none yet. One that cannot be
    /// edited any more, for its channel was archived, is followed by one in direct messages.
    asio::awaitable<void> show(const reply& now);

    /// Adds to the thread of its message, which is there by now.
    asio::awaitable<void> add(reply more);

    /// Shows the answer and closes the run. An answer that no place takes is given up after a day.
    /// `outcome` is a word of `run_ending`'s, or empty.
    asio::awaitable<void> deliver(const reply& answer, std::string outcome = {});

    [[nodiscard]] bool exists() const { return !past.accepted().empty(); }

    /// As it was typed. Nothing if that cannot be known any more.
    [[nodiscard]] std::optional<std::string_view> line() const;

    run_id id;
    history past;
    accepted_request asked;
    /// What was typed, where `asked.line` hides some of it. Empty, then, if it cannot be opened any
    /// more.
    secret hidden_line;
    secret response_url;
    /// Begun by this process: then no earlier one can have left a message.
    bool fresh = false;
    /// Something happened meanwhile (a press): replay once more after this.
    bool again = false;
    std::optional<anchor_place> message;
    /// Its steps, while this process carries them out.
    steps* acting = nullptr;
    /// What its message showed last, by this process.
    reply shown;

  private:
    [[nodiscard]] audience whom() const;
    /// Adds what its message has no room for.
    asio::awaitable<void> complete();
    asio::awaitable<anchor_place> post(const anchor& shown);
    /// Shows it in the asker's direct messages, and from now on there. Throws `refused` where it is
    /// there already and cannot be shown.
    asio::awaitable<void> move_to_direct_messages(const anchor& shown, std::exception_ptr refused);
    asio::awaitable<void> keep_place(anchor_place where);
    asio::awaitable<std::optional<message_id>> find_posted(const audience& whom);

    chatops::world& world_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/active_run.ipp")
