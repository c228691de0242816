#include "common/vrrp/instance.h"

#include "common/vrrp/auth_header.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace twinhelm::vrrp
{

namespace
{

/// Remembered (source, reason) pairs: enough for a network gone wrong, bounded against a forger.
constexpr std::size_t reportedLimit = 16;
constexpr int addressListKind = -1;

std::uint64_t &counterOf(Counters &counters, Reject reason)
{
    switch (reason) {
    case Reject::AuthHeader:
    case Reject::BadAuthType: return counters.badAuthType;
    case Reject::BadLength: return counters.badLength;
    case Reject::BadTtl: return counters.badTtl;
    case Reject::BadVersion: return counters.badVersion;
    case Reject::AuthMismatch: return counters.authMismatch;
    case Reject::Replayed: return counters.replayed;
    case Reject::BadInterval: return counters.badInterval;
    case Reject::BadType: return counters.badType;
    case Reject::BadChecksum: return counters.badChecksum;
    case Reject::BadDestination: return counters.badDestination;
    case Reject::OwnerIgnores: return counters.ownerIgnores;
    case Reject::UnknownPeer: return counters.unknownPeer;
    case Reject::PeerTtl: return counters.peerTtl;
    }
    return counters.badType;
}

std::string_view explain(Reject reason)
{
    switch (reason) {
    case Reject::AuthHeader:
        return "one node sends an authentication header (auth_type AH) and the other does not; auth_type must be the "
               "same on both nodes";
    case Reject::BadLength: return "its length does not fit its content";
    case Reject::BadTtl: return "its TTL is not 255: it was routed here, which VRRP forbids";
    case Reject::BadVersion: return "it speaks another VRRP version; vrrp_version must be the same on both nodes";
    case Reject::BadAuthType: return "its authentication type differs; auth_type must be the same on both nodes";
    case Reject::AuthMismatch: return "its password differs; auth_pass must be the same on both nodes";
    case Reject::Replayed:
        return "its sequence number was used before: somebody plays back old adverts, or the sender restarted and "
               "counts from the beginning";
    case Reject::BadInterval:
        return "its interval differs from ours (or is zero); advert_int must be the same on both nodes";
    case Reject::BadType: return "it is not an advertisement";
    case Reject::BadChecksum: return "its checksum is wrong";
    case Reject::BadDestination: return "one node sends multicast, the other unicast; unicast_peer must stand on both";
    case Reject::OwnerIgnores: return "we own the addresses and owner_ignore_adverts is on";
    case Reject::UnknownPeer: return "the sender is not among our unicast_peer addresses (check_unicast_src)";
    case Reject::PeerTtl: return "its TTL is out of the bounds that unicast_peer sets for the sender";
    }
    return "?";
}

} // namespace

Instance::Instance(InstanceSettings settings, const IpAddress &group) : machine(std::move(settings), group)
{
    readSettings();
}

void Instance::readSettings()
{
    password_ = wirePassword(settings().authentication);
    addressBytes_.clear();
    for (const auto &one : settings().addresses) {
        const auto &address = one.prefix.address;
        addressBytes_.insert(addressBytes_.end(), address.bytes().begin(),
                             address.bytes().begin() + static_cast<std::ptrdiff_t>(address.size()));
    }
}

bool Instance::isMeant(const PacketReceived &packet) const
{
    const auto &peers = settings().unicastPeers;
    if (packet.destination.isMulticast())
        return peers.empty() && packet.destination == machine.group();
    return std::ranges::find(peers, packet.source, &UnicastPeer::address) != peers.end();
}

void Instance::receive(TimePoint now, const PacketReceived &packet, NodeActions &out)
{
    if (machine.source() == packet.source)
        return; // our own, looped back by the network
    const auto &ours = settings();
    ReceiveRules rules{ours.version, ours.advertInterval, ours.authentication.type, password_, ours.unicastPeers};
    rules.checkUnicastSource = ours.checkUnicastSource;
    rules.v3ChecksumAsV2 = ours.v3ChecksumAsV2;
    rules.ignoreAll = ours.ownerIgnoresAdverts && ours.priority == priorityOwner;
    if (!ours.unicastPeers.empty() && ours.unicastChecksum != UnicastChecksum::New)
        rules.oldChecksumGroup = machine.group();
    const Datagram datagram{packet.source, packet.destination, packet.ttl, packet.authHeader, packet.bytes};
    const auto advert = vrrp::receive(datagram, rules);
    if (!advert) {
        rejected(advert.error(), packet.source, out);
        return;
    }
    if (const auto reason = checkSignature(packet)) {
        rejected(*reason, packet.source, out);
        return;
    }
    ++machine.counters().advertsReceived;
    if (advert->oldChecksum)
        machine.useOldChecksum();
    if (!ours.skipCheckAddresses || machine.masterAddress() != packet.source)
        compareAddresses(*advert, packet.source, out);
    machine.step(now, event::AdvertHeard{*advert, packet.source}, out);
}

/// After everything else, though keepalived signs off first: a wrong message should be called what it is, and only one
/// that is right in every other way may move the sequence on.
std::optional<Reject> Instance::checkSignature(const PacketReceived &packet)
{
    if (!packet.authHeader)
        return std::nullopt;
    const auto sequence = verifyDatagram(packet.datagram, password_, !packet.destination.isMulticast());
    if (!sequence)
        return sequence.error();
    if (*sequence <= lastHeard_)
        return Reject::Replayed;
    lastHeard_ = *sequence;
    machine.raiseSequence(*sequence);
    return std::nullopt;
}

void Instance::rejected(Reject reason, const IpAddress &source, NodeActions &out)
{
    ++counterOf(machine.counters(), reason);
    if (!firstOfItsKind(source, static_cast<int>(reason)))
        return;
    out.push_back(Publish{ChangeKind::PacketRejected, name(), false, std::nullopt, std::nullopt, std::nullopt,
                          std::string(rejectName(reason)),
                          "advert from " + source.toString() + " dropped: " + std::string(explain(reason))});
}

/// The lists should be equal on both nodes; keepalived before 2.3.3 drops adverts over it, we only say so.
void Instance::compareAddresses(const AdvertView &advert, const IpAddress &source, NodeActions &out)
{
    if (std::ranges::equal(advert.addresses, addressBytes_))
        return;
    const std::size_t size = settings().family == Family::IPv4 ? 4 : 16;
    const auto known = [&](const std::uint8_t *address) {
        for (std::size_t at = 0; at < addressBytes_.size(); at += size) {
            if (std::memcmp(addressBytes_.data() + at, address, size) == 0)
                return true;
        }
        return false;
    };
    bool same = advert.addresses.size() == addressBytes_.size();
    for (std::size_t at = 0; same && at < advert.addresses.size(); at += size)
        same = known(advert.addresses.data() + at);
    if (same)
        return;
    ++machine.counters().addressListMismatch;
    if (firstOfItsKind(source, addressListKind))
        out.push_back(Publish{ChangeKind::PacketRejected, name(), false, std::nullopt, std::nullopt, std::nullopt,
                              "address_list_mismatch",
                              "advert from " + source.toString() +
                                  " names other virtual addresses than ours; "
                                  "accepted, but virtual_ipaddress should be the same on both nodes"});
}

bool Instance::firstOfItsKind(const IpAddress &source, int kind)
{
    const std::pair key{source, kind};
    if (reported_.size() >= reportedLimit || std::ranges::find(reported_, key) != reported_.end())
        return false;
    reported_.push_back(key);
    return true;
}

void Instance::packetsFailed(const PacketsFailed &failed, NodeActions &out)
{
    machine.counters().sendFailed += failed.count;
    if (failed.error == std::exchange(sendError_, failed.error))
        return;
    const bool over = failed.error.empty();
    out.push_back(Publish{ChangeKind::SendTrouble, name(), false, std::nullopt, std::nullopt, std::nullopt,
                          over ? "send_recovered" : "send_failed",
                          over ? "advertisements leave again on " + settings().wire()
                               : "no advertisement leaves on " + settings().wire() + ": " + failed.error +
                                     "; a peer that hears none takes over"});
}

void Instance::judgeInterface(const InterfaceFacts *facts, const InterfaceFacts *wire,
                              const std::set<IpAddress> &moving)
{
    const auto &interface = settings().interface;
    const auto fault = [&](const char *cause, std::string text) {
        assessment.faults.push_back({cause, std::move(text)});
    };
    if (!settings().refusal.empty())
        fault("refused", "this version does not run it: " + settings().refusal);
    if (!facts || !facts->exists) {
        machine.setSource(std::nullopt);
        fault("link_missing", "interface " + interface + " does not exist");
        return;
    }
    const auto source = chooseSource(*facts, moving);
    machine.setSource(source);
    const auto &configured = settings().sourceAddress;
    if (settings().trackSourceAddress && configured &&
        std::ranges::find(facts->addresses, *configured) == facts->addresses.end())
        fault("source_missing",
              "the source address " + configured->toString() + " is not on interface " + interface + " (track_src_ip)");
    if (settings().faultWithoutPeers && settings().unicastPeers.empty())
        fault("no_peer", "unicast_peer lists nobody (unicast_fault_no_peer)");
    if (!facts->up && settings().trackPrimaryInterface)
        fault("link_down", "interface " + interface + " is down");
    if (settings().wire() != interface && wire && !wire->exists)
        fault("link_missing", "virtual link " + settings().wire() + " does not exist");
    if (!source)
        fault("no_address", "interface " + interface + " has no " +
                                (settings().family == Family::IPv4 ? "IPv4" : "link-local IPv6") +
                                " address to send from");
}

/// The configured address; else the one in use, while it is there; else the first of the family that does not move
/// (IPv6: the first link-local one); what moves with another instance, or with this one when it owns it, is the last
/// resort.
std::optional<IpAddress> Instance::chooseSource(const InterfaceFacts &facts, const std::set<IpAddress> &moving) const
{
    if (settings().sourceAddress)
        return settings().sourceAddress;
    if (const auto now = machine.source(); now && std::ranges::find(facts.addresses, *now) != facts.addresses.end())
        return now;
    std::optional<IpAddress> ours;
    std::optional<IpAddress> others;
    for (const auto &address : facts.addresses) {
        if (address.family() != settings().family || (address.isV6() && !address.isLinkLocal()))
            continue;
        const auto &own = settings().addresses;
        const bool isOurs = std::ranges::any_of(own, [&](const auto &one) { return one.prefix.address == address; });
        if (!isOurs && !moving.contains(address))
            return address;
        auto &place = isOurs ? ours : others;
        if (!place)
            place = address;
    }
    if (others)
        return others;
    return settings().priority == priorityOwner ? ours : std::nullopt;
}

void Instance::adopt(TimePoint now, InstanceSettings settings, NodeActions &out)
{
    machine.adopt(now, std::move(settings), out);
    readSettings();
}

InstanceStatus Instance::status() const
{
    InstanceStatus status;
    machine.describe(status);
    status.priorityParts = assessment.parts;
    for (const auto &fault : faults)
        status.faults.push_back(fault.text);
    return status;
}

} // namespace twinhelm::vrrp
