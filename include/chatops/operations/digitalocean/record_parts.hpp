// What belongs to a record of a zone, by its type; and which record is meant.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/records.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <optional>
#include <string>

namespace chatops::operations {

/// `MX`.
std::string word_of(record_type type);

/// `www` of `www`, `www.acme.example` and `www.acme.example.`; `@` of the domain itself.
/// DigitalOcean would take the second for `www.acme.example.acme.example`.
std::string name_within(const std::string& name, const std::string& domain);

/// What leads to a host gets the dot at its end that DigitalOcean wants and nobody types.
std::string data_as_sent(const std::string& type, const std::string& data,
                         const std::optional<std::string>& tag);

void add_options(digitalocean::record_order& order, const record_options& given);

/// An option that a record of that type does not have.
std::optional<std::string> stranger_in(const std::string& type, const record_options& given);
/// An option that a new record of that type needs.
std::optional<std::string> missing_in(const std::string& type, const record_options& given);

/// The record that says just that, if there is one. Both must live until the awaitable ends.
asio::awaitable<std::optional<digitalocean::record>>
record_like(digitalocean::client& ocean, const std::string& domain,
            const digitalocean::record_order& like);

/// The one of that id, or else all of that name, of that type if one is given. All must live until
/// the awaitable ends.
asio::awaitable<choice<digitalocean::record>>
look_for_record(digitalocean::client& ocean, const std::string& domain, const std::string& which,
                const std::optional<record_type>& type);

/// Asks which is meant where several are called so. Nothing where `seen` is one then, otherwise
/// what to say. All must live until the awaitable ends.
asio::awaitable<std::optional<reply>> ask_which_record(context& ctx, const std::string& domain,
                                                       const std::string& which,
                                                       choice<digitalocean::record>& seen);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/record_parts.ipp")
