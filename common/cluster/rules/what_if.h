#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/cluster/rules/rules.h"
#include "common/simulate/network.h"
#include "common/simulate/setup.h"
#include "common/vrrp/tracking.h"

namespace twinhelm::cluster::rules
{

/// Something a member tracks, and where its configuration says so.
struct Tracker {
    const Member *member = nullptr;
    vrrp::TrackKind kind = vrrp::TrackKind::Script;
    std::string name;
    int weight = 0; ///< 0: failure means FAULT
    Spot spot;

    /// "check_web", "interface eth1".
    [[nodiscard]] std::string text() const;
};

/// One virtual router, with what its members' sync groups tie to it, ready to be simulated again and again.
class WhatIf
{
public:
    WhatIf(const ClusterView &cluster, const VirtualRouter &router);

    [[nodiscard]] const std::vector<Tracker> &trackers() const { return trackers_; }
    /// Whether a member is of interest to a rule.
    using Wanted = bool (*)(const ClusterView &cluster, const Member &member);
    /// Routers whose simulation can say something: several members that hear each other, and one that is wanted. At
    /// most 50, so that a document with thousands of instances can still be edited.
    [[nodiscard]] static std::vector<const VirtualRouter *> worthwhile(const ClusterView &cluster, Wanted wanted);
    /// The usual wish: something is tracked.
    [[nodiscard]] static bool tracks(const ClusterView &cluster, const Member &member);

    /// A simulation under way.
    class Trial
    {
    public:
        /// All nodes start together with everything in order, and come to rest.
        explicit Trial(const WhatIf &about);

        void fail(const Tracker &tracker);
        void crash(const Member &member);
        void start(const Member &member);
        void rest() { network_.advance(about_.rest_); }
        [[nodiscard]] TimePoint now() const { return network_.now(); }

        /// Who is master; nullptr: nobody, or several.
        [[nodiscard]] const Member *holder() const;
        [[nodiscard]] std::size_t masters() const;
        [[nodiscard]] int priorityOf(const Member &member) const;
        /// How often somebody became master since then, and by what cause on this member.
        [[nodiscard]] std::size_t takeovers(TimePoint since) const;
        [[nodiscard]] bool preempted(const Member &member) const;
        /// What happened since then, in sentences, and how it stands now.
        [[nodiscard]] std::string words(TimePoint since) const;

    private:
        [[nodiscard]] std::optional<vrrp::InstanceStatus> statusOf(const Member &member) const;

        const WhatIf &about_;
        simulate::Network network_;
    };

private:
    void addNode(const Member &member);
    void addTrackers(const Member &member, const vrrp::NodeSettings &settings);

    const ClusterView &cluster_;
    const VirtualRouter &router_;
    std::vector<simulate::NodeInput> nodes_;
    std::vector<Tracker> trackers_;
    Duration rest_{}; ///< after which everything has had its effect
};

} // namespace twinhelm::cluster::rules
