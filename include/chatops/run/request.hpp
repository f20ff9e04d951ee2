// What is journaled of an accepted line: all that a replay needs to be the same run.
#pragma once

#include "chatops/command/moment.hpp"
#include "chatops/core/config.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops {

struct accepted_request {
    /// As typed, without `/ops`; or as others may see it, if it may hold a secret.
    std::string line;
    std::string asker_id;
    std::string asker_name;
    /// As the rules knew the asker then; empty for a stranger.
    std::string member;
    std::vector<std::string> roles;
    /// Absent in a journal that knew no groups.
    std::optional<std::vector<std::string>> groups;
    std::string channel;
    std::string channel_name;
    std::string thread;
    /// Its name, for who reads the journal or the log; empty where none was meant.
    std::string command;
    /// Of the declaration that read the line; empty where no command was meant. Only a program with
    /// the same one resumes the run.
    std::string declaration;
    int version = 0;
    /// In which the asker's times are read; absent for UTC.
    std::optional<std::string> zone;
    /// By which rule it was allowed when it was accepted, or why not, in words.
    std::optional<std::string> decided;
    /// Those to which what it names belonged then.
    std::optional<std::vector<std::string>> projects;
    /// What was typed is not in `line`, but sealed beside the run until it ends.
    std::optional<bool> sealed;
};
BOOST_DESCRIBE_STRUCT(accepted_request, (),
                      (line, asker_id, asker_name, member, roles, groups, channel, channel_name,
                       thread, command, declaration, version, zone, decided, projects, sealed))

/// What a time in its line is relative to; `when` is when it was typed.
moment typed_at(const accepted_request& asked, time_point when);

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
    /// `denied`, `declined`, `cancelled`, `unclear`; absent where the tone says it all.
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(run_ending, (), (tone, title, outcome))

} // namespace chatops

#include CHATOPS_BODY("chatops/run/request.ipp")
