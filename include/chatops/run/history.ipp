#pragma once

#include "chatops/run/history.hpp"

#include <algorithm>

namespace chatops {

CHATOPS_INLINE void history::add(const journal::entry& happened) {
    switch (happened.what) {
    case journal::kind::accepted:
        accepted_ = happened.data;
        accepted_at_ = happened.when;
        break;
    case journal::kind::asked:
        questions_.try_emplace(happened.name).first->second.asked = happened.when;
        break;
    case journal::kind::answered: {
        // The first answer counts: a second press may have been on its way.
        question_history& asked = questions_[happened.name];
        if (!asked.answered) {
            asked.answer = happened.data;
            asked.answered_at = happened.when;
        }
        asked.answered = true;
        break;
    }
    case journal::kind::begun: {
        step_history& which = step(happened.name);
        ++which.begun;
        which.begun_data = happened.data;
        break;
    }
    case journal::kind::recorded: {
        step_history& which = step(happened.name);
        which.record = happened.data;
        which.recorded_at = happened.when;
        order_.push_back(happened.name);
        break;
    }
    case journal::kind::cancelled: cancelled_by_ = happened.data; break;
    case journal::kind::delivered: delivered_ = true; break;
    }
}

CHATOPS_INLINE step_history& history::step(std::string_view path) {
    const auto found = steps_.find(path);
    return found != steps_.end() ? found->second : steps_[std::string(path)];
}

CHATOPS_INLINE const question_history* history::question(const std::string& name) const {
    const auto found = questions_.find(name);
    return found == questions_.end() ? nullptr : &found->second;
}

CHATOPS_INLINE question_history* history::question(const std::string& name) {
    const auto found = questions_.find(name);
    return found == questions_.end() ? nullptr : &found->second;
}

CHATOPS_INLINE time_point history::last_passed(std::string_view scope, time_point before) const {
    const auto is_inside = [&](std::string_view name) {
        return name.substr(0, scope.size()) == scope;
    };
    time_point last = before;
    for (auto each = steps_.lower_bound(scope); each != steps_.end() && is_inside(each->first);
         ++each)
        if (each->second.visited && each->second.record)
            last = std::max(last, each->second.recorded_at);
    for (const auto& [name, each] : questions_)
        if (each.visited && is_inside(name)) last = std::max(last, each.answered_at);
    return last;
}

CHATOPS_INLINE const std::string* history::record_of(std::string_view path) const {
    const auto found = steps_.find(path);
    return found != steps_.end() && found->second.record ? &*found->second.record : nullptr;
}

CHATOPS_INLINE bool history::has_begun() const {
    return std::any_of(steps_.begin(), steps_.end(), [](const auto& each) {
        return !each.first.empty() && each.first.front() != '@' &&
               (each.second.begun > 0 || each.second.record);
    });
}

CHATOPS_INLINE bool history::has_acted() const {
    return std::any_of(steps_.begin(), steps_.end(), [](const auto& each) {
        return !each.first.empty() && each.first.front() != '@' && each.second.begun > 0;
    });
}

CHATOPS_INLINE time_point history::last_said() const {
    time_point last = accepted_at_;
    for (const auto& [name, each] : questions_)
        if (each.answered) last = std::max(last, each.answered_at);
    return last;
}

CHATOPS_INLINE const std::string* history::unvisited(std::string_view scope) const {
    for (auto each = steps_.lower_bound(scope); each != steps_.end(); ++each) {
        const std::string_view name = each->first;
        if (name.substr(0, scope.size()) != scope) break;
        if (!name.empty() && name.front() == '@') continue;
        if (each->second.record && !each->second.visited) return &each->first;
    }
    return nullptr;
}

} // namespace chatops
