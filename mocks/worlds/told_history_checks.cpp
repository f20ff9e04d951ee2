// What must be true of a conversation after each turn, and at its end.
#include "chatops/core/json.hpp"
#include "mocks/common/json.hpp"
#include "mocks/worlds/told_history.hpp"

#include <algorithm>

namespace chatops::mocks::worlds {

namespace {

using events = std::vector<journal::event>;

/// Whether that event is a yes to the question before what destroys.
bool is_a_yes(const journal::event& each) {
    if (each.what != journal::kind::answered || each.name != confirmation) return false;
    const auto read = json::parse(each.data);
    return read && read->is_object() && text_of(read->get_object(), "choice") == "yes";
}

std::string ending_in(const std::string& data) {
    const auto read = json::parse(data);
    if (!read || !read->is_object()) return "unreadable";
    const object& ending = read->get_object();
    return std::string(text_of(ending, "tone")) + ' ' + std::string(text_of(ending, "outcome"));
}

} // namespace

void told_history::broken(std::string why, const turn& what) {
    outcome.broken.push_back(std::move(why) + ": " + what.person + ": " + what.line.text);
}

std::vector<std::string> told_history::runs() const {
    std::vector<std::string> made;
    for (const journal::event& each : company_.simulation().journal().events())
        if (each.what == journal::kind::accepted) made.push_back(each.run.text);
    return made;
}

std::vector<std::string> told_history::open_runs() const {
    std::vector<std::string> open;
    const events& all = company_.simulation().journal().events();
    for (std::size_t i = events_before_; i < all.size(); ++i) {
        if (all[i].what == journal::kind::accepted) open.push_back(all[i].run.text);
        if (all[i].what == journal::kind::delivered)
            open.erase(std::remove(open.begin(), open.end(), all[i].run.text), open.end());
    }
    return open;
}

std::optional<told_history::open_question> told_history::question() const {
    std::optional<open_question> latest;
    const events& all = company_.simulation().journal().events();
    for (std::size_t i = events_before_; i < all.size(); ++i) {
        const journal::event& each = all[i];
        if (each.what == journal::kind::asked) latest = {each.run.text, each.name};
        const bool is_over = latest && latest->run == each.run.text &&
                             (each.what == journal::kind::delivered ||
                              (each.what == journal::kind::answered && each.name == latest->name));
        if (is_over) latest.reset();
    }
    return latest;
}

std::string told_history::ending() const {
    const auto all = runs();
    if (all.size() == runs_before_) return {};
    std::string last;
    for (const journal::event& each : company_.simulation().journal().events())
        if (each.what == journal::kind::delivered && each.run.text == all[runs_before_])
            last = ending_in(each.data);
    return last;
}

void told_history::check_rights(const turn& what, const std::vector<change>& changes) {
    const bool only_looks = what.line.command->what->info.effect == effect::read;
    if (only_looks && !changes.empty()) broken("a look asked for " + changes.front().text(), what);
    if (may(in_.world, what.person, what.line)) return;
    for (const change& each : changes) broken("without right, " + each.text(), what);
    for (const served& each : company_.vendors().all())
        if (each.name != "slack" && was_asked(company_, exchanges_before_, each.name))
            broken("without right, " + each.name + " was asked", what);
}

void told_history::check_confirmation(const turn& what, const std::vector<change>& changes) {
    const bool destroys = what.line.command->what->info.effect == effect::destroy;
    std::optional<time_point> asked;
    std::optional<time_point> agreed;
    const events& all = company_.simulation().journal().events();
    for (std::size_t i = events_before_; i < all.size(); ++i) {
        if (all[i].what == journal::kind::asked && all[i].name == confirmation) asked = all[i].when;
        if (is_a_yes(all[i])) agreed = all[i].when;
    }
    for (const change& each : changes) {
        const bool is_after_yes = agreed && each.sent >= *agreed;
        if (destroys && !is_after_yes) broken("without a yes, " + each.text(), what);
        if (!destroys && asked && each.sent >= *asked && !is_after_yes)
            broken("asked, and did without a yes " + each.text(), what);
    }
}

void told_history::check_repetition(const turn& what, const told_turn& told,
                                    const told_turn* undisturbed) {
    for (const auto& [text, times] : told.done) {
        int meant = 1;
        if (undisturbed != nullptr)
            if (const auto there = undisturbed->done.find(text); there != undisturbed->done.end())
                meant = there->second;
        if (times > meant) broken("twice, " + text, what);
    }
    if (undisturbed == nullptr || is_cut_ || undisturbed->ending != told.ending) return;
    for (const auto& [kind, times] : told.done_of_kind)
        if (const auto there = undisturbed->done_of_kind.find(kind);
            there != undisturbed->done_of_kind.end() && times > there->second)
            broken("more often than undisturbed, " + kind, what);
}

void told_history::check_secrets(const turn& what) {
    for (const std::string& hidden : what.line.secrets) {
        const auto is_in = [&](const std::string& text) {
            return text.find(hidden) != std::string::npos;
        };
        for (const journal::event& each : company_.simulation().journal().events())
            if (is_in(each.data) || is_in(each.name)) broken("a secret is in the journal", what);
        for (const std::string& each : company_.simulation().log().lines)
            if (is_in(each)) broken("a secret is in the log", what);
        for (const slack::shown_message& each : company_.messages())
            if (each.user == in_.world.slack.app.name &&
                (is_in(each.text) || is_in(boost::json::serialize(each.blocks))))
                broken("a secret is said again", what);
    }
}

void told_history::check_visible(const turn& what) {
    if (accepted() == 0 && company_.messages().size() <= messages_before_)
        broken("nothing was said to it", what);
    const std::size_t most = is_cut_ ? 2 : 1;
    // What came too late for Slack may have been taken, and was said again.
    if (accepted() > most && what.how == turn::way::mention)
        broken("became " + std::to_string(accepted()) + " runs", what);
}

void told_history::check_one_message_each() {
    std::map<std::string, int> answers;
    for (const journal::event& each : company_.simulation().journal().events()) {
        if (each.what == journal::kind::accepted) answers[each.run.text] = 0;
        if (each.what == journal::kind::delivered) ++answers[each.run.text];
    }
    for (const auto& [run, delivered] : answers)
        if (delivered != 1)
            outcome.broken.push_back("run " + run + " was answered " + std::to_string(delivered) +
                                     " times");
    std::size_t messages = 0;
    for (const slack::shown_message& each : company_.messages())
        messages += each.user == in_.world.slack.app.name && each.ephemeral_to.empty() &&
                            each.thread_ts.empty()
                        ? 1
                        : 0;
    if (messages != answers.size())
        outcome.broken.push_back(std::to_string(messages) + " messages for " +
                                 std::to_string(answers.size()) + " runs");
}

} // namespace chatops::mocks::worlds
