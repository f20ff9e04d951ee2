#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/run/guide.hpp"
#include "chatops/run/homes.hpp"

#include <algorithm>
#include <utility>

namespace chatops {

CHATOPS_INLINE void homes::open(const person& whose) {
    const auto known = std::find(order_.begin(), order_.end(), whose.id);
    if (known != order_.end()) order_.erase(known);
    order_.push_back(whose.id);
    viewers_.try_emplace(whose.id);
    // One whose page is being shown just now is forgotten at the next change.
    if (order_.size() > limits::home_viewers) {
        const auto oldest = viewers_.find(order_.front());
        if (oldest != viewers_.end() && !oldest->second.is_shown_now) viewers_.erase(oldest);
        order_.pop_front();
    }
    refresh(whose.id);
}

CHATOPS_INLINE void homes::began(const active_run& run) {
    open_run& known = open_[run.id];
    known.asker = {run.asked.asker_id, run.asked.asker_name};
    known.line = run.asked.line;
    known.command = run.asked.command;
    known.question.reset();
    changed();
}

CHATOPS_INLINE void homes::stopped(const active_run& run) {
    const auto found = open_.find(run.id);
    if (found == open_.end()) return;
    if (run.past.delivered())
        open_.erase(found);
    else if (!run.shown.buttons.empty())
        found->second.question = run.shown;
    else
        return;
    changed();
}

CHATOPS_INLINE home_page homes::page_of(const person& whose) const {
    home_page page;
    for (const auto& [id, each] : open_) {
        const bool mine = each.asker.id == whose.id;
        if (each.question && mine)
            page.waiting.push_back({id, each.asker.name + ": " + each.line, *each.question});
        else if (!each.question && !each.command.empty())
            // What somebody else typed may have been said where not everyone is.
            page.running.push_back(each.asker.name + ": " + (mine ? each.line : each.command));
    }
    const inquiry asked{commands_, rules_, rules_.find(whose.id)};
    page.may_run = help_for_all(asked);
    return page;
}

CHATOPS_INLINE void homes::changed() {
    for (const std::string& each : order_) refresh(each);
}

CHATOPS_INLINE void homes::refresh(const std::string& person_id) {
    viewer& of = viewers_[person_id];
    of.has_changed = true;
    if (!std::exchange(of.is_shown_now, true))
        asio::co_spawn(world_.executor, show(person_id), asio::detached);
}

CHATOPS_INLINE asio::awaitable<void> homes::show(std::string person_id) {
    const person whose{person_id, {}};
    // Of many changes while one page is on its way, the last is shown.
    while (std::exchange(viewers_[person_id].has_changed, false)) {
        const home_page page = page_of(whose);
        try {
            co_await world_.people.show_home(whose, page);
        } catch (const std::exception& problem) {
            world_.log.warning("page not shown", {{"why", problem.what()}});
        }
    }
    viewers_[person_id].is_shown_now = false;
}

} // namespace chatops
