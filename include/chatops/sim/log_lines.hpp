// A log that keeps its lines, for tests to read.
#pragma once

#include "chatops/core/log.hpp"

#include <string>
#include <vector>

namespace chatops::sim {

class log_lines final : public log {
  public:
    void write(log_level level, std::string_view event,
               std::initializer_list<log_field> fields) override {
        static constexpr std::string_view names[]{"debug", "info", "warning", "error"};
        std::string line(names[static_cast<int>(level)]);
        line += ": ";
        line += event;
        for (const log_field& each : fields) {
            line += ' ';
            line += each.name;
            line += '=';
            line += each.value;
        }
        lines.push_back(std::move(line));
    }

    std::vector<std::string> lines;
};

} // namespace chatops::sim
