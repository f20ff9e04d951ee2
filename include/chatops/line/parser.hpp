// One pass over the words of a line that fills one command; see parse.hpp.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/line/common.hpp"
#include "chatops/line/words.hpp"

#include <array>
#include <cstdint>

namespace chatops::line {

class parser {
  public:
    parser(const command_description& description, const words& line, void* command,
           const moment& typed)
        : description_(description), line_(line), command_(command), typed_(typed) {}

    /// False at a mistake.
    bool read(std::size_t first) {
        return read_words(first) && place_positions() && check_required();
    }

    [[nodiscard]] common_options common() const { return common_; }
    [[nodiscard]] mistake wrong() && { return std::move(wrong_); }

  private:
    bool read_words(std::size_t first);
    bool read_option(std::size_t& at);
    bool read_common(const common_option& option, const word& typed);
    bool read_field(std::size_t field, std::size_t& at);
    bool place_positions();
    bool check_required();
    bool set(std::size_t field, std::string_view text, std::size_t begin, std::size_t end);
    [[nodiscard]] bool is_given(std::size_t field) const { return (given_ >> field & 1U) != 0; }
    [[nodiscard]] std::string given_by_name(std::size_t before) const;
    bool explain_look_alike(std::size_t field, std::string_view text, mistake& wrong);
    [[nodiscard]] std::string repeated_text(std::string_view text) const;
    bool refuse(mistake wrong);
    bool refuse_unknown(const word& typed);
    bool refuse_look_alike(const word& typed, std::string_view name);
    bool refuse_missing_value(std::size_t field, const word& typed);
    bool refuse_missing(std::size_t field);

    const command_description& description_;
    const words& line_;
    void* command_;
    const moment& typed_;
    common_options common_;
    /// A bit for each field; detail::most_fields keeps them to 64.
    std::uint64_t given_ = 0;
    std::size_t position_count_ = 0;
    mistake wrong_;
    /// Words that are given by their place: they are placed once it is known which arguments are
    /// given by name. Left as it is until then, for it is large.
    std::array<std::uint16_t, limits::line_words> positions_;
};

} // namespace chatops::line
