// Writes Block Kit's JSON: a message's blocks, one after the other, straight into one text.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops::slack {

/// Appends a JSON string. The text must be UTF-8.
void append_quoted(std::string& to, std::string_view text);

/// Texts are given escaped (markup.hpp). `plain` shows a text as it is; `marked` reads Slack's
/// markup in it, but looks for no links, channels or emoji by itself.
class block_writer {
  public:
    enum class text_type { plain, marked };

    block_writer();

    void header(std::string_view text);
    void section(text_type type, std::string_view text);
    /// A line in small print.
    void context(std::string_view text);

    /// Fields of one section, or buttons of one block, between a begin and its end.
    void begin_fields();
    void field(std::string_view text);
    void end_fields();
    void begin_buttons();
    /// `style` is `primary`, `danger` or empty.
    void button(std::string_view action_id, std::string_view label, std::string_view value,
                std::string_view style);
    void end_buttons();

    /// Something had no room here, which is said where it is missing.
    void leave_out() { whole_ = false; }
    /// Whether nothing was left out.
    [[nodiscard]] bool whole() const { return whole_; }

    [[nodiscard]] std::size_t count() const { return count_; }
    /// The JSON list; nothing can be written afterwards.
    std::string finish();

  private:
    void begin(std::string_view type);
    void text_object(text_type type, std::string_view text);
    void next_element();

    std::string json_;
    std::size_t count_ = 0;
    bool first_element_ = true;
    bool whole_ = true;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/block_writer.ipp")
