#include "mocks/worlds/told_history.hpp"

#include "mocks/common/json.hpp"
#include "mocks/worlds/settled_state.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

company_settings settings_of(std::uint64_t seed, const history_setting& in) {
    company_settings settings;
    settings.simulation.seed = seed;
    settings.mode = seed % 2 == 0 ? slack_mode::http : slack_mode::socket;
    settings.others = in.others;
    return settings;
}

constexpr duration between_turns = std::chrono::minutes(8);

std::string short_of(std::string_view provider) { return " at " + std::string(provider); }

} // namespace

told_history::told_history(std::uint64_t seed, const history_setting& in, bool disturbed)
    : in_(in), trouble_(seed + 0x9e3779b9U), disturbed_(disturbed),
      company_(in.world, settings_of(seed, in), in.commands) {}

told_turn told_history::tell(const turn& what, const told_turn* undisturbed) {
    is_cut_ = false;
    runs_before_ = runs().size();
    events_before_ = company_.simulation().journal().events().size();
    messages_before_ = company_.messages().size();
    exchanges_before_ = exchange_count(company_);
    constexpr std::uint64_t seldom = 3;
    if (disturbed_ && trouble_.below(seldom) == 0) plan_fault(undisturbed);
    say(what);
    constexpr int patience = 60;
    for (int looks = 0; looks < patience && !open_runs().empty(); ++looks) attend(what);
    if (!open_runs().empty()) broken("without an answer", what);

    told_turn told;
    told.ending = ending();
    for (const served& each : company_.vendors().all())
        if (each.name != "slack" && was_asked(company_, exchanges_before_, each.name))
            told.asked.push_back(each.name);
    const auto changes = changes_since(company_, exchanges_before_, fault_hides_effect_);
    for (const change& each : changes) {
        if (!each.happened) continue;
        outcome.changed.emplace(what.line.command->what->info.name);
        if (!each.repeats()) continue;
        ++told.done[each.text()];
        ++told.done_of_kind[each.kind()];
    }
    const bool was_carried_out = told.ending.find("denied") == std::string::npos &&
                                 told.ending.find("unclear") == std::string::npos;
    if (was_carried_out && what.line.given != nullptr)
        outcome.played.emplace(what.line.command->what->info.name);
    check_rights(what, changes);
    check_confirmation(what, changes);
    check_repetition(what, told, undisturbed);
    check_secrets(what);
    check_visible(what);
    clear_faults();
    // What goes on at providers by itself ends, whether there were faults to wait for or not.
    company_.simulation().wait(between_turns);
    company_.simulation().settle();
    return told;
}

void told_history::end() {
    constexpr duration rest = std::chrono::hours(1);
    company_.simulation().wait(rest);
    company_.simulation().settle();
    check_one_message_each();
}

std::string told_history::final_state() {
    std::string whole;
    for (const served& each : company_.vendors().all())
        if (each.name != "slack") whole += each.name + ": " + settled_state(each.mock->state());
    for (const other_vendor& each : in_.others)
        whole += each.name + ": " + settled_state(company_.vendor(each.name)->state());
    return whole;
}

// ---- what people do

std::string told_history::text_of(const turn& what) const {
    const auto all = runs();
    if (!what.names_run || *what.names_run >= all.size()) return what.line.text;
    // The id is the line's last word: runs are named in no other place.
    return what.line.text.substr(0, what.line.text.rfind(' ') + 1) + all[*what.names_run];
}

bool told_history::is_answered_at_once(const turn& what) const {
    return what.line.given == nullptr || what.line.command->answer != nullptr;
}

void told_history::say(const turn& what) {
    const std::string text = text_of(what);
    if (what.how == turn::way::mention) return mention(what, text);
    const std::string& command = in_.world.slack.app.commands.front().name;
    const bool in_form = what.how == turn::way::form;
    const std::string typed =
        command + ' ' + (in_form ? std::string(what.line.command->what->info.name) : text);
    note(what.person + ": " + typed);
    if (!company_.say(what.person, what.channel, typed)) return broken("could not say it", what);
    cancels_after_ = in_form ? std::nullopt : what.cancels_after;
    settle(&what);
    if (in_form && accepted() == 0 && fill_in(what)) return;
    if (accepted() > 0 || (!in_form && is_answered_at_once(what))) return;
    // Slack does not repeat a command that no bot took in time: people do.
    if (!in_form && !disturbed_) broken("was not accepted", what);
    mention(what, text);
}

