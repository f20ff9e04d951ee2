// Papertrail's search language: read once, then asked of each line.
#pragma once

#include "chatops/core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::papertrail {

/// What of a line can be searched. Views of whoever made it.
struct searched_line {
    std::string_view sender;
    std::string_view ip;
    std::string_view program;
    std::string_view facility;
    std::string_view severity;
    std::string_view message;
};

/// Words, `"phrases"` and `'phrases'`, all of which must be there, in any case and as parts of
/// words; `AND`, `OR`, `NOT` and `-`; parentheses; `program:sshd`, also `sender:` (`host:`, `ip:`),
/// `message:`, `severity:`, `facility:`, with a word, a phrase or a group. In a group of what a
/// line has one of, words stand beside each other for choice: `program:(rails nginx)`. A word with
/// any other beginning before its colon is a word: logs are full of them.
///
/// Source: help.papertrailapp.com, "Search syntax"; the blog's "Constrain searches with
/// attributes".
class query {
  public:
    /// Mistakes: `papertrail_query`, with a sentence and the place. An empty text finds everything.
    static result<query> parse(std::string_view text);

    [[nodiscard]] bool matches(const searched_line& line) const;

  private:
    friend class query_reader;

    enum class kind { everything, all_of, one_of, none_of, text };
    enum class field { any, sender, ip, program, message, severity, facility };
    struct node {
        kind what = kind::everything;
        field where = field::any;
        /// In lower case.
        std::string text = {};
        std::vector<std::size_t> parts = {};
    };

    [[nodiscard]] bool matches(const node& which, const searched_line& line) const;
    [[nodiscard]] static bool has(const node& which, const searched_line& line);

    std::vector<node> nodes_{node{}};
    std::size_t root_ = 0;
};

} // namespace chatops::mocks::papertrail
