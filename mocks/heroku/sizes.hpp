// What the platform offers: dyno sizes, regions and stacks.
#pragma once

#include <boost/json/value.hpp>

#include <span>
#include <string>
#include <string_view>

namespace chatops::mocks::heroku {

/// Process types of one app that run at the same time must all be of one tier.
enum class dyno_tier { eco, basic, production };

struct dyno_size {
    std::string_view id;
    std::string_view name;
    dyno_tier tier;
    double memory_gb;
    int compute;
    bool dedicated;
    double dyno_units;
    int price_cents;
};

struct region {
    std::string_view id;
    std::string_view name;
    std::string_view country;
    std::string_view locale;
    std::string_view provider_region;
};

struct stack {
    std::string_view id;
    std::string_view name;
    bool is_default;
};

std::span<const dyno_size> dyno_sizes();
std::span<const region> regions();
std::span<const stack> stacks();

/// By id, or by name in any case; null when there is none.
const dyno_size* find_dyno_size(std::string_view id_or_name);
const region* find_region(std::string_view id_or_name);
const stack* find_stack(std::string_view id_or_name);

/// `Eco, Basic, Standard-1X and …`, for a refusal.
std::string names_of_dyno_sizes();

} // namespace chatops::mocks::heroku
