// A JSON object for a request, written straight into text.
#pragma once

#include "chatops/slack/block_writer.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace chatops::slack {

class json_body {
  public:
    json_body& text(std::string_view name, std::string_view value) {
        begin(name);
        append_quoted(body_, value);
        return *this;
    }
    /// Nothing is written for an empty value.
    json_body& text_if_any(std::string_view name, std::string_view value) {
        return value.empty() ? *this : text(name, value);
    }
    /// `value` is JSON already.
    json_body& json(std::string_view name, std::string_view value) {
        begin(name);
        body_ += value;
        return *this;
    }
    json_body& flag(std::string_view name, bool value) {
        return json(name, value ? "true" : "false");
    }
    /// Nothing can be written afterwards.
    std::string finish() {
        body_ += '}';
        return std::move(body_);
    }

  private:
    void begin(std::string_view name) {
        body_ += body_.empty() ? '{' : ',';
        append_quoted(body_, name);
        body_ += ':';
    }

    std::string body_;
};

} // namespace chatops::slack
