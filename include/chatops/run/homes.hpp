// People's pages: what waits for each, what goes on, what each may run; shown anew when it changes.
#pragma once

#include "chatops/run/active_run.hpp"
#include "chatops/run/catalogue.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace chatops {

/// Knows every open run from when this process took it up, and the people who looked at their page
/// since. Used from one thread, the world's executor.
class homes {
  public:
    /// All must outlive this.
    homes(world& outside, const catalogue& commands, const gate::rulebook& rules)
        : world_(outside), commands_(commands), rules_(rules) {}

    homes(const homes&) = delete;
    homes& operator=(const homes&) = delete;

    /// Shows that person's page, and again at every change. Of many people those who looked last
    /// are kept.
    void open(const person& whose);

    /// The run goes on.
    void began(const active_run& run);
    /// The run waits, by what its message shows, or has ended.
    void stopped(const active_run& run);

    [[nodiscard]] home_page page_of(const person& whose) const;

  private:
    struct open_run {
        person asker;
        std::string line;
        std::string command;
        /// What it asks, while it waits for a person.
        std::optional<reply> question;
    };
    struct viewer {
        bool is_shown_now = false;
        bool has_changed = false;
    };

    void changed();
    void refresh(const std::string& person_id);
    asio::awaitable<void> show(std::string person_id);

    world& world_;
    const catalogue& commands_;
    const gate::rulebook& rules_;
    std::map<run_id, open_run> open_;
    std::map<std::string, viewer> viewers_;
    /// Who looked first is first.
    std::deque<std::string> order_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/homes.ipp")
