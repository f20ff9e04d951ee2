// A file goes up in three steps, and comes down with a token.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_files : public slack_office {
  public:
    static std::string path_of(std::string_view url) {
        return std::string(url.substr(std::string("http://127.0.0.1:9100").size()));
    }
};

TEST_F(slack_files, are_uploaded_and_shared) {
    const object place =
        call("files.getUploadURLExternal", with({{"filename", "log.txt"}, {"length", 5}}));
    ASSERT_EQ(word(place), "ok");
    const value list = *json::parse(R"([{"id":")" + std::string(text_of(place, "file_id")) +
                                    R"(","title":"The log"}])");
    const object complete =
        with({{"files", list}, {"channel_id", "C0ACME0001"}, {"initial_comment", "see"}});
    EXPECT_EQ(word(call("files.completeUploadExternal", complete)), "file_not_found");

    const auto uploaded = request("POST", path_of(text_of(place, "upload_url")), "hello");
    EXPECT_EQ(uploaded.body, "OK - 5");
    const object shared = call("files.completeUploadExternal", complete);
    EXPECT_EQ(word(shared), "ok");
    EXPECT_EQ(transcript("acme"), "ops: see\n");

    const std::string url(text_of(shared.at("files").at(0).as_object(), "url_private"));
    EXPECT_EQ(request("GET", path_of(url)).status, 403);
    EXPECT_EQ(request("GET", path_of(url), {},
                      {{"Authorization", "Bearer " + world.data().slack.app.bot_token}})
                  .body,
              "hello");
}

TEST_F(slack_files, come_as_a_form_from_the_node_client) {
    const object place =
        call("files.getUploadURLExternal", with({{"filename", "a.bin"}, {"length", 4}}));
    std::string with_zero =
        "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\n";
    with_zero += std::string("\r\n\0\n", 4) + "\r\n--B--\r\n";
    const auto uploaded = request("POST", path_of(text_of(place, "upload_url")), with_zero,
                                  {{"Content-Type", "multipart/form-data; boundary=B"}});
    EXPECT_EQ(uploaded.body, "OK - 4");
}

TEST_F(slack_files, are_shared_in_several_places) {
    const object place =
        call("files.getUploadURLExternal", with({{"filename", "a"}, {"length", 5}}));
    request("POST", path_of(text_of(place, "upload_url")), "hello");
    array files{with({{"id", text_value(text_of(place, "file_id"))}})};
    const auto share = [&](const std::string& where) {
        return word(call(
            "files.completeUploadExternal",
            with({{"files", files}, {"channels", text_value(where)}, {"initial_comment", "see"}})));
    };
    std::string many;
    for (int i = 0; i < 101; ++i) many += "C0ACME0001,";
    EXPECT_EQ(share(many), "channels_limit_exceeded");
    EXPECT_EQ(share("C0ACME0001,C0NOTHING1"), "invalid_channel");
    EXPECT_EQ(share("C0ACME0001,C0GENERAL1"), "not_in_channel");
    EXPECT_EQ(transcript("acme"), "") << "in none, where one is wrong";
    EXPECT_EQ(share("C0ACME0001, U0LEAD0001"), "ok");
    EXPECT_EQ(transcript("acme"), "ops: see\n");
    EXPECT_EQ(transcript("@lead"), "ops: see\n");
}

TEST_F(slack_files, of_the_wrong_size_or_to_nowhere_are_refused) {
    const object place =
        call("files.getUploadURLExternal", with({{"filename", "a"}, {"length", 5}}));
    EXPECT_EQ(request("POST", path_of(text_of(place, "upload_url")), "toolong").status, 400);
    EXPECT_EQ(request("POST", "/upload/v1/nothing", "x").status, 404);
    EXPECT_EQ(word(call("files.getUploadURLExternal", with({{"filename", "a"}, {"length", 0}}))),
              "missing_argument");
    EXPECT_EQ(word(call("files.getUploadURLExternal", with({{"filename", "a"}, {"length", -1}}))),
              "invalid_arguments");
    const value description = text_value(std::string(1'001, 'x'));
    EXPECT_EQ(word(call("files.getUploadURLExternal",
                        with({{"filename", "a"}, {"length", 1}, {"alt_txt", description}}))),
              "alt_txt_too_large");
    EXPECT_EQ(word(call("files.getUploadURLExternal", with({{"filename", "a"}}))),
              "invalid_arguments");
    EXPECT_EQ(word(call("files.getUploadURLExternal",
                        with({{"filename", "a"}, {"length", std::int64_t{1} << 30}}))),
              "file_upload_size_restricted");
}

} // namespace
} // namespace chatops::mocks
