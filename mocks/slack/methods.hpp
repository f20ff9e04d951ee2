// The Web API's methods; each returns the members beside `ok`, or throws `refusal`.
#pragma once

#include "mocks/slack/web_api.hpp"

namespace chatops::mocks::slack {

object api_test(call& asked);
object auth_test(call& asked);
object apps_connections_open(call& asked);

object chat_post_message(call& asked);
object chat_post_ephemeral(call& asked);
object chat_update(call& asked);
object chat_delete(call& asked);
object chat_get_permalink(call& asked);
object chat_schedule_message(call& asked);
object chat_delete_scheduled_message(call& asked);
object chat_scheduled_messages_list(call& asked);
object reactions_add(call& asked);

object conversations_list(call& asked);
object conversations_info(call& asked);
object conversations_history(call& asked);
object conversations_replies(call& asked);
object conversations_members(call& asked);
object conversations_open(call& asked);
object conversations_join(call& asked);

object users_info(call& asked);
object users_list(call& asked);
object users_lookup_by_email(call& asked);
object users_conversations(call& asked);

object views_open(call& asked);
object views_push(call& asked);
object views_update(call& asked);
object views_publish(call& asked);

object files_get_upload_url_external(call& asked);
object files_complete_upload_external(call& asked);

} // namespace chatops::mocks::slack
