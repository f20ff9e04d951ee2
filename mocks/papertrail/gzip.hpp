// Bytes as a file of gzip's.
#pragma once

#include <string>
#include <string_view>

namespace chatops::mocks::papertrail {

/// Nothing is squeezed: any program undoes it all the same. Source: RFC 1952, and RFC 1951, 3.2.4.
std::string gzip(std::string_view bytes);

} // namespace chatops::mocks::papertrail
