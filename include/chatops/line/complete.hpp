// What could be typed next: words of a command's name, options, values.
#pragma once

#include "chatops/line/directory.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::line {

/// One way to go on.
struct completion {
    /// What the typed part is replaced with, ready for the line: quoted if it must be.
    std::string text;
    std::string help;

    friend bool operator==(const completion&, const completion&) = default;
};

/// A value given already, by its field: who knows the application can tell its processes.
struct known_value {
    const field_description* field;
    std::string text;
};

/// The value that is being typed. Who knows which exist (a provider's client) adds completions.
struct completion_request {
    const command_description* command;
    const field_description* field;
    /// What is typed of it, without quotes.
    std::string typed;
    /// In their order; no secret is among them.
    std::vector<known_value> known;
};

/// What could stand at the end of a line.
struct completions {
    /// Bytes of the line that the chosen text replaces; equal where a new word begins.
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Names in their order, values and options in that of their declaration; at most
    /// `limits::completions`.
    std::vector<completion> items;
    /// Set where a value is expected whose words are not all known.
    std::optional<completion_request> value;
};

/// What could stand at the end of `line`, which is the part of it before the cursor. Nothing, where
/// the line cannot be read, or for a secret.
completions complete(std::string_view line, const directory& commands);

/// Adds those of `texts` that go on with what is typed of `of.value`, quoted where they must be.
void add_values(completions& of, std::span<const std::string> texts);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/complete.ipp")
