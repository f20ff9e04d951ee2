#include "mocks/heroku/sizes.hpp"

#include "chatops/http/message.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::heroku {
namespace {

// Source: devcenter.heroku.com, "Dyno Types": memory, and price a month. The ids are ours.
constexpr std::array sizes{
    dyno_size{"5a8e2a52-0001-4f5e-9d0c-0a1b2c3d4e01", "Eco", dyno_tier::eco, 0.5, 1, false, 0.28,
              500},
    dyno_size{"5a8e2a52-0002-4f5e-9d0c-0a1b2c3d4e02", "Basic", dyno_tier::basic, 0.5, 1, false,
              0.28, 700},
    dyno_size{"5a8e2a52-0003-4f5e-9d0c-0a1b2c3d4e03", "Standard-1X", dyno_tier::production, 0.5, 1,
              false, 1, 2'500},
    dyno_size{"5a8e2a52-0004-4f5e-9d0c-0a1b2c3d4e04", "Standard-2X", dyno_tier::production, 1, 2,
              false, 2, 5'000},
    dyno_size{"5a8e2a52-0005-4f5e-9d0c-0a1b2c3d4e05", "Performance-M", dyno_tier::production, 2.5,
              2, true, 8, 25'000},
    dyno_size{"5a8e2a52-0006-4f5e-9d0c-0a1b2c3d4e06", "Performance-L", dyno_tier::production, 14, 8,
              true, 16, 50'000},
    dyno_size{"5a8e2a52-0007-4f5e-9d0c-0a1b2c3d4e07", "Performance-L-RAM", dyno_tier::production,
              30, 4, true, 16, 50'000},
    dyno_size{"5a8e2a52-0008-4f5e-9d0c-0a1b2c3d4e08", "Performance-XL", dyno_tier::production, 62,
              8, true, 24, 75'000},
    dyno_size{"5a8e2a52-0009-4f5e-9d0c-0a1b2c3d4e09", "Performance-2XL", dyno_tier::production, 126,
              16, true, 48, 150'000},
};

// The two regions of the Common Runtime.
constexpr std::array known_regions{
    region{"59accabd-516d-4f0e-83e6-6e3757701145", "us", "United States", "Virginia", "us-east-1"},
    region{"ed30241c-ed8c-4bb6-9714-61953675d0b4", "eu", "Ireland", "Dublin", "eu-west-1"},
};

constexpr std::array known_stacks{
    stack{"7e04461d-ec81-4bdd-8b37-b69b320f9f83", "heroku-22", false},
    stack{"9f2b7c1e-6a34-4f7d-8d2b-3b1f6f0f2401", "heroku-24", true},
    stack{"a3c1d5e7-2b46-4c68-9e8a-5d7c9b1f3502", "container", false},
};

template <class T>
const T* find(std::span<const T> all, std::string_view id_or_name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& each) {
        return each.id == id_or_name || http::equal_without_case(each.name, id_or_name);
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

std::span<const dyno_size> dyno_sizes() { return sizes; }
std::span<const region> regions() { return known_regions; }
std::span<const stack> stacks() { return known_stacks; }

const dyno_size* find_dyno_size(std::string_view id_or_name) {
    return find(dyno_sizes(), id_or_name);
}
const region* find_region(std::string_view id_or_name) { return find(regions(), id_or_name); }
const stack* find_stack(std::string_view id_or_name) { return find(stacks(), id_or_name); }

std::string names_of_dyno_sizes() {
    std::string text;
    for (const dyno_size& each : sizes) {
        if (&each == &sizes.back())
            text += " and ";
        else if (!text.empty())
            text += ", ";
        text += each.name;
    }
    return text;
}

} // namespace chatops::mocks::heroku
