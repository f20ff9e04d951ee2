// Whatever is asked in NRQL: it is read, or refused with New Relic's sentence.
#include "chatops/core/utf8.hpp"
#include "fuzz/holds.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nrql_conditions.hpp"
#include "mocks/newrelic/nrql_reading.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

namespace nrql = chatops::mocks::newrelic::nrql;

const chatops::time_point noon{chatops::duration{1'709'208'000'000}};

nrql::datum attribute(std::string_view name) {
    if (name.size() % 4 == 0) return {};
    if (name.size() % 4 == 1) return std::string(name);
    return name.size() % 4 == 2 ? nrql::datum(true) : nrql::datum(std::int64_t{5});
}

void read_as_query(std::string_view text) {
    const nrql::query made = nrql::read_query(text, noon);
    fuzz::holds(made.since < made.until, "a window is not empty");
    fuzz::holds(!made.select.empty() && !made.from.empty(), "something is selected of something");
    for (const nrql::selected& each : made.select) fuzz::holds(!each.key.empty(), "and has a name");
    const bool is_cut = made.bucket.has_value();
    fuzz::holds(!is_cut || *made.bucket <= made.until - made.since, "steps are within the window");
    fuzz::holds(!is_cut ||
                    (made.until - made.since) / *made.bucket <=
                        static_cast<long>(chatops::mocks::newrelic::limits::nrql_buckets_max),
                "and not too many");
    if (made.where) nrql::holds(*made.where, attribute, nrql::is_like);
}

void read_as_search(std::string_view text) {
    nrql::words from(text);
    const nrql::condition made = nrql::read_condition(from);
    if (!from.at_end()) from.unexpected();
    nrql::holds(made, attribute, nrql::is_like);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (auto* const read : {read_as_query, read_as_search}) {
        try {
            read(text);
        } catch (const nrql::wrong_query& why) {
            fuzz::holds(!std::string_view(why.what()).empty(), "what is refused is said");
        }
    }
    return 0;
}
