// A line that someone may type, drawn from a command's own declaration.
#pragma once

#include "chatops/core/random.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/run/catalogue.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

/// The things of a world that a value may name, as completion knows them; empty where nobody knows.
/// A text that ends in `=` is a beginning.
using known_things = std::function<std::vector<std::string>(const line::completion_request&)>;

struct drawn_line {
    const entry* command = nullptr;
    /// As it was meant, read again from the text; null where it is not quite a line, for what fits
    /// each of two options need not fit both.
    options given;
    std::string text;
    /// Texts in it that nobody may see afterwards.
    std::vector<std::string> secrets = {};
};

/// One of the command's examples with things of the world in the place of those that it names, and
/// with other words, numbers and flags. Now and then it names what is not there, as people do. A
/// command without examples is drawn from its name alone.
drawn_line draw_line(const catalogue& commands, const entry& of, const known_things& known,
                     random_source& chance, const moment& typed);

/// What a person types into the command's form, by the names of its inputs; of a good line.
boost::json::object form_values(const drawn_line& from);

/// Whether a person who types only the command's name is shown a form.
bool opens_a_form(const entry& command);

} // namespace chatops::mocks::worlds
