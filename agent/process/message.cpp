#include "agent/process/message.h"

#include <array>

#include <boost/json.hpp>

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;

constexpr std::array<std::string_view, 4> kindNames{"state", "event", "command", "reply"};

} // namespace

std::string encodeMessage(const Message &message)
{
    const json::object line{
        {"kind", kindNames[static_cast<std::size_t>(message.kind)]}, {"id", message.id}, {"body", message.body}};
    return json::serialize(line);
}

Result<Message> decodeMessage(std::string_view line)
{
    const auto broken = [](std::string why) {
        return fail("A0181", "a message between the agent's processes is broken: " + std::move(why),
                    "all processes of a node must be of the same version: restart twinhelmd");
    };
    boost::system::error_code error;
    json::parse_options options;
    options.allow_invalid_utf8 = true; // a configuration's comments may be in any encoding
    json::value parsed = json::parse(json::string_view(line.data(), line.size()), error, {}, options);
    if (error)
        return broken(error.message());
    json::object *object = parsed.if_object();
    if (object == nullptr)
        return broken("not an object");
    const json::value *kind = object->if_contains("kind");
    const json::value *id = object->if_contains("id");
    json::value *body = object->if_contains("body");
    if (kind == nullptr || !kind->is_string() || id == nullptr || body == nullptr)
        return broken("kind, id or body is missing");
    Message out;
    const json::string &name = kind->get_string();
    std::size_t index = 0;
    while (index < kindNames.size() && kindNames[index] != std::string_view(name.data(), name.size()))
        ++index;
    if (index == kindNames.size())
        return broken("unknown kind");
    out.kind = static_cast<MessageKind>(index);
    out.id = id->to_number<std::uint64_t>(error);
    if (error)
        return broken("id is not a number");
    out.body = std::move(*body);
    return out;
}

} // namespace twinhelm::agent
