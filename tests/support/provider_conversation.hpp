// A conversation with a provider that a test writes down: what its client asks and is answered.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/random.hpp"
#include "chatops/provider/connection.hpp"
#include "support/played.hpp"
#include "support/scripted_transport.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace chatops::support {

inline constexpr auto happened = effect_known::may_have_happened;
inline constexpr auto nothing_happened = effect_known::did_not_happen;

template <class Client>
class provider_conversation : public testing::Test {
  protected:
    provider_conversation(std::string url, std::string token) {
        where.name = Client::provider;
        where.url = std::move(url);
        where.token = secret(std::move(token));
    }

    Client made(provider::repeats policy = provider::repeats::when_safe) {
        return Client({network, world.time, chance, where, known, policy});
    }

    /// What a failed call says: `unavailable` with what is known of its effect, or a refusal.
    template <class T>
    std::string failure_of(asio::awaitable<T> work) {
        try {
            world.play(std::move(work));
        } catch (const unavailable& silent) {
            EXPECT_EQ(silent.provider(), Client::provider);
            return std::string(silent.effect() == happened ? "perhaps done: " : "not done: ") +
                   silent.what();
        } catch (const provider_error& refused) {
            EXPECT_EQ(refused.provider(), Client::provider);
            return std::to_string(refused.status()) + ' ' + refused.id() + ' ' +
                   refused.request_id() + ": " + refused.what();
        }
        return "fine";
    }

    /// The same answer to every try of a request that may be repeated.
    void every_try(const std::string& asked, int status, const std::string& body) {
        for (int i = 0; i < 6; ++i) network.on(asked, status, body);
    }

    played_world world;
    seeded_random chance{1};
    scripted_transport network{world.time};
    config::account where;
    provider::account_state known;
};

} // namespace chatops::support
