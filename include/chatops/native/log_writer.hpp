// Log lines to standard error, as logfmt: one line an event, however hostile its values.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/log.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace chatops::native {

/// `level=info event="request refused" status=401`: a line without its time and its end.
///
/// A value is quoted if it is empty or has a space, `=`, `"` or `\`. Control characters and what is
/// not UTF-8 are written as `\n`, `\t`, `\r` or `\xNN`, so that nothing sent to us makes a line, or
/// moves a terminal's cursor.
std::string log_line(log_level level, std::string_view event,
                     std::initializer_list<log_field> fields);

/// Writes lines of at least one level, each with its time in UTC, each at once. Any thread may call
/// it.
class log_writer final : public log {
  public:
    explicit log_writer(log_level least = log_level::info, std::FILE* to = stderr);
    ~log_writer() override;

    void write(log_level level, std::string_view event,
               std::initializer_list<log_field> fields) override;

    struct state;

  private:
    std::unique_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/log_writer.ipp")
