#pragma once

#include "chatops/line/help.hpp"
#include "chatops/run/engine.hpp"
#include "chatops/run/engine_acceptance.ipp"
#include "chatops/run/form_choices.hpp"
#include "chatops/run/forms.hpp"

#include <utility>

namespace chatops {

CHATOPS_INLINE std::optional<reply> engine::offer_form(const said& line) {
    if (line.trigger.empty()) return std::nullopt;
    std::optional<input_form> offered = form_for(commands_, line.text);
    if (!offered || !may_try(line.who, offered->origin.command)) return std::nullopt;
    offered->origin.where = line.where;
    offered->origin.response_url = line.response_url;
    reply told = reply::neutral("Fill in the form for " + offered->origin.command);
    told.add(text_part{"Nothing runs until you send it."});
    if (const entry* const command = commands_.find(offered->origin.command))
        told.add(text_part{"No form? Type it whole: `" + line::usage_of(*command->what) + "`"});
    asio::co_spawn(world_.executor, show_form(line.trigger, std::move(*offered)), asio::detached);
    return told;
}

CHATOPS_INLINE bool engine::may_try(const person& who, const std::string& name) const {
    const config::member* const known = rules_.find(who.id);
    const entry* const command = commands_.find(name);
    return known != nullptr && command != nullptr &&
           (command->is_open || command->answer != nullptr ||
            gate::may_try(rules_.rules_for(*known), name, command->what->info.effect));
}

CHATOPS_INLINE asio::awaitable<void> engine::show_form(secret trigger, input_form what) {
    try {
        co_await world_.people.open_form(trigger, what);
    } catch (const std::exception& problem) {
        // The person has read how the line is typed.
        world_.log.warning("form not opened",
                           {{"command", what.origin.command}, {"why", problem.what()}});
    }
}

CHATOPS_INLINE asio::awaitable<form_outcome> engine::accept(const authentic<submitted>& filled) {
    if (filled->origin.command.empty()) co_return next_form(*filled);
    accepted_request by;
    by.asker_id = filled->who.id;
    note_zone(by);
    filled_line made = line_of(commands_, *filled, typed_at(by, world_.time.now()));
    if (!made.mistakes.empty()) co_return std::move(made.mistakes);
    said line;
    line.delivery_key = filled->delivery_key;
    line.who = filled->who;
    line.where = filled->origin.where;
    line.text = std::move(made.text);
    // As a slash command's: nobody else has seen what was typed, were it a secret.
    line.way = answer_way::in_response;
    line.response_url = filled->origin.response_url;
    co_await accept_line(line);
    co_return form_taken{};
}

CHATOPS_INLINE asio::awaitable<std::vector<form_choice>>
engine::suggest(const authentic<half_filled>& what) {
    const counted accepting(accepting_);
    const half_filled typed = *what;
    const std::optional<line::completion_request> of = question_of(commands_, typed);
    if (!of || !may_try(typed.who, typed.origin.command)) co_return std::vector<form_choice>();
    // What an application holds is not for who may not name it there.
    texts_of_values values;
    const inquiry asking{commands_, rules_, rules_.find(typed.who.id)};
    if (may_name(asking, *of->command, of->known, world_.configuration))
        values = co_await values_.values(*of, asking.asker);
    const inquiry asked{commands_, rules_, rules_.find(typed.who.id)};
    co_return choices_for(*of, values, asked, world_.configuration);
}

CHATOPS_INLINE form_outcome engine::next_form(const submitted& chosen) const {
    const auto* const lines = values_in(chosen, chosen_line_field);
    std::optional<input_form> next;
    if (lines != nullptr && !lines->empty()) next = whole_form_for(commands_, lines->front());
    if (!next)
        return std::vector<form_mistake>{
            {std::string(chosen_line_field), "There is no such command any more."}};
    next->origin.where = chosen.origin.where;
    next->origin.response_url = chosen.origin.response_url;
    return std::move(*next);
}

CHATOPS_INLINE void engine::point(const authentic<pointed_at>& at) {
    const inquiry asked{commands_, rules_, rules_.find(at->who.id)};
    const std::vector<fitting_line> fitting =
        lines_about(asked, at->text, world_.configuration.projects);
    if (fitting.empty())
        return whisper(at->who, at->where, at->response_url,
                       "I see no application or server of a project in this message about which "
                       "you may do something.");
    input_form choice = choice_among(fitting);
    choice.origin.where = at->where;
    choice.origin.response_url = at->response_url;
    asio::co_spawn(world_.executor, show_form(at->trigger, std::move(choice)), asio::detached);
}

CHATOPS_INLINE void engine::open_home(const authentic<opened_home>& by) { homes_.open(by->who); }

} // namespace chatops
