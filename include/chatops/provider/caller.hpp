// How a provider is asked: patiently, within its rate limit, and again only where that is safe.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/http/retry.hpp"
#include "chatops/provider/answers.hpp"
#include "chatops/provider/connection.hpp"
#include "chatops/provider/vendor.hpp"

#include <boost/json/value.hpp>

#include <memory>
#include <optional>
#include <string>

namespace chatops::provider {

/// One request, before it is addressed.
struct call {
    std::string method;
    /// Names in it are percent-encoded.
    std::string path;
    time_point deadline;
    /// Beside those that every request has.
    http::fields headers = {};
    std::string body = {};
    /// Whether asking twice is as asking once; a GET is so anyway.
    bool harmless = false;
    /// Whether it counts for the rate limit.
    bool counts = true;
    /// Whether it only looks, although its method does not say so (a query by POST).
    bool looks = false;
    /// Where it is sent to, and with what secret, where these are not the account's own: another
    /// service of the same vendor. Without a slash at the end; null for the account's token.
    std::string base = {};
    const secret* token = nullptr;
    /// Whether it carries no secret in its header: it asks for one.
    bool anonymous = false;

    [[nodiscard]] bool reads() const;
};

struct answer {
    boost::json::value value;
    /// Of the vendor's header for it; empty on the last page.
    std::string next_page;
    /// Where what was made is: the `Location` header; empty without one.
    std::string location;
    /// Of the `Date` header.
    std::optional<time_point> date;
};

/// What every provider's client asks through. Made anew for each step.
///
/// A call ends within the connection's patience, repeats included, and throws `provider_error` with
/// the vendor's id, message and request id when it refuses, or `unavailable` when there is no
/// answer that can be used: none, HTML, JSON that is cut, a status of 5xx. What is known of the
/// account's rate limit is respected before the vendor has to refuse.
class caller {
  public:
    caller(connection through, const vendor& whom) : through_(through), whom_(whom) {}

    /// When the patience for a call that begins now has an end.
    [[nodiscard]] time_point deadline() const { return through_.time.now() + through_.patience; }
    [[nodiscard]] asked question(const call& of) const {
        return {whom_, of.method + ' ' + of.path, of.reads()};
    }
    [[nodiscard]] random_source& chance() const { return through_.chance; }

    /// Sends it, again where that is safe, and returns JSON. `what` must live until it ends.
    asio::awaitable<answer> ask(const call& what);

    /// The same of what may not be there, or not any more: then nothing, where others fail by 404.
    asio::awaitable<std::optional<answer>> ask_if_there(const call& what);

    /// The text at an address that the vendor gave in an answer, at whatever host: it gets no
    /// token, and is asked for with TLS wherever the account is. Such an address is a credential,
    /// so failures say `name` (`its log`) in its place. Throws like `ask`.
    asio::awaitable<std::string> text_at(std::string url, std::string name, time_point until);

    /// The same for a text that goes on.
    asio::awaitable<std::unique_ptr<http::stream>> stream_at(std::string url, std::string name,
                                                             time_point until);

  private:
    [[nodiscard]] http::request addressed(const call& what) const;
    [[nodiscard]] const secret& token_of(const call& what) const {
        return what.token == nullptr ? through_.where.token : *what.token;
    }
    /// A request to an address that the vendor gave.
    [[nodiscard]] http::request given_address(std::string url, const asked& about) const;
    /// Throws unless there is a text.
    void check_text(const http::response& given, const asked& about, const std::string& name) const;
    [[nodiscard]] http::retry reading_patience(time_point until) const;
    /// What comes, or its failure as one of this provider's, which names what was asked.
    template <class Answer>
    asio::awaitable<Answer> heard(asio::awaitable<Answer> coming, const asked& about);

    /// Once, after waiting for the rate limit, and notes what the answer says of the account.
    asio::awaitable<http::response> send(const http::request& what, const call& of,
                                         time_point until);
    asio::awaitable<void> wait_for_token(const call& of);
    void note(const http::response& seen, const call& of);
    /// What is known of the limit that it counts for.
    rate_state& rate_of(const call& what);
    void note_silence(const unavailable& failure);
    /// When requests are free again, as an answer says that leaves none.
    [[nodiscard]] time_point next_token(const http::response& seen, time_point now) const;

    connection through_;
    const vendor& whom_;
};

} // namespace chatops::provider

#include CHATOPS_BODY("chatops/provider/caller.ipp")
