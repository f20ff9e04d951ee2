// What operators read: one line an event, with fields. The interface; native/ has the writer.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace chatops {

enum class log_level { debug, info, warning, error };

/// A name and a value of one log line. A `secret` does not convert to one.
struct log_field {
    std::string_view name;
    std::string value;
};

/// Where log lines go. `event` is a short constant phrase ("request refused"); what varies is a
/// field.
class log {
  public:
    log() = default;
    log(const log&) = delete;
    log& operator=(const log&) = delete;
    virtual ~log() = default;

    virtual void write(log_level level, std::string_view event,
                       std::initializer_list<log_field> fields) = 0;

    void info(std::string_view event, std::initializer_list<log_field> fields = {}) {
        write(log_level::info, event, fields);
    }
    void warning(std::string_view event, std::initializer_list<log_field> fields = {}) {
        write(log_level::warning, event, fields);
    }
    void error(std::string_view event, std::initializer_list<log_field> fields = {}) {
        write(log_level::error, event, fields);
    }
};

} // namespace chatops
