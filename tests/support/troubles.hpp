// What can go wrong with one request, as the mocks' plans of faults write it.
#pragma once

#include <string>

namespace chatops::support {

/// Each once, for a client that may repeat.
inline constexpr const char* every_fault[] = {
    R"("kind":"reset_before")",
    R"("kind":"reset_after")",
    R"("kind":"truncated")",
    R"("kind":"html")",
    R"("kind":"timeout")",
    R"("kind":"status","status":503)",
    R"("kind":"status","status":503,"has_effect":true)",
    R"("kind":"status","status":429,"retry_after_s":2)",
};

/// A plan: that fault, once, of the request after so many.
inline std::string after(int passed, const std::string& fault) {
    return R"([{"match":{"method":"*","path":"*"},)" + fault + R"(,"count":1,"after":)" +
           std::to_string(passed) + "}]";
}

/// What leaves an act's outcome unknown, and whether it was had.
struct trouble {
    const char* fault;
    bool has_effect;
};
inline constexpr trouble all_trouble[] = {
    {R"("kind":"reset_before")", false},
    {R"("kind":"reset_after")", true},
    {R"("kind":"truncated")", true},
    {R"("kind":"timeout")", false},
    {R"("kind":"timeout","has_effect":true)", true},
    {R"("kind":"html")", false},
    {R"("kind":"html","has_effect":true)", true},
    {R"("kind":"status","status":503)", false},
    {R"("kind":"status","status":503,"has_effect":true)", true},
};

/// A plan: that fault, once, of the first request with that method.
inline std::string of_method(const std::string& method, const char* fault) {
    return R"([{"match":{"method":")" + method + R"(","path":"*"},)" + fault + "}]";
}

} // namespace chatops::support
