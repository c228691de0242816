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

std::optional<std::int64_t> numberOf(const json::value &body, std::string_view key)
{
    const auto *const object = body.if_object();
    const auto *const value = object == nullptr ? nullptr : object->if_contains(key);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return std::nullopt;
    return value->get_int64();
}

bool flagOf(const json::value &body, std::string_view key)
{
    const auto *const object = body.if_object();
    const auto *const value = object == nullptr ? nullptr : object->if_contains(key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

json::value makeInstancesCommand(const std::map<std::string, std::string> &states)
{
    json::object out;
    for (const auto &[name, state] : states)
        out[name] = state;
    return json::object{{"command", command::instances}, {"instances", std::move(out)}};
}

std::map<std::string, std::string> instancesOf(const json::value &body)
{
    std::map<std::string, std::string> out;
    const auto *const object = body.if_object();
    const auto *const found = object == nullptr ? nullptr : object->if_contains("instances");
    if (found == nullptr || !found->is_object())
        return out;
    for (const auto &one : found->get_object()) {
        if (const auto *const state = one.value().if_string())
            out.emplace(std::string(one.key()), std::string(state->data(), state->size()));
    }
    return out;
}

bool isServerCommand(std::string_view name)
{
    return name == command::drain || name == command::undrain || name == command::weight || name == command::probe;
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
