// Lantern's status page, as the bot asks it: what its API holds, and a client for it.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <chatops/chatops.hpp>

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
