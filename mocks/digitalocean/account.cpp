#include "mocks/digitalocean/billing.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/times.hpp"
#include "mocks/digitalocean/views.hpp"

#include <cmath>
#include <cstdlib>

namespace chatops::mocks::digitalocean {
namespace {

/// `-3.05`: money is text, so that nothing is rounded on the way.
std::string dollars(std::int64_t cents) {
    const std::int64_t whole = std::llabs(cents);
    const std::string rest = std::to_string(whole % 100);
    return (cents < 0 ? "-" : "") + std::to_string(whole / 100) + '.' +
           std::string(2 - rest.size(), '0') + rest;
}

} // namespace

answer show_account(call& from) { return {200, object{{"account", show(from.account)}}}; }

answer show_balance(call& from) {
    const std::int64_t usage = std::llround(usage_of_month(from.account, from.now) * 100);
    const std::int64_t balance = from.account.balance_cents;
    return {200, object{{"month_to_date_balance", dollars(balance + usage)},
                        {"account_balance", dollars(balance)},
                        {"month_to_date_usage", dollars(usage)},
                        {"generated_at", iso_time(from.now)}}};
}

} // namespace chatops::mocks::digitalocean
