#include "agent/process/commands.h"

#include <boost/json.hpp>

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;

std::string textAt(const json::value &body, std::string_view key)
{
    const json::object *object = body.if_object();
    const json::value *value = object == nullptr ? nullptr : object->if_contains(key);
    const json::string *text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

} // namespace

json::value makeCommand(std::string_view command, std::string_view instance)
{
    json::object out{{"command", command}};
    if (!instance.empty())
        out["instance"] = instance;
    return out;
}

std::string commandOf(const json::value &body)
{
    return textAt(body, "command");
}

std::string instanceOf(const json::value &body)
{
    return textAt(body, "instance");
}

std::string textOf(const json::value &body, std::string_view key)
{
    return textAt(body, key);
}

json::value okReply()
{
    return json::object{{"ok", true}};
}

json::value refusalReply(const Error &error)
{
    return json::object{
        {"ok", false},
        {"refusal", json::object{{"code", error.code}, {"what", error.what}, {"mend", error.mend}}},
    };
}

Result<void> replyResult(const json::value &body)
{
    const json::object *object = body.if_object();
    const json::value *ok = object == nullptr ? nullptr : object->if_contains("ok");
    if (ok != nullptr && ok->is_bool() && ok->get_bool())
        return {};
    const json::value *refusal = object == nullptr ? nullptr : object->if_contains("refusal");
    if (refusal == nullptr || !refusal->is_object())
        return fail("A0183", "a process of the agent answered in a way that makes no sense", "restart twinhelmd");
    return fail(textAt(*refusal, "code"), textAt(*refusal, "what"), textAt(*refusal, "mend"));
}

} // namespace twinhelm::agent
