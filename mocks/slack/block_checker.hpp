// Walks Block Kit's JSON and collects what Slack would complain of.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/slack/blocks.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace chatops::mocks::slack {

/// A JSON pointer that grows while walking (`/blocks/0/text`): a chain on the stack, made to text
/// only where something is wrong.
class pointer {
  public:
    explicit pointer(std::string_view root) : name_(root) {}

    /// What it leads to must end before it does.
    [[nodiscard]] pointer to(std::string_view name) const& { return {this, name, std::nullopt}; }
    [[nodiscard]] pointer to(std::size_t index) const& { return {this, {}, index}; }
    [[nodiscard]] pointer to(std::string_view list, std::size_t index) const& {
        return {this, list, index};
    }
    pointer to(std::string_view) && = delete;
    pointer to(std::size_t) && = delete;
    pointer to(std::string_view, std::size_t) && = delete;

    [[nodiscard]] std::string text() const;

  private:
    pointer(const pointer* outer, std::string_view name, std::optional<std::size_t> index)
        : outer_(outer), name_(name), index_(index) {}

    const pointer* outer_ = nullptr;
    std::string_view name_;
    std::optional<std::size_t> index_;
};

enum class text_kind { plain, any };
enum class presence { required, optional };

class block_checker {
  public:
    complaints found;

    void blocks(const array& all, const pointer& at, std::size_t most);
    /// An answer to `block_suggestion`: options or groups of them, perhaps none.
    void suggestions(const object& in, const pointer& at);

    void complain(std::string_view what, const pointer& at);
    /// A text object: `{"type": "plain_text", "text": …}`.
    void text(const object& in, std::string_view name, const pointer& at, std::size_t most,
              text_kind kind, presence must);
    /// A member that is text itself.
    void string(const object& in, std::string_view name, const pointer& at, std::size_t most,
                presence must);
    /// A member that is a list of so many; null when it is absent or none.
    const array* list(const object& in, std::string_view name, const pointer& at, std::size_t least,
                      std::size_t most, presence must);
    void choice(const object& in, std::string_view name, const pointer& at,
                std::initializer_list<std::string_view> allowed);

  private:
    void text_object(const value& of, const pointer& at, std::size_t most, text_kind kind);
    void block(const object& of, const pointer& at);
    void section(const object& of, const pointer& at);
    void actions(const object& of, const pointer& at);
    void context(const object& of, const pointer& at);
    void input(const object& of, const pointer& at);
    void image(const object& of, const pointer& at);
    void table(const object& of, const pointer& at);

    void element(const value& of, const pointer& at, std::set<std::string>& action_ids);
    void button(const object& of, const pointer& at);
    void select(const object& of, const pointer& at);
    void external_select(const object& of, const pointer& at);
    void options(const object& of, const pointer& at, std::size_t most, presence must);
    void option(const value& of, const pointer& at);
    void confirm(const object& of, const pointer& at);

    std::size_t markdown_characters_ = 0;
};

} // namespace chatops::mocks::slack
