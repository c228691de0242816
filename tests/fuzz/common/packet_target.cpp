#include "common/vrrp/codec.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

void tryRules(const vrrp::Datagram &datagram, vrrp::Version version, vrrp::AuthType authentication)
{
    vrrp::ReceiveRules rules;
    rules.version = version;
    rules.authType = authentication;
    rules.interval = std::chrono::seconds(1);
    const auto read = vrrp::receive(datagram, rules);
    if (!read) {
        promise(!vrrp::rejectName(read.error()).empty(), "a refusal has a name");
        return;
    }
    const auto begin = datagram.bytes.data();
    promise(read->addresses.empty() ||
                (read->addresses.data() >= begin &&
                 read->addresses.data() + read->addresses.size() <= begin + datagram.bytes.size()),
            "the addresses lie in the datagram");
}

} // namespace

void packetTarget(std::string_view input)
{
    // A copy of exactly this size, so that a read beyond it is seen.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    (void)vrrp::peekVirtualRouterId(bytes);
    vrrp::Datagram datagram;
    datagram.bytes = bytes;
    for (const bool v6 : {false, true}) {
        datagram.source = *IpAddress::parse(v6 ? "fe80::1" : "10.0.0.1");
        datagram.destination = *IpAddress::parse(v6 ? "ff02::12" : "224.0.0.18");
        for (const auto version : {vrrp::Version::V2, vrrp::Version::V3}) {
            for (const auto authentication : {vrrp::AuthType::None, vrrp::AuthType::Pass})
                tryRules(datagram, version, authentication);
        }
    }
}

} // namespace twinhelm::fuzz
