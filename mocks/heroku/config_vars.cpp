#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

/// `^\w+$`. Source: schema.json.
bool is_name(std::string_view name) {
    const auto word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), word);
}

void append_name(std::string& list, std::string_view name) {
    if (!list.empty()) list += ", ";
    list += name;
}

} // namespace

answer show_config_vars(call& from) { return {200, show(from.of().newest().config_vars)}; }

/// A member that is null removes its variable. What really changes makes a release.
answer update_config_vars(call& from) {
    app& of = from.of();
    release_draft draft = draft_of(from.account, of, {});
    std::string set;
    std::string removed;
    for (const auto& each : from.body) {
        const std::string name(each.key().data(), each.key().size());
        if (!is_name(name)) throw invalid_params("Config vars are malformed: " + name);
        const auto known = draft.config_vars.find(name);
        if (each.value().is_null()) {
            if (known == draft.config_vars.end()) continue;
            draft.config_vars.erase(known);
            append_name(removed, name);
            continue;
        }
        if (!each.value().is_string())
            throw invalid_params("Config vars must be strings or null: " + name);
        const std::string_view text = view(each.value().get_string());
        if (known != draft.config_vars.end() && known->second == text) continue;
        draft.config_vars[name] = text;
        append_name(set, name);
    }
    if (set.empty() && removed.empty()) return show_config_vars(from);
    if (!set.empty()) draft.description = "Set " + set + " config vars";
    if (!removed.empty())
        draft.description += (set.empty() ? "Remove " : ", remove ") + removed + " config vars";
    make_release(from.account, of, std::move(draft), from.now);
    return show_config_vars(from);
}

answer show_release_config_vars(call& from) {
    const release* const found = from.of().find_release(from.words[1]);
    if (found == nullptr) throw not_found("release");
    return {200, show(found->config_vars)};
}

} // namespace chatops::mocks::heroku
