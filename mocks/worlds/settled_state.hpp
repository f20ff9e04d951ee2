// A vendor's state without what differs between two tellings of one story: ids, times, chance.
#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace chatops::mocks::worlds {

/// Equal texts for states that mean the same to people: which things there are, how many of each,
/// what is set. Ids, addresses, hashes and times are only said to be there; what is named by its id
/// stands without it, and lists are in the order of their text. A word that is put on something to
/// find it again (`chatops-…`) is one of those.
std::string settled_state(const boost::json::value& state);

/// The first place at which two of them differ, with what is around it, for a person to read.
std::string first_difference(const std::string& one, const std::string& other);

} // namespace chatops::mocks::worlds
