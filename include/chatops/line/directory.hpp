// Which command a line names: by hash, so that 10,000 names take as long as 10.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/line/words.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace chatops::line {

/// The command that a line begins with.
struct found_command {
    const command_description* command;
    /// Its place in the list that the directory was made of.
    std::size_t index;
    /// How many words its name took; the rest are its arguments and options.
    std::size_t words;
};

/// A name or an alias, in the directory's sorted list.
struct directory_name {
    std::string_view name;
    std::uint32_t index;
    bool is_alias;
    std::uint8_t words = 0;
    /// Where, in the list, the names end that share its first word, and its first two.
    std::array<std::uint32_t, 2> group_end{};
};

/// The names and aliases of the commands of a catalogue. Case is ignored when looking up, for
/// phones begin a line with a capital.
class directory {
  public:
    /// The descriptions must outlive it. That no line can mean two of them is asserted here, and
    /// known when it compiles by `check_names`.
    explicit directory(std::vector<const command_description*> commands);

    /// The command whose name or alias the line begins with. Mistakes: `no_command` for an empty
    /// line, `unknown_command` with the nearest names, or with those of the group if the line names
    /// one (`heroku`), `look_alike_letter` for a name with a letter of another alphabet in it.
    [[nodiscard]] result<found_command> find(const words& line) const;

    /// The same, or nothing, and only among the first `most` words.
    [[nodiscard]] std::optional<found_command> match(const words& line, std::size_t most) const;

    /// The same by a whole name, as in a form or an address: its place in `commands()`, if there is
    /// one.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    [[nodiscard]] std::span<const command_description* const> commands() const { return commands_; }
    /// All names and aliases, sorted by bytes, which puts a group's together.
    [[nodiscard]] std::span<const directory_name> names() const { return names_; }
    /// Those of them that begin with `prefix`, which has no capitals.
    [[nodiscard]] std::span<const directory_name> names_from(std::string_view prefix) const;

  private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t name_plus_one = 0; // 0: free.
    };

    void add_slot(std::uint32_t name);
    void find_groups();
    template <class Same>
    const directory_name* look(std::uint64_t hash, Same same) const;
    mistake unknown(const words& line) const;
    std::optional<mistake> only_looks_right(const words& line) const;
    std::optional<mistake> only_without_quotes(const words& line) const;
    mistake group_alone(std::string_view group, std::span<const directory_name> members,
                        const words& line, std::size_t typed) const;
    std::string nearest_to(const words& line, std::string_view typed_name,
                           std::span<const directory_name> members) const;
    void add_destroyers(std::vector<const directory_name*>& near,
                        std::span<const directory_name> members) const;

    std::vector<const command_description*> commands_;
    std::vector<directory_name> names_;
    std::vector<slot> slots_; // A power of two, at most half full.
    std::size_t most_words_ = 0;
};

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/directory.ipp")
