// What a person did in the chat, whoever carried it here.
#pragma once

#include "chatops/chat/form.hpp"
#include "chatops/chat/person.hpp"
#include "chatops/core/ids.hpp"
#include "chatops/core/secret.hpp"

#include <string>
#include <utility>
#include <vector>

namespace chatops {

namespace slack {
class authenticator;
}
namespace sim {
class authenticator;
}

/// Whether the deliverer can show an answer in its response.
enum class answer_way {
    /// A slash command: an answer that needs no waiting goes into the response, seen by the asker
    /// only.
    in_response,
    /// A mention or a direct message: every answer is a message.
    by_message,
};

/// A line that a person typed for the bot.
struct said {
    /// The same for every delivery of the same words, and for nothing else: no two runs have one
    /// key.
    std::string delivery_key;
    person who;
    place where;
    /// The command line, without `/ops` or `@ops`, markup undone.
    std::string text;
    answer_way way = answer_way::by_message;
    /// Where an answer may be posted without being in the channel (Slack's `response_url`); may be
    /// empty.
    secret response_url;
    /// The right to open one form within three seconds (Slack's `trigger_id`); may be empty.
    secret trigger = {};
};

/// A form that a person filled in and sent.
struct submitted {
    /// The same however often one opened form is sent: it runs once.
    std::string delivery_key;
    person who;
    form_origin origin;
    /// Each field's name with what stands in it; fields that are empty, and flags that are not set,
    /// are absent.
    std::vector<std::pair<std::string, std::vector<std::string>>> fields;
};

/// What a person types into a field of a form that is not sent yet.
struct half_filled {
    person who;
    form_origin origin;
    /// The field's name, and what is typed of it.
    std::string field;
    std::string typed;
    /// What stands in the form, as in `submitted`.
    std::vector<std::pair<std::string, std::vector<std::string>>> fields;
};

/// A message at which a person pointed: what can be done about it?
struct pointed_at {
    person who;
    place where;
    /// What the message says, markup undone.
    std::string text;
    secret response_url;
    secret trigger;
};

/// The bot's own page in the chat, opened by a person.
struct opened_home {
    person who;
};

/// A button that a person pressed under a run's message.
struct clicked {
    std::string delivery_key;
    person who;
    /// Empty where it was pressed on the bot's own page.
    place where;
    run_id run;
    /// The name of the question (`confirm`) and the answer chosen (`yes`).
    std::string question;
    std::string choice;
    secret response_url;
};

/// Something whose sender was checked. Only an origin's authenticator can make one, so that a path
/// without the check does not compile.
template <class T>
class authentic {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend class slack::authenticator;
    friend class sim::authenticator;
    explicit authentic(T value) : value_(std::move(value)) {}

    T value_;
};

} // namespace chatops
