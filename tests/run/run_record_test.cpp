#include "chatops/core/json.hpp"
#include "chatops/run/run_record.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace chatops {
namespace {

/// Events of one run, in the order in which they happened.
class life {
  public:
    life() {
        accepted_request asked;
        asked.line = "heroku ps acme";
        asked.asker_name = "lead";
        add(journal::kind::accepted, {}, json::text(json::write(asked)));
    }
    life& add(journal::kind what, std::string name = {}, std::string data = "{}") {
        journal::event each;
        each.run.text = "run";
        each.what = what;
        each.name = std::move(name);
        each.data = std::move(data);
        each.when = time_point(std::chrono::seconds(events_.size()));
        events_.push_back(std::move(each));
        return *this;
    }
    life& ends(const std::string& ending) { return add(journal::kind::delivered, {}, ending); }

    [[nodiscard]] std::optional<run_record> record() const {
        record_collector collector;
        for (auto each = events_.rbegin(); each != events_.rend(); ++each)
            if (auto made = collector.add(*each)) return made;
        return std::nullopt;
    }
    [[nodiscard]] run_state state() const { return record()->state; }

  private:
    std::vector<journal::event> events_;
};

TEST(run_record, says_what_was_asked_and_how_it_ended) {
    life one;
    one.ends(R"({"tone":"good","title":"all is up"})");
    const auto record = one.record();
    ASSERT_TRUE(record);
    EXPECT_EQ(record->id.text, "run");
    EXPECT_EQ(record->asked.line, "heroku ps acme");
    EXPECT_EQ(record->accepted_at, time_point(std::chrono::seconds(0)));
    EXPECT_EQ(record->last_at, time_point(std::chrono::seconds(1)));
    EXPECT_EQ(record->state, run_state::done);
    EXPECT_EQ(record->title, "all is up");
}

TEST(run_record, a_question_without_an_answer_waits) {
    life one;
    EXPECT_EQ(one.state(), run_state::running);
    one.add(journal::kind::asked, "@confirm");
    EXPECT_EQ(one.state(), run_state::waiting);
    one.add(journal::kind::answered, "@confirm");
    EXPECT_EQ(one.state(), run_state::running);
    one.add(journal::kind::recorded, "scale").add(journal::kind::asked, "again");
    EXPECT_EQ(one.state(), run_state::waiting);
}

TEST(run_record, the_outcome_tells_more_than_the_tone) {
    EXPECT_EQ(life().ends(R"({"tone":"bad","title":"x"})").state(), run_state::failed);
    EXPECT_EQ(life().ends(R"({"tone":"unanswerable","title":"x"})").state(), run_state::failed);
    EXPECT_EQ(life().ends(R"({"tone":"bad","title":"x","outcome":"denied"})").state(),
              run_state::denied);
    EXPECT_EQ(life().ends(R"({"tone":"warning","title":"x","outcome":"cancelled"})").state(),
              run_state::cancelled);
    EXPECT_EQ(life().ends(R"({"tone":"neutral","title":"x","outcome":"declined"})").state(),
              run_state::declined);
    EXPECT_EQ(life().ends(R"({"tone":"bad","title":"x","outcome":"unclear"})").state(),
              run_state::not_understood);
    EXPECT_EQ(life().ends("no JSON").state(), run_state::done) << "ended it has";
}

TEST(run_record, a_run_whose_request_cannot_be_read_is_none) {
    journal::event broken;
    broken.run.text = "run";
    broken.data = "{";
    record_collector collector;
    EXPECT_FALSE(collector.add(broken));
}

TEST(run_record, a_request_of_before_groups_and_decisions_is_read) {
    journal::event old;
    old.run.text = "run";
    old.data = R"({"line":"help","asker_id":"U1","asker_name":"a","member":"a","roles":[],)"
               R"("channel":"C","channel_name":"","thread":"","command":"help",)"
               R"("declaration":"d","version":1})";
    record_collector collector;
    const auto record = collector.add(old);
    ASSERT_TRUE(record);
    EXPECT_FALSE(record->asked.groups);
    EXPECT_FALSE(record->asked.decided);
}

} // namespace
} // namespace chatops
