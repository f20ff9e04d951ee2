// The functions that the page calls in WebAssembly. Each returns JSON text (web/shown.hpp says of
// what shape), or `{"error": "…"}`; web/src/module.ts calls them by these names.
#include "web/exported.hpp"

#include "chatops/browser/exported.hpp"
#include "chatops/core/json.hpp"
#include "web/page.hpp"

#include <charconv>
#include <stdexcept>
#include <utility>

namespace {

using namespace chatops;

mocks::worlds::simulated& shown_world() {
    static mocks::worlds::simulated what;
    return what;
}

std::unique_ptr<web::page>& open_page() {
    static std::unique_ptr<web::page> page;
    return page;
}

web::page& page() {
    if (!open_page()) throw std::logic_error("No simulation was started.");
    return *open_page();
}

std::uint64_t read_seed(std::string_view text) {
    std::uint64_t seed = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (wrong != std::errc() || end != text.data() + text.size())
        throw std::invalid_argument("A seed is a whole number, at most 18446744073709551615.");
    return seed;
}

/// A list or a text as a member, so that every answer is an object.
template <class T>
boost::json::object member(const char* name, const T& what) {
    boost::json::object made;
    made[name] = json::write(what);
    return made;
}

template <class T>
T value_of(result<T> given) {
    if (!given) throw std::invalid_argument(given.error().message);
    return std::move(*given);
}

} // namespace

int chatops::web::page_program(mocks::worlds::simulated what) {
    shown_world() = std::move(what);
    return 0;
}

using chatops::browser::answer;

CHATOPS_EXPORTED const char* chatops_start(const char* seed, const char* world) {
    return answer([&] {
        open_page() = value_of(web::page::open(read_seed(seed), world, shown_world()));
        return json::write(page().stands());
    });
}

CHATOPS_EXPORTED const char* chatops_people() {
    return answer([] { return json::write(page().who()); });
}

/// `cursor` counts bytes.
CHATOPS_EXPORTED const char* chatops_complete(const char* text, int cursor) {
    return answer(
        [&] { return json::write(page().complete(text, static_cast<std::size_t>(cursor))); });
}

CHATOPS_EXPORTED const char* chatops_check(const char* person, const char* text) {
    return answer([&] { return json::write(page().checked(text, person)); });
}

CHATOPS_EXPORTED const char* chatops_say(const char* person, const char* channel,
                                         const char* text) {
    return answer([&] { return json::write(value_of(page().say(person, channel, text))); });
}

CHATOPS_EXPORTED const char* chatops_click(const char* person, const char* ts,
                                           const char* action_id) {
    return answer([&] { return json::write(value_of(page().click(person, ts, action_id))); });
}

CHATOPS_EXPORTED const char* chatops_wait(double milliseconds) {
    return answer([&] {
        return json::write(page().wait(duration(static_cast<std::int64_t>(milliseconds))));
    });
}

CHATOPS_EXPORTED const char* chatops_views(const char* person) {
    return answer([&] { return json::write(page().views_of(person)); });
}

/// `values` is an object: the names of inputs to what is put there.
CHATOPS_EXPORTED const char* chatops_offered(const char* person, const char* input,
                                             const char* typed, const char* values) {
    return answer([&] {
        auto given = value_of(json::parse(values));
        return member("choices",
                      page().offered(person, input, typed, std::move(given.as_object())));
    });
}

CHATOPS_EXPORTED const char* chatops_submit(const char* person, const char* values) {
    return answer([&] {
        auto given = value_of(json::parse(values));
        return json::write(value_of(page().submit(person, std::move(given.as_object()))));
    });
}

CHATOPS_EXPORTED const char* chatops_close(const char* person) {
    return answer([&] { return json::write(value_of(page().close(person))); });
}

CHATOPS_EXPORTED const char* chatops_open_home(const char* person) {
    return answer([&] { return json::write(value_of(page().open_home(person))); });
}

CHATOPS_EXPORTED const char* chatops_point_at(const char* person, const char* channel,
                                              const char* ts) {
    return answer([&] { return json::write(value_of(page().point_at(person, channel, ts))); });
}

/// `lines` is a list of texts.
CHATOPS_EXPORTED const char* chatops_saved(const char* lines) {
    return answer([&] {
        const auto given =
            value_of(json::read<std::vector<std::string>>(value_of(json::parse(lines))));
        return member("text", value_of(page().saved(given)));
    });
}

CHATOPS_EXPORTED const char* chatops_messages() {
    return answer([] { return member("messages", page().messages()); });
}

CHATOPS_EXPORTED const char* chatops_exchanges(double since) {
    return answer(
        [&] { return member("exchanges", page().exchanges(static_cast<std::uint64_t>(since))); });
}

CHATOPS_EXPORTED const char* chatops_transcript_hash() {
    return answer([] { return member("hash", page().transcript_hash()); });
}
