#pragma once

#include "chatops/core/json.hpp"
#include "chatops/run/counted.hpp"
#include "chatops/run/engine.hpp"
#include "chatops/run/engine.ipp"
#include "chatops/run/shown_line.hpp"

#include <utility>

namespace chatops {

CHATOPS_INLINE std::optional<reply> engine::answer_at_once(const authentic<said>& line) {
    if (line->way != answer_way::in_response) return std::nullopt;
    accepted_request asked;
    asked.asker_id = line->who.id;
    note_zone(asked);
    auto understood = understand(asked, line->text, world_.time.now());
    answered* const answer = std::get_if<answered>(&understood);
    if (answer == nullptr) return std::nullopt;
    // A program fills in no form.
    if (answer->what.how == tone::bad && !wished_in(line->text).json)
        if (std::optional<reply> instead = offer_form(*line)) return instead;
    return std::move(answer->what);
}

CHATOPS_INLINE void engine::note_zone(accepted_request& asked) const {
    const config::member* const known = rules_.find(asked.asker_id);
    if (known != nullptr && known->zone != time_zone()) asked.zone = known->zone.to_text();
}

CHATOPS_INLINE accepted_request engine::request_of(const said& line) const {
    accepted_request asked;
    asked.asker_id = line.who.id;
    asked.asker_name = line.who.name;
    if (const config::member* known = rules_.find(line.who.id)) {
        asked.member = known->name;
        asked.asker_name = known->name;
        asked.roles = known->roles;
        if (!known->groups.empty()) asked.groups = known->groups;
    }
    note_zone(asked);
    asked.channel = line.where.channel;
    asked.channel_name = line.where.channel_name;
    asked.thread = line.where.thread;
    const auto meant = commands_.read(line.text, typed_at(asked, world_.time.now()));
    shown_line shown = shown_line_of(commands_, line.text, meant);
    asked.line = std::move(shown.text);
    if (shown.hides) asked.sealed = true;
    if (meant) {
        asked.command = meant->command->what->info.name;
        asked.declaration = commands_.digest(*meant->command);
        asked.version = meant->command->what->info.version;
        // What is only said has no gate to pass.
        const bool acts = !meant->common.help && meant->command->answer == nullptr;
        if (acts) note_decision(facts_of(*meant, world_.configuration, asked), asked);
    }
    return asked;
}

CHATOPS_INLINE asio::awaitable<void> engine::accept(const authentic<said>& line) {
    return accept_line(*line);
}

CHATOPS_INLINE asio::awaitable<void> engine::accept_line(const said& line) {
    const counted accepting(accepting_);
    auto run = std::make_shared<active_run>(world_, run_id{world_.chance.word(8)});
    run->asked = request_of(line);
    run->response_url = line.response_url;
    run->fresh = true;
    journal::batch together;
    together.delivery_key = line.delivery_key;
    const boost::json::value facts = json::write(run->asked);
    together.entries.push_back(
        {run->id, journal::kind::accepted, {}, json::text(facts), world_.time.now()});
    if (run->asked.sealed) {
        run->hidden_line = secret(line.text);
        together.secrets.push_back({"line", world_.sealer.seal(run->hidden_line, run->id.text)});
    }
    if (!line.response_url.empty())
        together.secrets.push_back(
            {"response_url", world_.sealer.seal(line.response_url, run->id.text)});
    const journal::append_outcome appended = co_await world_.journal.append(together);
    if (appended.duplicate) co_return;
    run->past.add(together.entries.front());
    if (run->asked.sealed && line.way == answer_way::by_message)
        warn_of_shown_secret(line, run->asked.command.empty());
    world_.log.info("run accepted", {{"run", run->id.text},
                                     {"person", run->asked.asker_name},
                                     {"command", run->asked.command}});
    start(std::move(run));
}

CHATOPS_INLINE asio::awaitable<void> engine::accept(const authentic<clicked>& press) {
    const counted accepting(accepting_);
    const clicked& what = *press;
    active_run run(world_, what.run);
    co_await run.load();
    const question_history* asked = run.past.question(what.question);
    std::string refusal;
    if (!run.exists() || run.past.delivered())
        refusal = "This has ended already: there is nothing left to decide.";
    else if (asked == nullptr || asked->answered)
        refusal = "This question was answered already.";
    else if (what.who.id != run.asked.asker_id)
        refusal = "Only " + run.asked.asker_name + ", who asked for it, can answer this.";
    if (!refusal.empty()) {
        whisper(what.who, what.where, what.response_url, std::move(refusal));
        co_return;
    }
    const given_answer answer{what.who.id, run.asked.asker_name, what.choice};
    const boost::json::value data = json::write(answer);
    std::string text = json::text(data);
    const journal::entry answered{run.id, journal::kind::answered, what.question, text,
                                  world_.time.now()};
    co_await run.append(journal::kind::answered, what.question, std::move(text), what.delivery_key);
    const auto found = active_.find(run.id);
    const bool is_heard = found != active_.end() && found->second->acting != nullptr &&
                          found->second->acting->hear(answered);
    if (!is_heard) wake(run.id);
}

CHATOPS_INLINE void engine::warn_of_shown_secret(const said& line, bool perhaps) {
    whisper(line.who, line.where, line.response_url,
            std::string(perhaps ? "If there is a secret in your message, everyone"
                                : "Your message holds a secret that everyone") +
                " here can read" + (perhaps ? " it" : "") + ": delete it. After /" +
                world_.configuration.bot_name + " only I see what you type.");
}

} // namespace chatops
