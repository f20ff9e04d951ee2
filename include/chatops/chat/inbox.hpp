// Who takes what people say: the interface between a chat service's deliveries and the engine.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"

#include <optional>
#include <vector>

namespace chatops {

/// A delivery is acknowledged only after `accept` has returned: then it is on disk. When `accept`
/// throws (the store is down) the delivery must not be acknowledged, so that it is delivered again.
class inbox {
  public:
    inbox() = default;
    inbox(const inbox&) = delete;
    inbox& operator=(const inbox&) = delete;
    virtual ~inbox() = default;

    /// The answer to a line that needs no waiting and no journal (help, a mistake in the line), for
    /// `answer_way::in_response` only. Nothing when the line must be accepted.
    virtual std::optional<reply> answer_at_once(const authentic<said>& line) = 0;

    /// Journals the line and lets its run begin. A duplicate is accepted, and does nothing.
    virtual asio::awaitable<void> accept(const authentic<said>& line) = 0;

    /// Journals the press of a button and wakes its run.
    virtual asio::awaitable<void> accept(const authentic<clicked>& press) = 0;

    /// Reads what was filled in as a line is read. Without a mistake it is journaled, and its run
    /// begins as if it had been typed. A duplicate is accepted, and does nothing.
    virtual asio::awaitable<form_outcome> accept(const authentic<submitted>& filled) = 0;

    /// What could stand in that field, as far as it is known within `limits::value_patience_ms`: at
    /// most `limits::slack_options`, none for who may not run the command. Nothing is journaled.
    virtual asio::awaitable<std::vector<form_choice>>
    suggest(const authentic<half_filled>& what) = 0;

    /// Opens a form for what can be done about it. Nothing is journaled: nothing happens yet.
    virtual void point(const authentic<pointed_at>& at) = 0;

    /// Shows that person's page as it is now. Nothing is journaled.
    virtual void open_home(const authentic<opened_home>& by) = 0;
};

} // namespace chatops
