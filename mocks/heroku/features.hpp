// What can be switched on for an application: Heroku's features, also called labs.
#pragma once

#include <span>
#include <string_view>

namespace chatops::mocks::heroku {

struct lab_feature {
    std::string_view name;
    std::string_view display_name;
    std::string_view description;
    std::string_view doc_url;
    /// `general` or `beta`.
    std::string_view state;
};

std::span<const lab_feature> lab_features();

} // namespace chatops::mocks::heroku
