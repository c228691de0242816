#pragma once

#include <functional>
#include <optional>
#include <string>

#include "agent/linux/netlink_message.h"
#include "common/base/ip_address.h"

struct nlattr;

/// What the message builders of this folder share. All of them throw std::bad_alloc when the message is full: it was
/// allocated too small, which is a defect.
namespace twinhelm::agent
{

/// Index of an interface by name; nothing: there is none.
using InterfaceIndex = std::function<std::optional<int>(const std::string &name)>;

inline constexpr std::size_t smallMessage = 256;

[[nodiscard]] NetlinkMessage newMessage(std::uint16_t type, int flags, std::size_t size = smallMessage);
void append(nl_msg *message, const void *header, std::size_t size);
template<typename Header>
void append(nl_msg *message, const Header &header)
{
    append(message, &header, sizeof header);
}

void putBytes(nl_msg *message, int attribute, const void *data, std::size_t size);
template<typename T>
void put(nl_msg *message, int attribute, const T &value)
{
    putBytes(message, attribute, &value, sizeof value);
}
void putAddress(nl_msg *message, int attribute, const IpAddress &address);
void putString(nl_msg *message, int attribute, const std::string &text);

/// An attribute with attributes inside, as long as it lives.
class Nest
{
public:
    Nest(nl_msg *message, int attribute);
    ~Nest();
    Nest(const Nest &) = delete;
    Nest &operator=(const Nest &) = delete;

private:
    nl_msg *message_;
    nlattr *start_;
};

[[nodiscard]] std::uint8_t familyNumber(Family family);

} // namespace twinhelm::agent
