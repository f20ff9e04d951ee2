#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <charconv>
#include <vector>

namespace chatops::mocks::heroku {
namespace {

/// What one process type is asked to become.
struct change {
    process* type;
    int quantity;
    const dyno_size* size;
};

process& process_of(app& of, std::string_view id_or_type) {
    process* const found = of.find_process(id_or_type);
    if (found == nullptr) throw no_process_type(id_or_type);
    return *found;
}

/// A whole number, or, as Heroku's CLI sends it, one written as text.
std::optional<int> quantity_parameter(const object& in) {
    const value* const given = member(in, "quantity");
    if (given == nullptr || given->is_null()) return std::nullopt;
    std::int64_t number = -1;
    if (given->is_int64()) {
        number = given->get_int64();
    } else if (given->is_string()) {
        const std::string_view text = view(given->get_string());
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) number = -1;
    }
    // [?] Heroku's own text is not known.
    if (number < 0) throw invalid_params("Quantity must be a whole number of 0 or more.");
    if (number > limits::app_dynos) number = limits::app_dynos + 1;
    return static_cast<int>(number);
}

/// `dyno_size` by the schema of today, `size` by the CLI and older ones.
const dyno_size* size_parameter(const object& in) {
    auto given = identity_parameter(in, "dyno_size");
    if (!given) given = identity_parameter(in, "size");
    if (!given) return nullptr;
    const dyno_size* const found = find_dyno_size(*given);
    // Source: daemonsy/hubot-heroku#17, with the sizes of its day.
    if (found == nullptr)
        throw invalid_params("No such size as " + *given + ". Available dyno sizes are " +
                             names_of_dyno_sizes() + ".");
    return found;
}

change read_change(process& type, const object& update) {
    const dyno_size* const size = size_parameter(update);
    return {&type, quantity_parameter(update).value_or(type.quantity), size ? size : type.size};
}

/// Source: the id and `limit` as autoscalers read them (`cannot_update_above_limit`), the text as
/// that of `cannot_run_above_limit` in flowhub/guv#16.
refused above_limit(int limit, const dyno_size& size) {
    return {422,
            "cannot_update_above_limit",
            "Cannot update to more than " + std::to_string(limit) + ' ' + std::string(size.name) +
                " size dynos.",
            {{"limit", limit},
             {"size", size.name},
             {"url", "https://devcenter.heroku.com/articles/dyno-size#default-scaling-limits"}}};
}

bool performance(const dyno_size& size) { return size.dedicated; }

/// The formation as it would be after these changes.
std::vector<change> outcome(app& of, const std::vector<change>& changes) {
    std::vector<change> after;
    for (process& each : of.formation) {
        after.push_back({&each, each.quantity, each.size});
        for (const change& wanted : changes)
            if (wanted.type == &each) after.back() = wanted;
    }
    return after;
}

void check_limits(const std::vector<change>& after) {
    int all = 0;
    const dyno_size* first = nullptr;
    for (const change& each : after) {
        if (each.quantity == 0) continue;
        if (each.size->tier != dyno_tier::production && each.quantity > limits::small_type_dynos)
            throw above_limit(limits::small_type_dynos, *each.size);
        if (performance(*each.size) && each.quantity > limits::performance_type_dynos)
            throw above_limit(limits::performance_type_dynos, *each.size);
        all += each.quantity;
        if (all > limits::app_dynos) throw above_limit(limits::app_dynos, *each.size);
        if (first == nullptr) first = each.size;
        // Source: dhyegocalota/visa-appointment-tracker#10.
        if (first->tier != each.size->tier)
            throw invalid_params("Cannot use the following dyno types in the same app: " +
                                 std::string(first->name) + " and " + std::string(each.size->name));
    }
}

void apply(call& from, app& of, const change& wanted) {
    process& type = *wanted.type;
    const bool resized = type.size != wanted.size;
    if (!resized && type.quantity == wanted.quantity) return;
    type.quantity = wanted.quantity;
    type.size = wanted.size;
    type.updated_at = from.now;
    note(of, from.now, "app", "api",
         "Scaled to " + type.type + '@' + std::to_string(type.quantity) + ':' +
             std::string(type.size->name) + " by user " + from.account.owner.email);
    follow_formation(from.account, of, type, from.now);
    if (!resized) return;
    for (dyno& each : of.dynos)
        if (!each.one_off && each.type == type.type && each.size != type.size)
            restart(from.account, of, each, from.now);
}

/// Of all that shall run, a month.
int price_of(const std::vector<change>& formation) {
    int cents = 0;
    for (const change& each : formation) cents += each.quantity * each.size->price_cents;
    return cents;
}

/// All of them or none.
void apply_all(call& from, app& of, const std::vector<change>& changes) {
    const std::vector<change> after = outcome(of, changes);
    check_limits(after);
    from.account.check_paid(price_of(after) - price_of(outcome(of, {})));
    for (const change& each : changes) apply(from, of, each);
}

} // namespace

answer list_formation(call& from) {
    const app& of = from.of();
    array all;
    for (const process& each : of.formation) all.push_back(show(each, of));
    return {200, std::move(all), {"id", "type", "updated_at"}};
}

answer show_formation(call& from) {
    app& of = from.of();
    return {200, show(process_of(of, from.words[1]), of)};
}

answer update_formation(call& from) {
    app& of = from.of();
    process& type = process_of(of, from.words[1]);
    apply_all(from, of, {read_change(type, from.body)});
    return {200, show(type, of)};
}

answer update_formations(call& from) {
    app& of = from.of();
    const array* const updates = array_of(from.body, "updates");
    if (updates == nullptr) throw invalid_params("Missing required parameter: `updates`.");
    std::vector<change> changes;
    for (const value& each : *updates) {
        if (!each.is_object()) throw invalid_params("`updates` must be an array of objects.");
        const object& update = each.get_object();
        auto identity = text_parameter(update, "type");
        if (!identity) identity = text_parameter(update, "process");
        if (!identity) throw invalid_params("Missing required parameter: `type`.");
        changes.push_back(read_change(process_of(of, *identity), update));
    }
    apply_all(from, of, changes);
    array all;
    for (const process& each : of.formation) all.push_back(show(each, of));
    return {200, std::move(all)};
}

} // namespace chatops::mocks::heroku
