// What Heroku offers to everyone, and whose account asks. Only what is used.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::heroku {

// Source: heroku/platform-api's schema.json.

struct cost {
    std::int64_t cents = 0;
    /// `month`
    std::string unit;
    /// Agreed upon with whoever buys it; said of add-ons only.
    std::optional<bool> contract;

    friend bool operator==(const cost&, const cost&) = default;
};
BOOST_DESCRIBE_STRUCT(cost, (), (cents, unit, contract))

/// What a dyno can be.
struct dyno_size {
    static constexpr std::string_view path = "/dyno-sizes";

    std::string name;
    /// GB.
    double memory = 0;
    /// Shares of the processor.
    std::int64_t compute = 0;
    /// On a machine of its own.
    bool dedicated = false;
    /// Not shown to everyone.
    std::optional<heroku::cost> cost;
    /// Only for the spaces of enterprises.
    std::optional<bool> private_space_only;

    friend bool operator==(const dyno_size&, const dyno_size&) = default;
};
BOOST_DESCRIBE_STRUCT(dyno_size, (), (name, memory, compute, dedicated, cost, private_space_only))

struct region {
    static constexpr std::string_view path = "/regions";

    std::string name;
    std::string description;
    /// Only for the spaces of enterprises.
    std::optional<bool> private_capable;

    friend bool operator==(const region&, const region&) = default;
};
BOOST_DESCRIBE_STRUCT(region, (), (name, description, private_capable))

/// The system that applications run on.
struct stack {
    static constexpr std::string_view path = "/stacks";

    std::string name;
    /// `public`, `beta`, `deprecated`.
    std::string state;
    /// New applications run on it.
    std::optional<bool> default_;

    friend bool operator==(const stack&, const stack&) = default;
};
BOOST_DESCRIBE_STRUCT(stack, (), (name, state, default_))

/// Whose add-ons can be had.
struct addon_service {
    static constexpr std::string_view path = "/addon-services";

    /// `heroku-postgresql`
    std::string name;
    /// `Heroku Postgres`
    std::string human_name;
    /// `ga`, `beta`, `alpha`, `shutdown`.
    std::string state;

    friend bool operator==(const addon_service&, const addon_service&) = default;
};
BOOST_DESCRIBE_STRUCT(addon_service, (), (name, human_name, state))

/// One thing that a service sells.
struct addon_plan {
    /// `heroku-postgresql:essential-0`
    std::string name;
    std::optional<cost> price;
    /// As of a service.
    std::string state;
    /// What one gets where no plan is named.
    std::optional<bool> default_;

    /// `essential-0`
    [[nodiscard]] std::string short_name() const { return name.substr(name.find(':') + 1); }

    friend bool operator==(const addon_plan&, const addon_plan&) = default;
};
BOOST_DESCRIBE_STRUCT(addon_plan, (), (name, price, state, default_))

/// Whose token it is.
struct account_facts {
    std::string email;
    std::optional<std::string> name;
    bool two_factor_authentication = false;

    friend bool operator==(const account_facts&, const account_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(account_facts, (), (email, name, two_factor_authentication))

/// How many requests the account may still send.
struct requests_left {
    std::int64_t remaining = 0;

    friend bool operator==(const requests_left&, const requests_left&) = default;
};
BOOST_DESCRIBE_STRUCT(requests_left, (), (remaining))

} // namespace chatops::heroku
