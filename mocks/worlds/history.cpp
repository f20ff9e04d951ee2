#include "mocks/worlds/history.hpp"

#include "chatops/sim/completion.hpp"
#include "mocks/worlds/settled_state.hpp"
#include "mocks/worlds/told_history.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

/// Thinks of what people may want, in the company as it is.
class imagination {
  public:
    imagination(std::uint64_t seed, const history_setting& in, told_history& where)
        : seed_(seed), chance_(seed), in_(in), where_(where) {}

    std::uint64_t count() {
        constexpr std::uint64_t spread = 4;
        return 2 + chance_.below(spread);
    }

    turn next(bool is_last) {
        turn made;
        // All commands come by, and who may do most says them.
        const auto& entries = in_.commands.entries();
        const std::uint64_t drawn = chance_.below(entries.size());
        const entry& command = entries[is_last ? seed_ % entries.size() : drawn];
        const auto& people = in_.world.people;
        const bool by_first = chance_.chance(1, 2) || is_last;
        const std::uint64_t other = chance_.below(people.size());
        made.person = people[by_first ? 0 : other].name;
        made.channel = drawn_channel();
        draw_line_of(command, made);
        draw_way(made);
        draw_will(made, is_last);
        return made;
    }

  private:
    /// One in which the bot hears what is said to it.
    std::string drawn_channel() {
        std::vector<std::string> heard;
        for (const slack::seed_channel& each : in_.world.slack.channels)
            if (each.has_bot) heard.push_back(each.name);
        return heard.empty() ? usual_channel(in_.world) : heard[chance_.below(heard.size())];
    }

    void draw_line_of(const entry& command, turn& made) {
        const std::vector<std::string> runs = where_.runs();
        const known_things known = [&](const line::completion_request& of) {
            if (command.supervise != nullptr && of.field->name == "id") return runs;
            return sim::values_of(where_.world().simulation(), of);
        };
        const moment typed{where_.world().simulation().now(), {}};
        made.line = draw_line(in_.commands, command, known, chance_, typed);
        for (std::size_t i = 0; i < runs.size() && command.supervise != nullptr; ++i)
            if (made.line.text == std::string(command.what->info.name) + ' ' + runs[i])
                made.names_run = i;
    }

    void draw_way(turn& made) {
        constexpr std::uint64_t ways = 4;
        const std::uint64_t drawn = chance_.below(ways);
        if (drawn == 1) made.how = turn::way::slash;
        const bool has_form =
            drawn == 2 && made.line.given != nullptr && opens_a_form(*made.line.command);
        if (has_form) made.how = turn::way::form;
    }

    void draw_will(turn& made, bool is_last) {
        static constexpr turn::will others[]{turn::will::no, turn::will::silence,
                                             turn::will::cancel};
        const bool agrees = chance_.below(4) != 0;
        const std::uint64_t other = chance_.below(std::size(others));
        if (!agrees && !is_last) made.confirms = others[other];
        made.choice = chance_.next() % 60;
        const bool changes_mind = chance_.below(6) == 0;
        constexpr std::uint64_t most_steps = 120;
        const std::uint64_t after = 1 + chance_.below(most_steps);
        if (changes_mind && !is_last) made.cancels_after = after;
    }

    std::uint64_t seed_;
    seeded_random chance_;
    const history_setting& in_;
    told_history& where_;
};

} // namespace

history_outcome play_history(std::uint64_t seed, const history_setting& in) {
    told_history undisturbed(seed, in, false);
    imagination people(seed, in, undisturbed);
    std::vector<turn> turns;
    std::vector<told_turn> told;
    for (std::uint64_t left = people.count(); left > 0; --left) {
        turns.push_back(people.next(left == 1));
        told.push_back(undisturbed.tell(turns.back(), nullptr));
    }
    undisturbed.end();

    told_history disturbed(seed, in, true);
    bool is_the_same = true;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const told_turn again = disturbed.tell(turns[i], &told[i]);
        is_the_same = is_the_same && again.ending == told[i].ending && !turns[i].cancels_after;
    }
    disturbed.end();

    history_outcome outcome = std::move(disturbed.outcome);
    outcome.played.merge(undisturbed.outcome.played);
    outcome.changed.merge(undisturbed.outcome.changed);
    for (const std::string& each : undisturbed.outcome.broken)
        outcome.broken.push_back("undisturbed: " + each);
    if (!is_the_same) return outcome;
    const std::string expected = undisturbed.final_state();
    const std::string reached = disturbed.final_state();
    if (reached != expected)
        outcome.broken.push_back("the final state is " + first_difference(reached, expected));
    return outcome;
}

} // namespace chatops::mocks::worlds
