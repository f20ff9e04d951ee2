#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/native/inside/target.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace chatops::native {

CHATOPS_INLINE bool target::is_address() const {
    boost::system::error_code no_address;
    boost::asio::ip::make_address(host, no_address);
    return !no_address;
}

CHATOPS_INLINE bool target::is_loopback() const {
    boost::system::error_code no_address;
    const auto address = boost::asio::ip::make_address(host, no_address);
    return no_address ? host == "localhost" : address.is_loopback();
}

CHATOPS_INLINE target target_of(const std::string& url, const std::string& plain_scheme,
                                const std::string& tls_scheme) {
    const auto refuse = [&](const std::string& host, const char* why) {
        throw unavailable(host, host + ": " + why, effect_known::did_not_happen);
    };
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->encoded_host().empty())
        refuse("no host", "the configured or received address is not a URL");
    target made;
    made.host = parsed->host_address();
    const std::string scheme(parsed->scheme());
    made.is_tls = scheme == tls_scheme;
    if (!made.is_tls && scheme != plain_scheme) refuse(made.host, "unexpected scheme of the URL");
    if (parsed->has_userinfo()) refuse(made.host, "the URL has a user in it");
    const std::string usual = made.is_tls ? "443" : "80";
    made.port = parsed->port().empty() ? usual : std::string(parsed->port());
    made.authority = std::string(parsed->encoded_host());
    if (made.port != usual) made.authority += ":" + made.port;
    made.resource = std::string(parsed->encoded_target());
    if (made.resource.empty() || made.resource.front() != '/') made.resource.insert(0, 1, '/');
    return made;
}

[[noreturn]] CHATOPS_INLINE void not_connected(const target& where, const std::string& why) {
    throw unavailable(where.host, where.authority + ": " + why, effect_known::did_not_happen);
}

} // namespace chatops::native
