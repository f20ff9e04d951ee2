// Whether what the help shows as examples can be typed: for a test over a catalogue.
#pragma once

#include "chatops/line/directory.hpp"

#include <string>
#include <vector>

namespace chatops::line {

/// An example that is not what it should be.
struct bad_example {
    std::string_view command;
    std::string_view example;
    /// Of the example as a line, or `another_command` if it is one of another command.
    mistake wrong;
};

/// Every example of every command that is no line for it, read as on 2026-01-02 at noon in UTC. An
/// author's test expects none; that an example begins with a name of its command is known when it
/// compiles.
std::vector<bad_example> check_examples(const directory& commands);

/// The same in sentences, one a line; empty if all is well.
std::string text_of(const std::vector<bad_example>& found);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/check_examples.ipp")
