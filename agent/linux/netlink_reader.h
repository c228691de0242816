#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <netlink/attr.h>
#include <netlink/msg.h>
#include <sys/socket.h>

#include "common/base/ip_address.h"

/// What the readers of netlink messages in this folder share. Pure; no bytes at all make any of it fail.
namespace twinhelm::agent
{

/// What attributes must look like to be read; a message with others is skipped. nla_get_* look at nothing themselves.
template<std::size_t Size>
using Policy = std::array<nla_policy, Size>;

template<std::size_t Size>
constexpr Policy<Size> policy(std::initializer_list<std::pair<std::size_t, std::uint16_t>> types)
{
    Policy<Size> out{};
    for (const auto &[attribute, type] : types)
        out.at(attribute).type = type;
    return out;
}

/// The attributes behind a header of this size; false: it is cut short or one of them is not what it should be.
template<std::size_t Size>
bool parseAttributes(nlmsghdr *message, int headerSize, std::array<nlattr *, Size> &attributes, Policy<Size> expected)
{
    return nlmsg_parse(message, headerSize, attributes.data(), static_cast<int>(Size) - 1, expected.data()) >= 0;
}

/// The attributes inside of one; false also where there is none.
template<std::size_t Size>
bool parseNested(nlattr *attribute, std::array<nlattr *, Size> &attributes, Policy<Size> expected)
{
    return attribute != nullptr &&
           nla_parse_nested(attributes.data(), static_cast<int>(Size) - 1, attribute, expected.data()) == 0;
}

/// Hands every whole message of a buffer to `take`.
template<typename Take>
void forEachMessage(std::span<const std::uint8_t> buffer, Take take)
{
    // libnl's iteration wants a mutable, aligned header; netlink keeps messages aligned to 4 within the buffer.
    std::vector<std::uint32_t> aligned((buffer.size() + 3) / 4);
    std::copy(buffer.begin(), buffer.end(), reinterpret_cast<std::uint8_t *>(aligned.data()));
    auto *header = reinterpret_cast<nlmsghdr *>(aligned.data());
    int left = static_cast<int>(buffer.size());
    for (; nlmsg_ok(header, left) != 0; header = nlmsg_next(header, &left))
        take(header);
}

/// What an NLMSG_ERROR says: an errno, 0 for "done". Nothing: it is cut short.
inline std::optional<int> answerIn(const nlmsghdr *header)
{
    constexpr int mostErrno = 4095;
    if (nlmsg_datalen(header) < static_cast<int>(sizeof(nlmsgerr)))
        return std::nullopt;
    const int negated = static_cast<const nlmsgerr *>(nlmsg_data(header))->error;
    return negated >= -mostErrno && negated <= 0 ? std::optional(-negated) : std::nullopt;
}

/// From as many bytes as the family's addresses have, which the caller has looked at.
inline IpAddress addressOf(Family family, const std::uint8_t *data)
{
    if (family == Family::IPv4)
        return IpAddress::v4({data[0], data[1], data[2], data[3]});
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(data, bytes.size(), bytes.begin());
    return IpAddress::v6(bytes);
}

} // namespace twinhelm::agent
