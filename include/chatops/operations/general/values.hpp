// Which people, projects, commands and runs there are, for completion and forms.
#pragma once

#include "chatops/operations/general/names.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {
/// Who knows them, for `with_values`.
const value_knower& general_values();
} // namespace operations

/// `me`, and those whom the configuration knows.
template <>
struct value_source<operations::person_name, const value_inquiry> {
    static constexpr value_sort sort = value_sort::people;
    static asio::awaitable<texts_of_values> values(const value_inquiry& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<operations::project_name, const value_inquiry> {
    static asio::awaitable<texts_of_values> values(const value_inquiry& from,
                                                   const line::completion_request& of);
};
/// Those that the asker may try; all where nobody asks.
template <>
struct value_source<operations::command_name, const value_inquiry> {
    static asio::awaitable<texts_of_values> values(const value_inquiry& from,
                                                   const line::completion_request& of);
};
/// The words with which those go on after the words that are there.
template <>
struct value_source<operations::command_word, const value_inquiry> {
    static constexpr value_sort sort = value_sort::beginnings;
    static asio::awaitable<texts_of_values> values(const value_inquiry& from,
                                                   const line::completion_request& of);
};
/// The asker's own, the newest first; everyone's where nobody asks.
template <>
struct value_source<operations::run_ref, const value_inquiry> {
    static asio::awaitable<texts_of_values> values(const value_inquiry& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/general/values.ipp")
