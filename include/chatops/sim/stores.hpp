// What of a simulated process's world survives a crash: its journal and the secrets sealed in it.
#pragma once

#include "chatops/core/sealer.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/journal/memory_store.hpp"

#include <map>
#include <string>

namespace chatops::sim {

/// A process's way to the journal that outlives it. Each call takes time before and after its
/// effect, so that a crash can come between.
class distant_store final : public journal::store {
  public:
    /// `latency` 0: no time at all.
    distant_store(journal::store& far, clock& time, duration latency)
        : far_(far), time_(time), latency_(latency) {}

    asio::awaitable<journal::append_outcome> append(const journal::batch& together) override {
        co_await cross();
        const journal::append_outcome appended = co_await far_.append(together);
        co_await cross();
        co_return appended;
    }
    asio::awaitable<std::vector<journal::event>> events_of(const run_id& run) override {
        co_await cross();
        std::vector<journal::event> events = co_await far_.events_of(run);
        co_return events;
    }
    asio::awaitable<std::vector<journal::sealed_secret>> secrets_of(const run_id& run) override {
        return far_.secrets_of(run);
    }
    asio::awaitable<std::vector<run_id>> open_runs() override { return far_.open_runs(); }
    asio::awaitable<std::vector<run_id>> runs_named(const std::string& beginning,
                                                    std::size_t count) override {
        return far_.runs_named(beginning, count);
    }
    asio::awaitable<std::vector<journal::event>> after(std::uint64_t sequence,
                                                       std::size_t count) override {
        return far_.after(sequence, count);
    }
    asio::awaitable<journal::chain_head> head() override { return far_.head(); }

  private:
    asio::awaitable<void> cross() {
        if (latency_.count() > 0) co_await sleep_for(time_, latency_);
    }

    journal::store& far_;
    clock& time_;
    duration latency_;
};

/// Seals by keeping the secret itself: what it gives away is a number, worth nothing outside this
/// object.
class vault final : public sealer {
  public:
    std::string seal(const secret& what, std::string_view purpose) override {
        std::string ticket = std::to_string(kept_.size() + 1);
        kept_.emplace(ticket, std::make_pair(std::string(purpose), what));
        return ticket;
    }
    std::optional<secret> open(std::string_view sealed, std::string_view purpose) override {
        const auto found = kept_.find(std::string(sealed));
        if (found == kept_.end() || found->second.first != purpose) return std::nullopt;
        return found->second.second;
    }

  private:
    std::map<std::string, std::pair<std::string, secret>> kept_;
};

} // namespace chatops::sim
