#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::heroku {
namespace {

bool lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

/// `^[a-z][a-z0-9-]{1,28}[a-z0-9]$`, and nobody else's. Source: schema.json; the texts were seen in
/// facebookresearch/ParlAI#2985 and heroku/legacy-cli.
void check_name(account_state& account, std::string_view name) {
    const auto allowed = [](char c) { return lower_letter(c) || digit(c) || c == '-'; };
    if (name.size() > 30) throw invalid_params("Name is too long (maximum is 30 characters)");
    if (name.size() < 3) throw invalid_params("Name is too short (minimum is 3 characters)");
    if (!lower_letter(name.front()) || name.back() == '-' ||
        !std::all_of(name.begin(), name.end(), allowed))
        throw invalid_params("Name must start with a letter, end with a letter or digit and can "
                             "only contain lowercase letters, digits, and dashes.");
    if (account.find_app(name) != nullptr)
        throw invalid_params("Name " + std::string(name) + " is already taken");
}

/// `sharp-rain-04217`, as Heroku names an application that nobody named.
std::string made_up_name(account_state& account) {
    static constexpr std::array adjectives{"sharp", "quiet", "misty", "bold", "calm", "salty"};
    static constexpr std::array nouns{"rain", "reef", "meadow", "ridge", "tundra", "brook"};
    random_source& chance = account.chance();
    for (;;) {
        std::string name = adjectives[chance.below(adjectives.size())];
        (name += '-') += nouns[chance.below(nouns.size())];
        const std::string number = std::to_string(chance.below(100'000));
        (name += '-').append(5 - number.size(), '0') += number;
        if (account.find_app(name) == nullptr) return name;
    }
}

std::string stack_parameter(const object& in, std::string_view name) {
    const auto given = identity_parameter(in, name);
    if (!given) return {};
    const stack* const found = find_stack(*given);
    if (found == nullptr) throw not_found("stack");
    return std::string(found->name);
}

std::string default_stack() {
    const auto all = stacks();
    return std::string(std::find_if(all.begin(), all.end(), [](const stack& each) {
                           return each.is_default;
                       })->name);
}

void rename(app& which, const std::string& name) {
    for (domain& each : which.domains)
        if (each.kind == "heroku") each.hostname = name + ".herokuapp.com";
    which.name = name;
}

} // namespace

answer list_apps(call& from) {
    if (!from.words.empty()) show_account(from);
    array all;
    for (const app& each : from.account.apps) all.push_back(show(each, from.account));
    return {200, std::move(all), {"id", "name", "updated_at"}};
}

answer show_app(call& from) { return {200, show(from.of(), from.account)}; }

answer create_app(call& from) {
    account_state& account = from.account;
    const auto name = text_parameter(from.body, "name");
    if (name) check_name(account, *name);
    const region* const place = find_region(identity_parameter(from.body, "region").value_or("us"));
    if (place == nullptr) throw not_found("region");
    const std::string stack_name = stack_parameter(from.body, "stack");

    app made;
    made.id = account.new_id();
    made.name = name ? *name : made_up_name(account);
    made.region = place;
    made.stack = made.build_stack = stack_name.empty() ? default_stack() : stack_name;
    made.created_at = made.updated_at = from.now;
    made.domains.push_back(
        {account.new_id(), made.name + ".herokuapp.com", "heroku", std::nullopt, from.now});
    made.collaborators.push_back({account.new_id(), account.owner, "owner", from.now});
    for (const char* const description : {"Initial release", "Enable Logplex"})
        make_release(account, made, draft_of(account, made, description), from.now);
    account.apps.push_back(std::move(made));
    return {201, show(account.apps.back(), account)};
}

answer update_app(call& from) {
    app& which = from.of();
    const auto name = text_parameter(from.body, "name");
    if (name && *name != which.name) check_name(from.account, *name);
    const std::string stack_name = stack_parameter(from.body, "build_stack");
    const auto maintenance = flag_parameter(from.body, "maintenance");

    if (name) rename(which, *name);
    if (!stack_name.empty()) which.build_stack = stack_name;
    if (maintenance && *maintenance != which.maintenance) {
        which.maintenance = *maintenance;
        note(which, from.now, "app", "api",
             std::string(*maintenance ? "Enable" : "Disable") + " maintenance mode by user " +
                 from.account.owner.email);
    }
    which.updated_at = from.now;
    return {200, show(which, from.account)};
}

answer delete_app(call& from) {
    app& which = from.of();
    object last = show(which, from.account);
    std::erase_if(from.account.couplings,
                  [&](const coupling& each) { return each.app_id == which.id; });
    from.account.apps.erase(from.account.apps.begin() + (&which - from.account.apps.data()));
    return {200, std::move(last)};
}

} // namespace chatops::mocks::heroku
