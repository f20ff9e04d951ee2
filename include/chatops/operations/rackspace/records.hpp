// `rackspace records`, `rackspace record show`, `create`, `change`, `destroy`: the lines of a zone.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// As DNS writes them. PTR belongs to an address, and to no domain: `rackspace pointers`.
enum class zone_record_type { A, AAAA, CNAME, MX, TXT, NS, SRV };
BOOST_DESCRIBE_ENUM(zone_record_type, A, AAAA, CNAME, MX, TXT, NS, SRV)

struct rackspace_records {
    static constexpr command_info info{.name = "rackspace records",
                                       .help = "List the records of a domain",
                                       .effect = effect::read,
                                       .aliases = {"rax records", "rackspace record list"},
                                       .examples = {"rackspace records acme.example"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What a record says besides its name and data, by its type.
struct zone_record_options {
    static constexpr std::string_view heading = "By its type";

    option<"ttl", "how long others may remember it, like 30m; 5m at least",
           std::optional<std::chrono::seconds>>
        ttl;
    option<"priority", "of MX and SRV: which server comes first, lower before higher",
           std::optional<std::uint16_t>>
        priority;
    option<"weight", "of SRV: the share among those of one priority", std::optional<std::uint16_t>>
        weight;
    option<"port", "of SRV: the port", std::optional<std::uint16_t>> port;
};

struct rackspace_record_show {
    static constexpr command_info info{
        .name = "rackspace record show",
        .help = "Show where a record of a domain leads, and how long others may remember it",
        .effect = effect::read,
        .aliases = {"rax record show"},
        .examples = {"rackspace record show acme.example www",
                     "rackspace record show acme.example @ --type MX"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;
    argument<"record", "the record", rackspace::record_ref> record;
    option<"type", "of which type, where several have the name", std::optional<zone_record_type>>
        type;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_record_create {
    static constexpr command_info info{
        .name = "rackspace record create",
        .help = "Add a record to a domain",
        .effect = effect::change,
        .aliases = {"rax record create", "rackspace record add"},
        .examples = {"rackspace record create acme.example A www 203.0.113.7",
                     "rackspace record create acme.example MX @ mail.acme.example --priority 10",
                     "rackspace record create acme.example TXT _dmarc \"v=DMARC1; p=none\"",
                     "rackspace record create acme.example SRV _sip._tcp sip.acme.example "
                     "--priority 10 --weight 5 --port 5060"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;
    argument<"type", "what sort", zone_record_type> type;
    argument<"name", "for which name; @ for the domain itself", rackspace::record_name> name;
    argument<"data", "where it leads, or its text"> data;
    option<"comment", "a note for whoever manages it", std::optional<std::string>> comment;
    zone_record_options also;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_record_change {
    static constexpr command_info info{
        .name = "rackspace record change",
        .help = "Change where a record leads, or what else it says",
        .effect = effect::change,
        .aliases = {"rax record change"},
        .examples = {"rackspace record change acme.example www --data 203.0.113.8",
                     "rackspace record change acme.example @ --type MX --priority 20"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;
    argument<"record", "the record", rackspace::record_ref> record;
    option<"type", "of which type, where several have the name", std::optional<zone_record_type>>
        type;
    option<"data", "where it then leads, or its text", std::optional<std::string>> data;
    option<"comment", "a note for whoever manages it; \"\" for none", std::optional<std::string>>
        comment;
    zone_record_options also;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_record_destroy {
    static constexpr command_info info{
        .name = "rackspace record destroy",
        .help = "Destroy a record of a domain, for good",
        .effect = effect::destroy,
        .aliases = {"rax record destroy", "rackspace record remove"},
        .examples = {"rackspace record destroy acme.example www",
                     "rackspace record destroy acme.example @ --type TXT"}};
    static constexpr bool confirms_itself = true;

    argument<"domain", "the domain", rackspace::domain_name> domain;
    argument<"record", "the record", rackspace::record_ref> record;
    option<"type", "of which type, where several have the name", std::optional<zone_record_type>>
        type;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/records.ipp")
