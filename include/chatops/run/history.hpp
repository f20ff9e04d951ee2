// What is recorded of one run, by step: what a replay returns instead of acting.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/journal/event.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {

/// One step as far as the journal knows it.
struct step_history {
    /// How often it was about to act.
    int begun = 0;
    /// The data of the last time it was.
    std::string begun_data;
    /// The record of what became of it, and when it was made.
    std::optional<std::string> record;
    time_point recorded_at{};
    /// This replay has come by.
    bool visited = false;
};

/// A question to a person and, once there is one, the first answer.
struct question_history {
    time_point asked;
    bool answered = false;
    time_point answered_at{};
    /// JSON text: who, and which choice.
    std::string answer;
    /// This replay has come by its answer.
    bool visited = false;
};

/// The journal of one run, sorted for replay. It grows as the run goes on.
class history {
  public:
    void add(const journal::entry& happened);

    /// The step of that path, made if it is new.
    step_history& step(std::string_view path);

    /// The question of that name, or null if it was never asked.
    [[nodiscard]] const question_history* question(const std::string& name) const;
    [[nodiscard]] question_history* question(const std::string& name);

    /// The `accepted` event's data.
    [[nodiscard]] const std::string& accepted() const { return accepted_; }
    [[nodiscard]] time_point accepted_at() const { return accepted_at_; }
    [[nodiscard]] bool delivered() const { return delivered_; }
    /// Who wants the run to end, if anyone.
    [[nodiscard]] const std::optional<std::string>& cancelled_by() const { return cancelled_by_; }
    /// A step of the command's own has acted, or was about to.
    [[nodiscard]] bool has_begun() const;
    /// A step of the command's own was about to act on the world.
    [[nodiscard]] bool has_acted() const;
    /// When a person last said something in it: the line, or an answer.
    [[nodiscard]] time_point last_said() const;
    /// When the last step ended, or question was answered, that this replay has come by under
    /// `scope` (a path's beginning, or empty); `before` if there was none since.
    [[nodiscard]] time_point last_passed(std::string_view scope, time_point before) const;

    /// A recorded step under `scope` (a path's beginning, or empty) that this replay has not met:
    /// the program is not the one that wrote the journal. Engine's own steps (`@…`) do not count.
    [[nodiscard]] const std::string* unvisited(std::string_view scope) const;

    /// The record of a step, or null.
    [[nodiscard]] const std::string* record_of(std::string_view path) const;

    /// The steps recorded so far, in the order in which they were.
    [[nodiscard]] const std::vector<std::string>& recorded_order() const { return order_; }

  private:
    std::map<std::string, step_history, std::less<>> steps_;
    std::map<std::string, question_history> questions_;
    std::vector<std::string> order_;
    std::string accepted_;
    time_point accepted_at_{};
    std::optional<std::string> cancelled_by_;
    bool delivered_ = false;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/history.ipp")
