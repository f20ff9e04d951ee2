// Which zone and record at Rackspace are meant, and how a zone is changed: by a job, once, awaited
// in the run's message.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

template <>
inline constexpr noun noun_of<rackspace::domain>{"domain", "rackspace domains"};
template <>
inline constexpr noun noun_of<rackspace::record>{"record", "rackspace records"};

/// The zone that is meant, or what to say instead.
struct chosen_zone {
    std::optional<reply> instead;
    rackspace::domain it;
};

/// By name, or by id. The text must live until the awaitable ends.
asio::awaitable<chosen_zone> choose_zone(context& ctx, const std::string& which);

/// The record that is meant, or what to say instead.
struct chosen_record {
    std::optional<reply> instead;
    rackspace::record it;
};

/// The one of that id, or else of that name, of that type if one is given. All must live until the
/// awaitable ends.
asio::awaitable<chosen_record> choose_record(context& ctx, const rackspace::domain& of,
                                             const std::string& which,
                                             const std::optional<std::string>& type);

/// Begins the job, waits until it has ended, and returns what became of it; its steps are named for
/// `step`. One that ends in ERROR ends the run. Both must live until the awaitable ends.
asio::awaitable<rackspace::dns_job> carry_out_job(context& ctx, const std::string& step,
                                                  const rackspace::dns_order& what);

/// `www` of `www.acme.example`, `@` of the domain itself.
std::string name_in_zone(const std::string& name, const std::string& zone);
/// `www.acme.example` of `www`, `www.acme.example` and `www.acme.example.`; the zone's own of `@`.
std::string whole_name(const std::string& name, const std::string& zone);
/// What stands behind a record's type: `10 mail.example.com`.
std::string zone_data(const rackspace::record& each);
/// `3600 s`: how long others may remember something.
std::string ttl_text(const std::optional<std::int64_t>& seconds);
/// `A www of acme.example`.
std::string zone_title(const rackspace::record& each, const std::string& zone);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/dns_parts.ipp")
