// All the commands that a bot has: which one a line means, and what each says of itself.
#pragma once

#include "chatops/line/common.hpp"
#include "chatops/line/directory.hpp"
#include "chatops/run/entry.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops {

/// A line that was read: its command and the options it gives.
struct read_line {
    const entry* command = nullptr;
    options given;
    line::common_options common;
};

/// A table of entries; made once, at the program's start. Two commands of one name are an author's
/// mistake, which `entries_of` finds within one list when it compiles.
class catalogue {
  public:
    explicit catalogue(std::vector<entry> entries);

    catalogue(const catalogue&) = delete;
    catalogue& operator=(const catalogue&) = delete;

    /// Mistakes are those of `line::split`, `line::directory::find` and `line::parse`.
    [[nodiscard]] result<read_line> read(std::string_view line, const moment& typed = {}) const;

    /// The command of that name or alias, or null.
    [[nodiscard]] const entry* find(std::string_view name) const;

    [[nodiscard]] std::span<const entry> entries() const { return entries_; }
    [[nodiscard]] const line::directory& names() const { return names_; }
    /// The digest of a command's declaration: only a program with the same one resumes its runs.
    [[nodiscard]] const std::string& digest(const entry& of) const;

    /// Names and aliases of those that take a secret.
    [[nodiscard]] std::span<const std::string_view> secret_names() const { return secret_names_; }

    /// Each option's name with each of its values as text, for the rules; secrets are left out.
    [[nodiscard]] static std::vector<std::pair<std::string, std::string>>
    values_of(const entry& of, const void* given);

  private:
    std::vector<entry> entries_;
    std::vector<std::string> digests_;
    std::vector<std::string_view> secret_names_;
    line::directory names_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/catalogue.ipp")
