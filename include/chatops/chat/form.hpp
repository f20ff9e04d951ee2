// A form that a person fills in instead of typing a line, before anyone decides how it looks.
#pragma once

#include "chatops/chat/person.hpp"
#include "chatops/core/secret.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace chatops {

/// One of several values to choose from.
struct form_choice {
    /// What is submitted.
    std::string value;
    /// What is read; may be equal.
    std::string label;
    /// A few words more; may be empty.
    std::string help;
    /// Those of one group stand together, under these words; empty where there are no groups.
    std::string group = {};

    friend bool operator==(const form_choice&, const form_choice&) = default;
};

/// One thing to fill in.
struct form_field {
    enum class input {
        text,
        /// A whole number.
        number,
        /// Several values, typed as in a line: parted by spaces or line ends, quoted if need be.
        texts,
        /// One of `choices`.
        choice,
        /// Any of `choices`.
        choices,
        /// One of more than a list has room for: what there is, is asked for as it is typed.
        looked_up,
        /// Several of them.
        several_looked_up,
        /// Someone whom the chat service knows.
        person,
        /// Likewise.
        channel,
        /// Set or not; submitted with any value when it is set.
        flag,
    };

    /// As in a line: `app`. Mistakes come back to the field by it.
    std::string name;
    std::string label;
    /// What may be put there; may be empty.
    std::string hint;
    input how = input::text;
    bool required = false;
    std::vector<form_choice> choices = {};
    /// What stands there from the beginning.
    std::vector<std::string> values = {};

    friend bool operator==(const form_field&, const form_field&) = default;
};

/// What is kept with a form, and comes back with what was filled in.
struct form_origin {
    /// The command that it makes a line of; empty where one is chosen with it.
    std::string command;
    /// The digest of that command's declaration.
    std::string declaration;
    /// Where the answer is to be seen.
    place where;
    secret response_url;
};

struct input_form {
    std::string title;
    /// A sentence or two above the fields.
    std::string intro;
    /// The button that submits it.
    std::string submit;
    std::vector<form_field> fields;
    form_origin origin;
};

/// A sentence to be shown at a field.
struct form_mistake {
    std::string field;
    std::string message;

    friend bool operator==(const form_mistake&, const form_mistake&) = default;
};

/// It is on disk, and the form closes.
struct form_taken {};

/// What becomes of a form that was submitted: taken, shown again with its mistakes, or followed by
/// another.
using form_outcome = std::variant<form_taken, std::vector<form_mistake>, input_form>;

} // namespace chatops
