#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/vrrp/machine.h"
#include "common/vrrp/tracking.h"

namespace twinhelm::vrrp
{

/// One configured instance within a node: its machine and what stands around it: the receive checks, the choice of
/// a source address, what its trackers say.
class Instance
{
public:
    Instance(InstanceSettings settings, const IpAddress &group);

    Machine machine;
    Assessment assessment;            ///< of its own trackers and interface
    std::vector<Reason> faults;       ///< with its sync group's; FAULT unless empty
    std::optional<std::size_t> group; ///< index of its sync group

    [[nodiscard]] const InstanceSettings &settings() const { return machine.settings(); }
    [[nodiscard]] const std::string &name() const { return settings().name; }

    /// Whether the datagram is for this instance, should another one on the interface have the same router id.
    [[nodiscard]] bool isMeant(const PacketReceived &packet) const;
    /// Check a datagram that is addressed to this virtual router and hand it to the machine, or count why not.
    void receive(TimePoint now, const PacketReceived &packet, NodeActions &out);
    /// Counts; says it once for each reason, and when it is over.
    void packetsFailed(const PacketsFailed &failed, NodeActions &out);
    /// The primary interface's bearing: sets the source address; appends faults to `assessment`.
    /// `wire`: where adverts go; another one than `facts` with a virtual link. `moving`: what moves with the node's
    /// instances, this one's or another's.
    void judgeInterface(const InterfaceFacts *facts, const InterfaceFacts *wire, const std::set<IpAddress> &moving);
    void adopt(TimePoint now, InstanceSettings settings, NodeActions &out);
    [[nodiscard]] InstanceStatus status() const;

private:
    void readSettings();
    [[nodiscard]] std::optional<Reject> checkSignature(const PacketReceived &packet);
    void rejected(Reject reason, const IpAddress &source, NodeActions &out);
    void compareAddresses(const AdvertView &advert, const IpAddress &source, NodeActions &out);
    [[nodiscard]] bool firstOfItsKind(const IpAddress &source, int kind);
    [[nodiscard]] std::optional<IpAddress> chooseSource(const InterfaceFacts &facts,
                                                        const std::set<IpAddress> &moving) const;

    Password password_{};
    std::uint32_t lastHeard_ = 0; ///< AH: sequence number; our own, larger one must not make a peer's small one old
    std::vector<std::uint8_t> addressBytes_; ///< as they stand in an advert
    std::vector<std::pair<IpAddress, int>> reported_;
    std::string sendError_; ///< why the last advert did not leave; empty: it did
};

} // namespace twinhelm::vrrp
