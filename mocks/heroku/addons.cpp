// Add-ons of an application, and what services offer.
#include "mocks/heroku/addons.hpp"

#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::heroku {
namespace {

// Prices as elements.heroku.com has them; the ids are made up, and always the same.
constexpr addon_plan plans[] = {
    {"heroku-postgresql", "essential-0", 500, "DATABASE_URL", "postgresql", true},
    {"heroku-postgresql", "essential-1", 900, "DATABASE_URL", "postgresql", true},
    {"heroku-postgresql", "standard-0", 5'000, "DATABASE_URL", "postgresql", true},
    {"heroku-redis", "mini", 300, "REDIS_URL", "redis", true},
    {"heroku-redis", "premium-0", 1'500, "REDIS_URL", "redis", true},
    {"papertrail", "choklad", 0, "PAPERTRAIL_API_TOKEN", "papertrail", false},
    {"papertrail", "fixa", 700, "PAPERTRAIL_API_TOKEN", "papertrail", false},
    {"scheduler", "standard", 0, "", "scheduler", false},
};

struct addon_service {
    std::string_view name;
    std::string_view human_name;
};

constexpr addon_service services[] = {{"heroku-postgresql", "Heroku Postgres"},
                                      {"heroku-redis", "Heroku Key-Value Store"},
                                      {"papertrail", "Papertrail"},
                                      {"scheduler", "Heroku Scheduler"}};

/// `Essential 0`
std::string human_name_of(const addon_plan& plan) {
    std::string name(plan.name);
    std::replace(name.begin(), name.end(), '-', ' ');
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

/// A UUID that is always the same for that text.
std::string id_of(const account_state& account, std::string_view text) {
    return account.person_of(text).id;
}

/// By `service:plan`; a service alone means its first plan.
const addon_plan* find_plan(std::string_view name) {
    for (const addon_plan& each : plans)
        if (each.full_name() == name || each.service == name) return &each;
    return nullptr;
}

const addon_plan& plan_of(const object& body) {
    const auto named = identity_parameter(body, "plan");
    if (!named || named->empty()) throw invalid_params("Missing required parameter: `plan`.");
    const addon_plan* const found = find_plan(*named);
    // Source: the text is what heroku/cli's users report; [?] for the status.
    if (found == nullptr)
        throw invalid_params("Couldn't find either the add-on service or the add-on plan of \"" +
                             *named + "\".");
    return *found;
}

bool is_taken(const account_state& account, std::string_view name) {
    for (const app& of : account.apps)
        for (const addon& each : of.addons)
            if (each.name == name) return true;
    return false;
}

/// `postgresql-cubed-12345`, as Heroku names an add-on that nobody named.
std::string made_up_name(account_state& account, const addon_plan& plan) {
    static constexpr std::array shapes{"round", "cubed", "flat", "curved", "angular", "deep"};
    for (;;) {
        std::string name(plan.short_name);
        (name += '-') += shapes[account.chance().below(shapes.size())];
        const std::string number = std::to_string(account.chance().below(100'000));
        (name += '-').append(5 - number.size(), '0') += number;
        if (!is_taken(account, name)) return name;
    }
}

std::string given_name(call& from, const addon_plan& plan) {
    const auto name = text_parameter(from.body, "name");
    if (!name) return made_up_name(from.account, plan);
    // Source: `^[a-zA-Z][A-Za-z0-9_-]+$` in schema.json; [?] for the texts.
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    const bool letter = !name->empty() && allowed(name->front()) && name->front() > '9';
    if (name->size() < 2 || !letter || name->front() == '_' || name->front() == '-' ||
        !std::all_of(name->begin(), name->end(), allowed))
        throw invalid_params("Name is invalid");
    if (is_taken(from.account, *name)) throw invalid_params("Name is already taken");
    return *name;
}

addon& addon_of(app& of, std::string_view id_or_name) {
    for (addon& each : of.addons)
        if (each.id == id_or_name || each.name == id_or_name) return each;
    throw not_found("add-on");
}

/// `DATABASE` of `DATABASE_URL`.
std::string attachment_of(const addon& which) {
    const std::string name =
        which.config_vars.empty() ? std::string("ADDON") : which.config_vars.front();
    return name.substr(0, name.find('_'));
}

object show_plan(const account_state& account, const addon_plan& plan) {
    return {{"addon_service", id_and_name(id_of(account, plan.service), plan.service)},
            {"created_at", nullptr},
            {"default", find_plan(plan.service) == &plan},
            {"description", plan.full_name()},
            {"human_name", human_name_of(plan)},
            {"id", id_of(account, plan.full_name())},
            {"installable_inside_private_network", false},
            {"name", plan.full_name()},
            {"price", {{"cents", plan.price_cents}, {"contract", false}, {"unit", "month"}}},
            {"state", "ga"},
            {"visible", true}};
}

object show_service(const account_state& account, const addon_service& service) {
    return {{"cli_plugin_name", nullptr},
            {"human_name", service.human_name},
            {"id", id_of(account, service.name)},
            {"name", service.name},
            {"state", "ga"},
            {"supports_multiple_installations", true},
            {"supports_sharing", true}};
}

} // namespace

answer list_addons(call& from) {
    array all;
    for (const app& of : from.account.apps)
        for (const addon& each : of.addons) all.push_back(show(each, of, from.account));
    return {200, std::move(all), {"id", "name"}};
}

answer list_app_addons(call& from) {
    const app& of = from.of();
    array all;
    for (const addon& each : of.addons) all.push_back(show(each, of, from.account));
    return {200, std::move(all), {"id", "name"}};
}

answer show_addon(call& from) {
    for (const app& of : from.account.apps)
        for (const addon& each : of.addons)
            if (each.id == from.words[0] || each.name == from.words[0])
                return {200, show(each, of, from.account)};
    throw not_found("add-on");
}

answer show_app_addon(call& from) {
    app& of = from.of();
    return {200, show(addon_of(of, from.words[1]), of, from.account)};
}

/// A database takes a moment; what only needs an account elsewhere is there at once.
answer create_addon(call& from) {
    app& of = from.of();
    const addon_plan& plan = plan_of(from.body);
    from.account.check_paid(plan.price_cents);
    if (of.is_private && text_parameter(from.body, "confirm") != of.name)
        throw confirmation_required(of.name);
    addon made;
    made.name = given_name(from, plan);
    made.id = from.account.new_id();
    made.plan = plan.full_name();
    made.plan_id = id_of(from.account, made.plan);
    made.service_id = id_of(from.account, plan.service);
    made.created_at = made.updated_at = from.now;
    if (!plan.variable.empty()) made.config_vars = {std::string(plan.variable)};
    made.state = "provisioning";
    made.settles_at = from.now + limits::addon_provision;
    of.addons.push_back(std::move(made));
    if (!plan.takes_time) settle_addon(from.account, of, of.addons.back(), from.now);
    return {201, show(of.addons.back(), of, from.account)};
}

answer update_addon(call& from) {
    app& of = from.of();
    addon& which = addon_of(of, from.words[1]);
    const addon_plan& plan = plan_of(from.body);
    if (plan.full_name().substr(0, plan.service.size()) !=
        which.plan.substr(0, which.plan.find(':')))
        // [?] Nobody was seen to try.
        throw invalid_params("The plan must be of the same add-on service.");
    if (which.state == "provisioning")
        throw invalid_params("Add-on is still being provisioned."); // [?]
    from.account.check_paid(plan.price_cents);
    which.plan = plan.full_name();
    which.plan_id = id_of(from.account, which.plan);
    which.updated_at = from.now;
    return {200, show(which, of, from.account)};
}

answer delete_addon(call& from) {
    app& of = from.of();
    addon& which = addon_of(of, from.words[1]);
    const addon gone = which;
    of.addons.erase(of.addons.begin() + (&which - of.addons.data()));
    release_draft draft =
        draft_of(from.account, of, "Detach " + attachment_of(gone) + " (@ref:" + gone.name + ")");
    for (const std::string& each : gone.config_vars) draft.config_vars.erase(each);
    std::erase_if(of.drains, [&](const log_drain& each) { return each.addon_id == gone.id; });
    make_release(from.account, of, std::move(draft), from.now);
    object last = show(gone, of, from.account);
    last["state"] = "deprovisioned";
    return {200, std::move(last)};
}

void settle_addon(account_state& account, app& of, addon& pending, time_point at) {
    pending.settles_at.reset();
    pending.state = "provisioned";
    pending.updated_at = at;
    // Source: devcenter.heroku.com, "Papertrail": it reads the log through a drain of its own.
    if (pending.plan.substr(0, 11) == "papertrail:")
        of.drains.push_back({account.new_id(), "syslog+tls://logs.papertrailapp.com:12345",
                             "d." + account.new_id(), pending.id, at});
    release_draft draft =
        draft_of(account, of, "Attach " + attachment_of(pending) + " (@ref:" + pending.name + ")");
    for (const std::string& each : pending.config_vars)
        draft.config_vars[each] =
            pending.plan.substr(0, pending.plan.find(':')) + "://" + account.chance().word(16);
    make_release(account, of, std::move(draft), at);
}

// ---- what there is to be had

answer list_addon_services(call& from) {
    array all;
    for (const addon_service& each : services) all.push_back(show_service(from.account, each));
    return {200, std::move(all), {"id", "name"}};
}

answer show_addon_service(call& from) {
    for (const addon_service& each : services)
        if (each.name == from.words[0] || id_of(from.account, each.name) == from.words[0])
            return {200, show_service(from.account, each)};
    throw not_found("add-on service");
}

answer list_plans(call& from) {
    show_addon_service(from);
    array all;
    for (const addon_plan& each : plans)
        if (each.service == from.words[0] || id_of(from.account, each.service) == from.words[0])
            all.push_back(show_plan(from.account, each));
    return {200, std::move(all), {"id", "name"}};
}

answer show_plan(call& from) {
    for (const addon_plan& each : plans)
        if (each.full_name() == from.words[0] ||
            id_of(from.account, each.full_name()) == from.words[0])
            return {200, show_plan(from.account, each)};
    throw not_found("plan");
}

} // namespace chatops::mocks::heroku
