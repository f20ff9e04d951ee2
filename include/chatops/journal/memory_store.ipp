#pragma once

#include "chatops/journal/memory_store.hpp"

#include <algorithm>
#include <utility>

namespace chatops::journal {

CHATOPS_INLINE asio::awaitable<append_outcome> memory_store::append(const batch& together) {
    append_outcome outcome;
    if (!together.delivery_key.empty() && !delivery_keys_.insert(together.delivery_key).second) {
        outcome.duplicate = true;
        co_return outcome;
    }
    outcome.first_sequence = events_.size() + 1;
    for (const entry& each : together.entries) {
        const sha256_digest previous = events_.empty() ? sha256_digest{} : events_.back().hash;
        places_[each.run.text].push_back(events_.size());
        events_.push_back(chained(previous, events_.size() + 1, each));
        if (each.what == kind::accepted) open_[each.run.text].opened_at = events_.size();
        if (each.what == kind::delivered) open_.erase(each.run.text);
    }
    if (!together.secrets.empty() && !together.entries.empty()) {
        const auto found = open_.find(together.entries.front().run.text);
        if (found != open_.end())
            found->second.secrets.insert(found->second.secrets.end(), together.secrets.begin(),
                                         together.secrets.end());
    }
    co_return outcome;
}

CHATOPS_INLINE asio::awaitable<std::vector<event>> memory_store::events_of(const run_id& run) {
    std::vector<event> found;
    if (const auto places = places_.find(run.text); places != places_.end())
        for (const std::size_t place : places->second) found.push_back(events_[place]);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<sealed_secret>>
memory_store::secrets_of(const run_id& run) {
    std::vector<sealed_secret> found;
    if (const auto open = open_.find(run.text); open != open_.end()) found = open->second.secrets;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<run_id>> memory_store::open_runs() {
    std::vector<std::pair<std::uint64_t, std::string>> ordered;
    for (const auto& [name, run] : open_) ordered.emplace_back(run.opened_at, name);
    std::sort(ordered.begin(), ordered.end());
    std::vector<run_id> runs;
    runs.reserve(ordered.size());
    for (auto& [opened_at, name] : ordered) runs.push_back(run_id{std::move(name)});
    co_return runs;
}

CHATOPS_INLINE asio::awaitable<std::vector<run_id>>
memory_store::runs_named(const std::string& beginning, std::size_t count) {
    std::vector<run_id> found;
    for (auto each = places_.lower_bound(beginning);
         each != places_.end() && found.size() < count &&
         each->first.compare(0, beginning.size(), beginning) == 0;
         ++each)
        found.push_back(run_id{each->first});
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<event>> memory_store::after(std::uint64_t sequence,
                                                                       std::size_t count) {
    std::vector<event> found;
    for (std::uint64_t i = sequence; i < events_.size() && found.size() < count; ++i)
        found.push_back(events_[static_cast<std::size_t>(i)]);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<chain_head> memory_store::head() {
    chain_head end;
    end.sequence = events_.size();
    if (!events_.empty()) end.hash = events_.back().hash;
    co_return end;
}

} // namespace chatops::journal