void told_history::mention(const turn& what, const std::string& text) {
    note(what.person + " #" + what.channel + ": " + text);
    if (!company_.say(what.person, what.channel, "@" + in_.world.slack.app.name + " " + text))
        return broken("could not say it", what);
    cancels_after_ = what.cancels_after;
    settle(&what);
    if (accepted() == 0) broken("was not accepted", what);
}

/// False where no form came, or none was taken.
bool told_history::fill_in(const turn& what) {
    const auto has_modal = [&] {
        return !company_.vendors().slack().view_of(what.person, "modal").is_null();
    };
    if (!has_modal()) {
        if (!disturbed_ && may(in_.world, what.person, what.line))
            broken("no form was opened", what);
        return false;
    }
    constexpr int tries = 3;
    for (int i = 0; i < tries && accepted() == 0 && has_modal(); ++i) {
        note(what.person + " fills in " + boost::json::serialize(form_values(what.line)));
        const auto sent = company_.submit(what.person, form_values(what.line));
        // Slack's menu of people has only those whom it knows: who means another types the line.
        if (!sent && sent.error().code == "no_such_person") return false;
        if (!sent) {
            broken("the form cannot be filled in: " + sent.error().message, what);
            return false;
        }
        // What was typed into menus was looked up, whoever typed: that is no part of the run.
        const auto changes = changes_since(company_, exchanges_before_, fault_hides_effect_);
        if (!changes.empty()) broken("to fill in a form " + changes.front().text(), what);
        exchanges_before_ = exchange_count(company_);
        cancels_after_ = what.cancels_after;
        settle(&what);
    }
    if (accepted() == 0 && !disturbed_) broken("the form was not accepted", what);
    return accepted() > 0;
}

void told_history::cancel(const turn& what) {
    const auto open = open_runs();
    if (open.empty() || is_cut_) return; // Once is enough.
    is_cut_ = true;
    note(what.person + " cancels it");
    const std::string line = "@" + in_.world.slack.app.name + " cancel " + open.front();
    if (!company_.say(what.person, what.channel, line)) broken("could not cancel it", what);
}

/// Answers what is asked, or waits.
void told_history::attend(const turn& what) {
    const auto asked = question();
    if (asked) return answer(what, *asked);
    constexpr duration a_while = std::chrono::minutes(2);
    company_.simulation().wait(a_while);
    settle(&what);
}

/// Of the bot's latest message that has some, with its ts.
std::pair<std::string, std::vector<told_history::button>> told_history::latest_buttons() const {
    std::pair<std::string, std::vector<button>> latest;
    for (const slack::shown_message& each : company_.messages()) {
        std::vector<button> found;
        for (const value& block : each.blocks) {
            if (mocks::text_of(block.as_object(), "type") != "actions") continue;
            for (const value& one : block.at("elements").as_array()) {
                const object& element = one.as_object();
                const object* const label = object_of(element, "text");
                if (label == nullptr) continue;
                found.push_back({std::string(mocks::text_of(element, "action_id")),
                                 std::string(mocks::text_of(*label, "text"))});
            }
        }
        if (each.user == in_.world.slack.app.name && !found.empty())
            latest = {each.ts, std::move(found)};
    }
    return latest;
}

void told_history::answer(const turn& what, const open_question& asked) {
    const auto [ts, buttons] = latest_buttons();
    constexpr duration longer_than_asked = std::chrono::minutes(11);
    constexpr duration a_moment = std::chrono::seconds(20);
    if (buttons.empty()) {
        company_.simulation().wait(a_moment);
        return settle(&what);
    }
    const button* pressed = &buttons[what.choice % buttons.size()];
    if (asked.name == confirmation) {
        if (what.confirms == turn::will::cancel && !is_cut_) {
            cancel(what);
            return settle(&what);
        }
        if (what.confirms == turn::will::silence || what.confirms == turn::will::cancel) {
            company_.simulation().wait(longer_than_asked);
            return settle(&what);
        }
        pressed = what.confirms == turn::will::yes ? &buttons.front() : &buttons.back();
    } else if (asked.name.find('?') != std::string::npos) {
        const std::string_view label = has_happened(asked) ? "Leave it" : "Do it";
        for (const button& each : buttons)
            if (each.label == label) pressed = &each;
    }
    if (!press(what, *pressed, ts)) company_.simulation().wait(a_moment);
    settle(&what);
}

