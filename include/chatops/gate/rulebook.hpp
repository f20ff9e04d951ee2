// The rules with an index, so that a decision costs what fits, not what is written.
#pragma once

#include "chatops/gate/covers.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chatops::gate {

/// Each rule stands under the rarest thing that it demands (a role, a command's name, an
/// application, …); a decision looks only under what the facts have. Made anew whenever the rules
/// change, which must outlive it.
class rulebook {
  public:
    explicit rulebook(const rules& of);

    /// The first rule, in the order of the configuration, that allows it; null for none. What is
    /// open needs none: see `decide`.
    [[nodiscard]] const rule* allowing(const facts& what) const;

    /// By their chat id; null for a stranger.
    [[nodiscard]] const member* find(std::string_view chat_id) const;

    /// The rules that are for that person, whatever they allow.
    [[nodiscard]] std::vector<const rule*> rules_for(const member& who) const;

    [[nodiscard]] const rules& all() const { return *rules_; }

  private:
    using key = std::uint64_t;
    using keys = std::vector<key>;

    /// Beginnings and ends of texts by which some rule is found.
    struct lengths {
        std::vector<std::uint32_t> prefixes;
        std::vector<std::uint32_t> suffixes;
    };
    struct search;

    [[nodiscard]] bool covers(std::uint32_t place, const facts& what) const;
    [[nodiscard]] static std::vector<keys> demands_of(const rule& each);
    void note_lengths(const rule& each);
    void look(search& in, key under) const;
    void look_along(search& in, std::string_view name, std::string_view text) const;

    const rules* rules_;
    /// By key; in the order of the rules.
    std::unordered_map<key, std::vector<std::uint32_t>> places_;
    /// By place, a bit for each effect that the rule covers: most of what is found under a key
    /// fails here, without a look at the rule itself.
    std::vector<std::uint8_t> effects_;
    /// Those that demand nothing of the kind.
    std::vector<std::uint32_t> everywhere_;
    lengths lengths_;
    std::unordered_map<std::string_view, const member*> people_;
};

/// Whether one of these rules allows anything of that command at all, for help and completion.
bool may_try(const std::vector<const rule*>& mine, std::string_view command, effect what);

} // namespace chatops::gate

#include CHATOPS_BODY("chatops/gate/rulebook.ipp")
