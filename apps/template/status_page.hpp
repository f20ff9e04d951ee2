// Lantern's status page, as the bot asks it: what its API holds, and a client for it.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <chatops/commands.hpp>

#include <string>
#include <vector>

namespace lantern {

namespace asio = chatops::asio;

enum class severity { minor, major };
BOOST_DESCRIBE_ENUM(severity, minor, major)

/// What is wrong, as everyone reads it. Described, so that it is JSON and a step can record it.
struct notice {
    std::string id;
    lantern::severity severity = lantern::severity::minor;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(notice, (), (id, severity, text))

/// The id of a notice, as it is typed. A type of its own, for whose values the page is asked.
struct notice_name {
    static constexpr std::string_view kind = "name of a notice";

    std::string text;

    static chatops::result<notice_name> parse(std::string_view text) {
        if (text.empty()) return chatops::mistake{"notice_name", "A notice needs a name."};
        return notice_name{std::string(text)};
    }
    [[nodiscard]] const std::string& to_text() const { return text; }
};

inline constexpr chatops::provider::vendor status_page_facts{.name = "status",
                                                             .accept = "application/json"};

/// Handed to a step that has it as its lambda's argument; `[providers.status]` says where and by
/// which token. A refusal or a silence is thrown by `ask`, and the bot says it.
class status_page {
  public:
    static constexpr std::string_view provider = "status";
    /// After which a notice that was put is there to be seen.
    static constexpr chatops::duration settling_time{1'000};

    explicit status_page(chatops::provider::connection through)
        : caller_(through, status_page_facts) {}

    asio::awaitable<std::vector<notice>> notices() {
        const chatops::provider::call what{"GET", "/notices", caller_.deadline()};
        const auto given = co_await caller_.ask(what);
        co_return chatops::provider::read_as<std::vector<notice>>(given.value,
                                                                  caller_.question(what));
    }

    /// Who asks chooses the id, so asking twice is as asking once. By value: a coroutine outlives
    /// what its caller passed.
    asio::awaitable<notice> put(notice which) {
        chatops::provider::call what{"PUT", "/notices/" + chatops::percent_encode(which.id),
                                     caller_.deadline()};
        what.body = chatops::json::text(chatops::json::write(which));
        what.harmless = true;
        const auto given = co_await caller_.ask(what);
        co_return chatops::provider::read_as<notice>(given.value, caller_.question(what));
    }

  private:
    chatops::provider::caller caller_;
};

} // namespace lantern

/// For completion and forms: those that there are.
template <>
struct chatops::value_source<lantern::notice_name, lantern::status_page> {
    static asio::awaitable<texts_of_values> values(lantern::status_page& from,
                                                   const line::completion_request&) {
        const auto all = co_await from.notices();
        texts_of_values names;
        for (const lantern::notice& each : all) names.push_back(each.id);
        co_return names;
    }
};
