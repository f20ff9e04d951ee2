// Every limit, in one place, each with its unit last in the name and its reason.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::limits {

/// A typed line; Slack cuts a message at 40,000 characters, and four bytes make one.
inline constexpr std::size_t line_bytes = 160'000;
/// Words of a line; nobody types more, and each costs memory.
inline constexpr std::size_t line_words = 2'000;
/// A body that Slack sends: it documents none above 250 kB (a view), so 1 MiB is ample.
inline constexpr std::size_t slack_body_bytes = 1 << 20;
/// A provider's answer; a page of 1,000 Heroku objects is under 2 MB.
inline constexpr std::size_t provider_body_bytes = 16 << 20;
/// Of an account, those that the vendor limits each by itself; then all are forgotten.
inline constexpr std::size_t request_kinds = 256;
/// A sentence of a vendor's in an answer of ours; Heroku's longest known one has 260.
inline constexpr std::size_t vendor_message_bytes = 600;
/// Pages of one list; of 200 each, far more than any account has.
inline constexpr int provider_pages = 1'000;
/// What completion offers at once: nobody reads more, and Slack draws 100.
inline constexpr std::size_t completions = 50;
/// How long values that a provider named are offered without asking again: one person's typing.
inline constexpr std::chrono::seconds value_cache_seconds{10};
/// Commands that `help` lists one by one; of more it names the groups.
inline constexpr std::size_t help_commands = 40;
/// Lists of such values, and the values of each: an account with more is typed without help.
inline constexpr std::size_t cached_value_lists = 64;
/// For one question about which values there are: a form of Slack's waits 3 seconds.
inline constexpr std::chrono::milliseconds value_patience_ms{2'000};
inline constexpr std::size_t cached_values = 2'000;
/// Nesting of JSON from outside; real payloads stay under 20.
inline constexpr std::size_t json_depth = 64;
/// Fields of a form; a slash command of Slack's has 15.
inline constexpr std::size_t form_fields = 200;
/// A record of a step, as JSON text: what a command observes, not what it downloads.
inline constexpr std::size_t record_bytes = 64 << 10;
/// How far Slack's timestamp may lie from our clock, either way. Source: Slack, "Verifying
/// requests".
inline constexpr std::chrono::seconds signature_age_seconds{300};
/// The head of a request we serve: Slack's are under 1 KiB; Node's own limit is 16 KiB too.
inline constexpr std::size_t request_head_bytes = 16 << 10;
/// Connections a server holds; each costs about 6 KiB, and Slack opens few.
inline constexpr std::size_t server_connections = 1'024;
/// A WebSocket's frame, and a message of several; Slack's payloads stay under 250 kB.
inline constexpr std::size_t socket_frame_bytes = 1 << 20;
/// Frames that came and were not yet taken; who falls further behind is not going to catch up.
inline constexpr std::size_t socket_waiting_frames = 1'024;
/// Silence after which a WebSocket is dead; half of it after which it is pinged. Slack's own server
/// pings every 10 to 15 s, and its Node client gives up after 5 s without a pong.
inline constexpr std::chrono::milliseconds socket_silence_milliseconds{10'000};
/// Connections to one provider at once; New Relic, the strictest, allows 25 requests a user.
inline constexpr std::size_t connections_per_host = 16;
/// Of the body of an answer that goes on, what is read at once: some eighty lines of a log.
inline constexpr std::size_t stream_piece_bytes = 16 << 10;
/// What waits for the reader of one that we send; whoever is a megabyte of log behind is stuck.
inline constexpr std::size_t stream_waiting_bytes = 1 << 20;
/// Silence after which whoever is at the other end of such an answer has vanished; half of it after
/// which TCP asks. A log may have nothing to say for hours.
inline constexpr std::chrono::seconds stream_silence_seconds{60};
/// Connections kept alive and unused, over all hosts.
inline constexpr std::size_t idle_connections = 32;
/// Shorter than any known server keeps an idle connection but Node's 5 s, which closes visibly.
inline constexpr std::chrono::milliseconds connection_idle_milliseconds{15'000};
/// How long a confirm button works: whoever presses it still knows what it was about.
inline constexpr std::chrono::minutes confirmation_minutes{10};
/// How long a post to the chat that was cut off may still be on its way.
inline constexpr std::chrono::seconds post_settling_seconds{2};
/// Between two tries to go on with a run whose journal or chat failed.
inline constexpr std::chrono::seconds parked_seconds{15};
/// How long after a person's last word a run that changes something may still begin to: what was
/// right then may be wrong now.
inline constexpr std::chrono::minutes beginning_minutes{60};
/// After this an answer that cannot be shown anywhere is given up: nobody waits for it any more.
inline constexpr std::chrono::hours unanswerable_hours{24};
/// How soon pending calls follow when someone sets the system's clock, or the machine wakes up.
inline constexpr std::chrono::milliseconds clock_check_milliseconds{10'000};
/// A value in a log line; who sends longer ones wants to fill the disk.
inline constexpr std::size_t log_value_bytes = 4'096;

/// Of a path in a log line; ours are shorter, a stranger's may be anything.
inline constexpr std::size_t logged_path_bytes = 100;

// Block Kit's limits; Slack counts characters, we count bytes, which are never fewer.
// Source: @slack/types, slack_sdk/models/blocks.

/// An `action_id`.
inline constexpr std::size_t slack_action_id_bytes = 255;
/// Blocks of a message.
inline constexpr std::size_t slack_blocks = 50;
/// The text of a section.
inline constexpr std::size_t slack_section_bytes = 3'000;
/// Fields of a section, and the text of each.
inline constexpr std::size_t slack_section_fields = 10;
inline constexpr std::size_t slack_field_bytes = 2'000;
/// The text of a header.
inline constexpr std::size_t slack_header_bytes = 150;
/// The label of a button.
inline constexpr std::size_t slack_button_bytes = 75;
/// Buttons of one block.
inline constexpr std::size_t slack_block_buttons = 25;
/// All texts of a message's blocks together, with `slack_container_bytes` for each block: Slack
/// refuses at about 13,200 and has been seen to refuse 11,400 in many blocks (bolt-js #2509,
/// #2867).
inline constexpr std::size_t slack_message_bytes = 12'000;
/// What a block or a field costs besides its text.
inline constexpr std::size_t slack_container_bytes = 90;
/// A message's `text`; `chat.update` refuses more than 4,000 characters.
inline constexpr std::size_t slack_text_bytes = 4'000;
/// What was asked, shown above an answer; a longer line is shortened there.
inline constexpr std::size_t slack_asked_bytes = 300;
/// Columns of a table in Slack: what a telephone shows of a code block without breaking its lines.
inline constexpr std::size_t slack_table_columns = 44;
/// A modal's title, and the labels of its two buttons.
inline constexpr std::size_t slack_view_title_bytes = 24;
/// Blocks of a modal or a home tab.
inline constexpr std::size_t slack_view_blocks = 100;
/// A modal's `private_metadata`.
inline constexpr std::size_t slack_view_metadata_bytes = 3'000;
/// What a person types into one input.
inline constexpr std::size_t slack_input_bytes = 3'000;
/// The text, the value and the description of an option.
inline constexpr std::size_t slack_option_bytes = 75;
/// Options of a menu, and of one block of check boxes.
inline constexpr std::size_t slack_options = 100;
/// What is offered to be done about a message, in groups: a view may have 250 kB, of which an
/// option takes up to 400 bytes.
inline constexpr std::size_t message_choices = 6 * slack_options;
inline constexpr std::size_t slack_check_boxes = 10;
/// Of a message at which a person points: names stand near its beginning.
inline constexpr std::size_t slack_pointed_bytes = 16'000;
/// People whose home tabs are kept up to date; Slack allows a hundred publications a minute.
inline constexpr std::size_t home_viewers = 50;
/// An answer as a file: Slack shows the beginning of text, and a browser the rest.
inline constexpr std::size_t slack_file_bytes = 8 << 20;
inline constexpr std::size_t slack_file_columns = 160;
/// How long a `trigger_id` opens a modal.
inline constexpr std::chrono::seconds slack_trigger_seconds{3};
/// The head of a provider's answer; Heroku's are about 1 KiB.
inline constexpr std::size_t response_head_bytes = 64 << 10;
/// For one of a host's several addresses, before the next is tried.
inline constexpr std::chrono::milliseconds connect_attempt_milliseconds{3'000};
/// For one request, however far its deadline: a run that waits longer waits in its own steps.
inline constexpr std::chrono::hours request_hours{24};
/// chatops.toml: ten thousand rules are half of it.
inline constexpr std::size_t configuration_bytes = 4 << 20;
/// A pattern of a rule; names that it is matched with have 40.
inline constexpr std::size_t rule_pattern_bytes = 256;
/// Events of the journal that are read at once: appends go on between two pages.
inline constexpr std::size_t journal_page_events = 500;
/// How far back a search of the journal goes that finds too little: some seconds of reading.
inline constexpr std::size_t searched_events = 200'000;
/// Runs that one answer lists; nobody reads more on a telephone.
inline constexpr std::size_t listed_runs = 50;
/// Of what a step recorded, and of a line, where runs are shown.
inline constexpr std::size_t shown_record_bytes = 160;
/// Events of one run that are shown: a run with more has branches by the dozen.
inline constexpr std::size_t shown_run_events = 60;
/// People named where someone is told who could do what they may not.
inline constexpr std::size_t named_people = 4;
/// Exchanges that a simulation keeps to show; a person reads a few, and the oldest go first.
inline constexpr std::size_t kept_exchanges = 10'000;
/// Of the body of an answer that goes on, what a simulation keeps to show.
inline constexpr std::size_t shown_stream_bytes = 16 << 10;

/// JSON that is shown in a message; longer, it is a file. One block of a message takes it whole.
inline constexpr std::size_t json_block_bytes = 2'900;

// What is followed.

/// How often what came of it is shown: Slack takes a message a second in a channel, and others
/// speak there, too.
inline constexpr std::chrono::seconds follow_pause_seconds{2};
/// As often where so much comes that it is shown as files.
inline constexpr std::chrono::seconds follow_longest_pause_seconds{30};
/// Some 50 lines: more are a file.
inline constexpr std::size_t follow_message_bytes = 6'000;
/// Not shown yet; then it is not read on.
inline constexpr std::size_t followed_bytes = 4 << 20;
/// Streams that end without a line, one after the other.
inline constexpr int follow_idle_streams = 5;
/// Messages without an answer, one after the other.
inline constexpr int follow_posts = 5;

// Talking to Slack.

/// An answer of the Web API: a page of 100 messages with all their blocks stays under 4 MB.
inline constexpr std::size_t slack_answer_bytes = 8 << 20;
/// Pages of a hundred messages that are searched for one of ours; it stands near where we begin.
inline constexpr std::size_t slack_search_pages = 20;
/// Socket Mode envelopes that wait for the store at once; above it, nothing more is read.
inline constexpr std::size_t slack_deliveries_at_once = 256;
/// Methods and channels whose turns are kept; those that are idle are then forgotten.
inline constexpr std::size_t slack_rate_queues = 4'096;
/// Appends that one commit of the journal takes: beyond some hundred a commit costs more than its
/// sync.
inline constexpr std::size_t appends_per_commit = 256;

} // namespace chatops::limits
