#pragma once

#include "chatops/config/check.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"
#include "chatops/native/inside/bot_configuration.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace chatops::native {

CHATOPS_INLINE config::reading read_configuration(const std::string& path,
                                                  const catalogue& commands) {
    const auto text = read_file(path, limits::configuration_bytes);
    if (!text) {
        config::reading nothing;
        // The message begins with the path, and so does whoever prints it.
        std::string why = text.error().message;
        if (why.compare(0, path.size() + 2, path + ": ") == 0) why.erase(0, path.size() + 2);
        nothing.errors.push_back({0, 0, {}, std::move(why)});
        return nothing;
    }
    config::reading read =
        config::read(*text, [](const char* name) -> const char* { return std::getenv(name); });
    read.warnings = config::warnings_of(read.value, commands.names().commands());
    return read;
}

CHATOPS_INLINE std::string store_path(const config::configuration& from,
                                      const std::string& configuration_path) {
    return (std::filesystem::path(configuration_path).parent_path() / from.store_path).string();
}

} // namespace chatops::native
