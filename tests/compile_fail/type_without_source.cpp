// expected: Nobody says how this type's values are asked for. Specialise
#include "chatops/line/value_source.hpp"

using namespace chatops;

struct rack {};
struct server {
    static constexpr std::string_view kind = "server";
    static result<server> parse(std::string_view) { return server{}; }
    std::string to_text() const { return {}; }
};

const auto sources = line::value_sources_of<rack, server>();