/// It could not be told whether a step acted; whoever looks at the provider can.
bool told_history::has_happened(const open_question& asked) const {
    const std::string step = asked.name.substr(0, asked.name.find('?'));
    time_point begun{};
    for (const journal::event& each : company_.simulation().journal().events())
        if (each.run.text == asked.run && each.what == journal::kind::begun && each.name == step)
            begun = each.when;
    const auto changes = changes_since(company_, exchanges_before_, fault_hides_effect_);
    return std::any_of(changes.begin(), changes.end(),
                       [&](const change& each) { return each.happened && each.sent >= begun; });
}

bool told_history::press(const turn& what, const button& which, const std::string& ts) {
    if (!company_.click(what.person, which.id, {}, ts)) return false;
    note(what.person + " clicks " + which.label);
    return true;
}

// ---- what happens

/// Goes on until all is quiet; a disturbed bot may be killed on the way, and people may change
/// their minds.
void told_history::settle(const turn* by) {
    sim::simulation& world = company_.simulation();
    const time_point ends = world.now() + std::chrono::hours(1);
    bool waits = fault_waits_;
    constexpr std::size_t most_crashes = 4;
    constexpr std::uint64_t steps_between = 90;
    constexpr std::uint64_t longest_pause = 3'000;
    while (world.settle_step(ends)) {
        if (by != nullptr && cancels_after_ && --*cancels_after_ == 0) {
            cancels_after_.reset();
            cancel(*by);
        }
        if (!disturbed_ || outcome.crashes >= most_crashes || trouble_.below(steps_between) != 0)
            continue;
        ++outcome.crashes;
        note("(crash)");
        world.crash();
        world.wait(std::chrono::milliseconds(200 + trouble_.below(longest_pause)));
        world.start();
        waits = true;
    }
    // Slack delivers again what was not taken, up to six minutes later.
    if (waits) world.wait(std::chrono::minutes(7));
    world.settle();
}

void told_history::plan_fault(const told_turn* undisturbed) {
    struct kind {
        std::string_view json;
        bool has_effect;
    };
    static constexpr std::array<kind, 6> kinds{{
        {R"({"match":"* *","kind":"status","status":503,"count":1})", false},
        {R"({"match":"* *","kind":"reset_before","count":1})", false},
        {R"({"match":"* *","kind":"reset_after","count":1})", true},
        {R"({"match":"* *","kind":"truncated","count":1})", true},
        {R"({"match":"* *","kind":"timeout","count":1})", false},
        {R"({"match":"* *","kind":"latency_ms","latency_ms":4000,"count":2})", true},
    }};
    const kind& drawn = kinds[trouble_.below(kinds.size())];
    const std::uint64_t after = trouble_.below(4);
    const std::uint64_t where = trouble_.below(3);
    std::string vendor = "slack";
    if (where > 0 && undisturbed != nullptr && !undisturbed->asked.empty())
        vendor = undisturbed->asked[trouble_.below(undisturbed->asked.size())];
    std::string plan(drawn.json);
    plan.insert(plan.size() - 1, ",\"after\":" + std::to_string(after));
    fault_hides_effect_ = drawn.has_effect && vendor != "slack";
    fault_waits_ = true;
    ++outcome.faults;
    note("(fault" + short_of(vendor) + ": " + plan + ")");
    put_faults(vendor, "[" + plan + "]");
}

void told_history::clear_faults() {
    for (const served& each : company_.vendors().all()) put_faults(each.name, "[]");
    fault_hides_effect_ = false;
    fault_waits_ = false;
}

void told_history::put_faults(std::string_view vendor, const std::string& plan) {
    const auto answer =
        company_.simulation().control(*company_.vendor(vendor), "PUT", "/_mock/faults", plan);
    constexpr int good = 200;
    if (answer.status != good)
        outcome.broken.push_back("a plan of faults was refused" + short_of(vendor));
}

} // namespace chatops::mocks::worlds
