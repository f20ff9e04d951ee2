#pragma once

#include "chatops/run/engine.hpp"
#include "chatops/run/engine.ipp"

#include <utility>

namespace chatops {

CHATOPS_INLINE engine::clearing engine::clear(const active_run& run,
                                              gate::permitted<read_line> what) const {
    const line::common_options common = what->common;
    if (run.past.cancelled_by() && !run.past.has_begun())
        return answered{
            detail::as_asked(common, reply::neutral("Cancelled by " + *run.past.cancelled_by() +
                                                    ": nothing was changed")),
            "cancelled"};
    if (what->command->confirms_itself) return gate::guard(std::move(what));
    std::optional<gate::confirmation> given;
    const question_history* asked = run.past.question(std::string(confirm_question));
    if (asked != nullptr && asked->answered) {
        const auto data = json::parse(asked->answer);
        const auto answer = data ? json::read<given_answer>(*data) : data.error();
        if (!answer) throw store_error("a confirmation cannot be read");
        given = gate::confirmation{answer->by_id, answer->choice == "yes"};
        if (answer->choice == "expired")
            return answered{detail::as_asked(common, said_no(true)), "declined"};
    }
    const command_info& info = what->command->what->info;
    auto passed = gate::clear(std::move(what), info.effect, run.asked.asker_id, given);
    if (auto* cleared = std::get_if<gate::cleared<read_line>>(&passed)) return std::move(*cleared);
    if (std::get<gate::held>(passed) == gate::held::declined)
        return answered{detail::as_asked(common, said_no(false)), "declined"};
    question ask;
    ask.name = confirm_question;
    ask.shown.how = tone::waiting;
    ask.shown.title = "Confirm " + std::string(info.name);
    const auto minutes = std::to_string(limits::confirmation_minutes.count());
    ask.shown.add(text_part{std::string(info.help) +
                            ".\nNothing was changed yet, and nothing will be unless you confirm "
                            "it within " +
                            minutes + " minutes."});
    ask.shown.buttons = {{ask.name, "yes", "Confirm", button::style::danger},
                         {ask.name, "no", "Cancel", button::style::plain}};
    return ask;
}

CHATOPS_INLINE asio::awaitable<void> engine::wait_for_confirmation(active_run& run,
                                                                   const question& what) {
    if (run.past.question(what.name) == nullptr)
        co_await run.append(journal::kind::asked, what.name, "{}");
    const time_point ends = run.past.question(what.name)->asked + limits::confirmation_minutes;
    if (world_.time.now() < ends) {
        co_await run.show(what.shown);
        wake_at(ends, run.id);
        co_return;
    }
    const given_answer late{run.asked.asker_id, run.asked.asker_name, "expired"};
    const boost::json::value data = json::write(late);
    std::string text = json::text(data);
    co_await run.append(journal::kind::answered, what.name, std::move(text));
    run.again = true;
}

} // namespace chatops
