// The journal in memory: for the simulation, the page and tests.
#pragma once

#include "chatops/journal/store.hpp"

#include <map>
#include <unordered_set>

namespace chatops::journal {

class memory_store : public store {
  public:
    asio::awaitable<append_outcome> append(const batch& together) override;
    asio::awaitable<std::vector<event>> events_of(const run_id& run) override;
    asio::awaitable<std::vector<sealed_secret>> secrets_of(const run_id& run) override;
    asio::awaitable<std::vector<run_id>> open_runs() override;
    asio::awaitable<std::vector<run_id>> runs_named(const std::string& beginning,
                                                    std::size_t count) override;
    asio::awaitable<std::vector<event>> after(std::uint64_t sequence, std::size_t count) override;
    asio::awaitable<chain_head> head() override;

    /// All of it, for a test or the page to read.
    [[nodiscard]] const std::vector<event>& events() const { return events_; }

  private:
    struct open_run {
        std::uint64_t opened_at = 0;
        std::vector<sealed_secret> secrets;
    };
    std::vector<event> events_;
    std::map<std::string, std::vector<std::size_t>> places_;
    std::map<std::string, open_run> open_;
    std::unordered_set<std::string> delivery_keys_;
};

} // namespace chatops::journal

#include CHATOPS_BODY("chatops/journal/memory_store.ipp")
