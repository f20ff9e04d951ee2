#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {

answer show_account(call& from) {
    const std::string self = from.words.empty() ? "~" : from.words[0];
    const person& owner = from.account.owner;
    if (self != "~" && self != owner.id && self != owner.email) throw not_found("user");
    return {200, show(from.account)};
}

answer show_rate_limit(call& from) {
    from.account.rate.fill(from.now);
    return {200, object{{"remaining", from.account.rate.tokens}}};
}

} // namespace chatops::mocks::heroku
