#include "mocks/slack/refusal.hpp"

namespace chatops::mocks::slack {

refusal wrong_argument(std::string_view sentence, std::string_view error) {
    array messages;
    messages.push_back(text_value("[ERROR] " + std::string(sentence)));
    object metadata;
    metadata["messages"] = std::move(messages);
    object more;
    more["response_metadata"] = std::move(metadata);
    return {error, std::move(more)};
}

} // namespace chatops::mocks::slack
