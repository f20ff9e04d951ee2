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
/// Nesting of JSON from outside; real payloads stay under 20.
inline constexpr std::size_t json_depth = 64;
/// A record of a step, as JSON text: what a command observes, not what it downloads.
inline constexpr std::size_t record_bytes = 64 << 10;
/// How far Slack's timestamp may lie from our clock, either way. Source: Slack, "Verifying requests".
inline constexpr std::chrono::seconds signature_age_seconds{300};

} // namespace chatops::limits
