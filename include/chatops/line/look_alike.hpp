// Letters that only look like the ones on a keyboard, and characters that cannot be seen at all.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::line {

/// `U+0435`, as people look it up.
std::string code_point(char32_t code);

/// The ASCII character that `code` is easily taken for: `e` for the Cyrillic U+0435, `a` for the
/// wide U+FF41. 0 for one that is not seen, such as a zero-width joiner. Nothing for all others,
/// ASCII among them. A part of Unicode Technical Standard 39's confusables: those that look alike
/// in common fonts, or that software puts into text.
std::optional<char> looks_like(char32_t code);

/// The same text in the characters that it looks like: what a person believes to have typed.
std::string as_it_looks(std::string_view text);

/// The first character in `text` that looks like another one or is not seen.
struct look_alike {
    char32_t code;
    /// 0 if it is not seen.
    char looks_like;
    /// Bytes of the text.
    std::size_t begin;
    std::size_t end;
};
std::optional<look_alike> first_look_alike(std::string_view text);

/// The mistake of a name `typed`, at `begin` of the line, that looks like `meant`, which exists:
/// `look_alike_letter`, with the place of the first such character.
mistake looks_like_a_name(std::string_view typed, std::size_t begin, std::string_view meant);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/look_alike.ipp")
