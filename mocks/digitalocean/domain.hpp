// A DNS zone and what stands in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

struct domain_record {
    std::int64_t id = 0;
    /// `A`, `AAAA`, `CAA`, `CNAME`, `MX`, `NS`, `SOA`, `SRV` or `TXT`.
    std::string type;
    /// `@` for the domain itself.
    std::string name;
    /// Names of hosts without the dot at their end.
    std::string data;
    std::int64_t ttl_seconds = 1'800;
    std::optional<std::int64_t> priority = std::nullopt;
    std::optional<std::int64_t> port = std::nullopt;
    std::optional<std::int64_t> weight = std::nullopt;
    std::optional<std::int64_t> flags = std::nullopt;
    std::optional<std::string> tag = std::nullopt;
};

struct domain {
    std::string name;
    std::vector<domain_record> records;
    /// Of the zone: when it was changed last, in seconds.
    std::int64_t serial = 0;
};

} // namespace chatops::mocks::digitalocean
