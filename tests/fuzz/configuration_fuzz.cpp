// Whatever stands in chatops.toml: it is read, or every error names its line.
#include "chatops/config/read.hpp"
#include "fuzz/holds.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

constexpr const char* secret_value = "from-the-environment";

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chatops;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (text.find(secret_value) != std::string_view::npos) return 0; // No secret, then.
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    const config::reading read =
        config::read(text, [](const char*) -> const char* { return secret_value; });
    for (const config::configuration_error& each : read.errors) {
        fuzz::holds(each.line >= 0 && each.line <= lines, "an error's line is one of the file's");
        fuzz::holds(!each.message.empty(), "an error says what is wrong");
        fuzz::holds(config::describe("chatops.toml", each).find(secret_value) == std::string::npos,
                    "and quotes no secret");
    }
    return 0;
}
