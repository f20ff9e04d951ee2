// Addresses in which a credential may stand: where Heroku sends an application's log, or news of
// it.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/fixed_string.hpp"
#include "chatops/core/result.hpp"
#include "chatops/core/secret.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops::heroku {

/// What everybody may see of an address, its scheme and host: `https://[hidden]@logs.example`. Of
/// one without a proper host, nothing but the scheme. Of what it returns, it returns the same.
std::string visible_part(std::string_view url);

/// The host of an address, with its port; empty where it has no proper one.
std::string_view host_of(std::string_view url);

/// An address that was read from Heroku, of which no more is kept than everybody may see.
struct visible_url {
    static constexpr std::string_view kind = "address";

    std::string text;

    static result<visible_url> parse(std::string_view url) {
        return visible_url{visible_part(url)};
    }
    [[nodiscard]] const std::string& to_text() const { return text; }
    friend bool operator==(const visible_url&, const visible_url&) = default;
};

/// An address that a person typed. `Wrong(text)` is what is wrong with one, without repeating it.
template <fixed_string Kind, std::optional<mistake> (*Wrong)(std::string_view)>
struct secret_url {
    static constexpr std::string_view kind = Kind.view();

    secret url;

    static result<secret_url> parse(std::string_view text) {
        if (auto wrong = Wrong(text)) return std::move(*wrong);
        return secret_url{secret(std::string(text))};
    }
    [[nodiscard]] std::string to_text() const { return visible_part(url.reveal()); }
    static secret reveal(const secret_url& what) { return what.url; }
};

namespace detail {
/// Mistakes: `heroku_drain_url`, `heroku_webhook_url`.
std::optional<mistake> wrong_drain_url(std::string_view text);
std::optional<mistake> wrong_webhook_url(std::string_view text);
} // namespace detail

/// `https://…`, `http://…`, `syslog+tls://…` or `syslog://…`.
/// Source: devcenter.heroku.com, "Log Drains".
using drain_url = secret_url<"address of a log drain", &detail::wrong_drain_url>;
/// `https://…` or `http://…`. Source: devcenter.heroku.com, "App Webhooks".
using webhook_url = secret_url<"address of a webhook", &detail::wrong_webhook_url>;

} // namespace chatops::heroku

#include CHATOPS_BODY("chatops/provider/heroku/secret_url.ipp")
