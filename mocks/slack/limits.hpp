// Slack's own limits, as a mock must enforce them. Sources: @slack/types, python-slack-sdk's models
// and Slack's method pages; none is shared with the code that these mocks test.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::slack::limits {

inline constexpr std::chrono::seconds trigger_seconds{3};
inline constexpr std::chrono::minutes response_url_minutes{30};
inline constexpr int response_url_uses = 5;
inline constexpr std::chrono::minutes code_minutes{10};
inline constexpr std::chrono::hours token_hours{12};
/// Entries of a page of conversations, messages, members: without `limit`, and at most.
inline constexpr std::size_t list_usual = 100;
inline constexpr std::size_t list_most = 999;
/// Trigger ids and response URLs that a mock remembers: where no time passes, none expires.
inline constexpr std::size_t tickets_kept = 10'000;
/// An answer that takes longer is none.
inline constexpr std::chrono::milliseconds patience_ms{3'000};

inline constexpr std::size_t message_text_characters = 40'000;
inline constexpr std::size_t update_text_characters = 4'000;
/// Slack names no number; node-slack-sdk#2509 met it at about this size.
inline constexpr std::size_t message_blocks_characters = 13'200;
inline constexpr std::size_t block_container_characters = 60;
/// How far ahead a message may be scheduled, how many in one channel within so long, and how long
/// before its time it cannot be taken back any more.
inline constexpr std::chrono::days scheduling_days{120};
inline constexpr std::size_t scheduled_in_window = 30;
inline constexpr std::chrono::seconds scheduling_window_seconds{300};
inline constexpr std::chrono::seconds scheduled_is_sent_seconds{60};
inline constexpr std::size_t message_blocks = 50;
inline constexpr std::size_t view_blocks = 100;
inline constexpr std::size_t view_bytes = 250'000;
inline constexpr std::size_t attachments = 100;
inline constexpr std::size_t markdown_characters = 12'000;
/// In the direct messages of several, the bot not counted.
inline constexpr std::size_t group_people = 8;
/// Different ones under one message.
inline constexpr std::size_t reactions = 50;
inline constexpr std::size_t modal_stack = 3;
/// Options of one menu that the app gave before and that may have been chosen then.
inline constexpr std::size_t suggestions_kept = 1'000;
/// The documentation names no number; large enough for what a bot ties to a message.
inline constexpr std::size_t metadata_bytes = 8'000;
/// A mock keeps files in memory; Slack itself takes up to 1 GB.
inline constexpr std::size_t upload_bytes = 64U << 20;
inline constexpr std::size_t files_kept = 1'000;
inline constexpr std::size_t file_description_characters = 1'000;
/// Channels in which files are shared at once.
inline constexpr std::size_t file_places = 100;
inline constexpr std::size_t snippet_bytes = 1U << 20;

inline constexpr std::size_t sockets = 10;
inline constexpr std::chrono::seconds socket_life_seconds{18'060};
/// With `debug_reconnects=true`.
inline constexpr std::chrono::seconds socket_debug_life_seconds{360};
inline constexpr std::chrono::seconds socket_warning_seconds{10};
inline constexpr std::chrono::seconds socket_ticket_seconds{60};

/// How many finished deliveries, closed views, and messages of a channel a mock remembers.
inline constexpr std::size_t surfaces_kept = 1'000;
inline constexpr std::size_t deliveries_kept = 1'000;
inline constexpr std::size_t messages_kept = 100'000;

} // namespace chatops::mocks::slack::limits
