// What is journaled of an accepted line: all that a replay needs to be the same run.
#pragma once

#include "chatops/gate/decision.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace chatops {

struct accepted_request {
    /// As typed, without `/ops`.
    std::string line;
    std::string asker_id;
    std::string asker_name;
    /// As the rules knew the asker then; empty for a stranger.
    std::string member;
    std::vector<std::string> roles;
    std::string channel;
    std::string channel_name;
    std::string thread;
    /// Its name, for who reads the journal or the log; empty where none was meant.
    std::string command;
    /// Of the declaration that read the line; empty where no command was meant. Only a program with
    /// the same one resumes the run.
    std::string declaration;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(accepted_request, (),
                      (line, asker_id, asker_name, member, roles, channel, channel_name, thread,
                       command, declaration, version))

/// An answer to a question, as journaled.
struct given_answer {
    std::string by_id;
    std::string by_name;
    std::string choice;
};
BOOST_DESCRIBE_STRUCT(given_answer, (), (by_id, by_name, choice))

/// Where the run's message is, as recorded.
struct anchor_place {
    std::string channel;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(anchor_place, (), (channel, id))

/// How a run ended, for who reads the journal.
struct run_ending {
    std::string tone;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(run_ending, (), (tone, title))

} // namespace chatops
