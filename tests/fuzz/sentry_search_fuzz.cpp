// Whatever is looked for at the mock of Sentry, and wherever a page is to begin; and whatever a
// `Link` header says to the client.
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/sentry/members.hpp"
#include "fuzz/holds.hpp"
#include "mocks/sentry/cursor.hpp"
#include "mocks/sentry/errors.hpp"
#include "mocks/sentry/search.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace chatops;

const mocks::sentry::account_state& organization() {
    static const mocks::sentry::account_state made = [] {
        using std::chrono::hours;
        mocks::sentry::seed given;
        given.token = "t";
        given.organization = "acme";
        given.teams = {"backend"};
        given.members = {{"lead@acme.example", "Lea Dorn", "owner", {"backend"}}};
        given.projects = {{"shop", "ruby", {"backend"}}};
        given.releases = {{"shop@1.0", {"shop"}, hours(48)}};
        mocks::sentry::seed_issue issue;
        issue.project = "shop";
        issue.type = "NoMethodError";
        issue.value = "undefined method";
        issue.count = 5;
        issue.tags = {{"browser", {"Firefox 134"}}};
        given.issues = {issue};
        return mocks::sentry::account_state(given, 7, time_point(hours(500'000)));
    }();
    return made;
}

/// What is refused, is refused with a sentence.
template <class Work>
void honestly(const Work& work) {
    try {
        work();
    } catch (const mocks::sentry::refused& why) {
        fuzz::holds(why.status() == 400, "it is the request that is wrong");
        fuzz::holds(!why.body().empty(), "and it is said why");
    }
}

void look_for(std::string_view text) {
    honestly([&] {
        const auto terms = mocks::sentry::read_search(text);
        for (const auto& each : terms)
            fuzz::holds(!each.values.empty(), "a condition has something to meet");
        const time_point now{std::chrono::hours(500'001)};
        const bool meets =
            mocks::sentry::matches(terms, organization().issues.front(), organization(), now);
        if (terms.empty()) fuzz::holds(meets, "nothing at all is met by everything");
    });
}

void turn_pages(std::string_view text) {
    honestly([&] {
        const auto at = mocks::sentry::cursor::read(text);
        const auto again = mocks::sentry::cursor::read(at.to_text());
        fuzz::holds(at.is_empty || (again.value == at.value && again.offset == at.offset &&
                                    again.is_previous == at.is_previous),
                    "a cursor is read as it was written");
        constexpr std::size_t items = 50;
        const auto score = [](std::size_t i) { return static_cast<std::int64_t>(20 - i / 3); };
        for (const std::size_t limit : {1U, 7U, 100U}) {
            for (const auto& shown : {mocks::sentry::page_by_score(items, score, at, limit),
                                      mocks::sentry::page_by_offset(items, at, limit)}) {
                fuzz::holds(shown.begin <= shown.end && shown.end <= items, "it is in the list");
                fuzz::holds(shown.end - shown.begin <= limit, "and no more than was asked for");
                fuzz::holds(!shown.next.is_empty && !shown.previous.is_empty, "with both ways on");
            }
        }
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    look_for(text);
    turn_pages(text);
    const auto next = sentry::next_cursor(text);
    if (next)
        fuzz::holds(!next->empty() && text.find(*next) != std::string_view::npos,
                    "a cursor stands in the header");
    return 0;
}
