#include "agent/linux/netlink_attributes.h"

#include <new>

#include <netlink/msg.h>
#include <sys/socket.h>

namespace twinhelm::agent
{

namespace
{

void require(int result)
{
    if (result < 0)
        throw std::bad_alloc();
}

} // namespace

NetlinkMessage newMessage(std::uint16_t type, int flags, std::size_t size)
{
    NetlinkMessage message(nlmsg_alloc_size(size));
    if (!message || nlmsg_put(message.get(), NL_AUTO_PORT, NL_AUTO_SEQ, type, 0, flags) == nullptr)
        throw std::bad_alloc();
    nlmsg_hdr(message.get())->nlmsg_pid = 0;
    return message;
}

void append(nl_msg *message, const void *header, std::size_t size)
{
    require(nlmsg_append(message, const_cast<void *>(header), size, NLMSG_ALIGNTO));
}

void putBytes(nl_msg *message, int attribute, const void *data, std::size_t size)
{
    require(nla_put(message, attribute, static_cast<int>(size), data));
}

void putAddress(nl_msg *message, int attribute, const IpAddress &address)
{
    putBytes(message, attribute, address.bytes().data(), address.size());
}

void putString(nl_msg *message, int attribute, const std::string &text)
{
    require(nla_put_string(message, attribute, text.c_str()));
}

Nest::Nest(nl_msg *message, int attribute) : message_(message), start_(nla_nest_start(message, attribute))
{
    if (start_ == nullptr)
        throw std::bad_alloc();
}

Nest::~Nest()
{
    nla_nest_end(message_, start_);
}

std::uint8_t familyNumber(Family family)
{
    return family == Family::IPv4 ? AF_INET : AF_INET6;
}

} // namespace twinhelm::agent
