#include "apps/bot/configuration.hpp"

#include "chatops/config/check.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/native/files.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace chatops::apps {

namespace {

const char* environment(const char* name) { return std::getenv(name); }

} // namespace

config::reading read_configuration(const std::string& path, const catalogue& commands) {
    const auto text = native::read_file(path, limits::configuration_bytes);
    if (!text) {
        config::reading nothing;
        // The message begins with the path, and so does whoever prints it.
        std::string why = text.error().message;
        if (why.compare(0, path.size() + 2, path + ": ") == 0) why.erase(0, path.size() + 2);
        nothing.errors.push_back({0, 0, {}, std::move(why)});
        return nothing;
    }
    config::reading read = config::read(*text, environment);
    read.warnings = config::warnings_of(read.value, commands.names().commands());
    return read;
}

std::string store_path(const config::configuration& from, const std::string& configuration_path) {
    return (std::filesystem::path(configuration_path).parent_path() / from.store_path).string();
}

} // namespace chatops::apps
