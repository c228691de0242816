#include "agent/vrrp/cause_report.h"

namespace twinhelm::agent
{

namespace
{

namespace cause = vrrp::cause;

std::int64_t milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

/// Fills in the fields that belong to each kind of cause.
struct Filler {
    wire::CauseState &out;

    void operator()(const std::monostate &) const {}
    void operator()(const cause::Started &) const { out.kind = "start"; }
    void operator()(const cause::Adopted &) const { out.kind = "adopted"; }
    void operator()(const cause::Ended &) const { out.kind = "end"; }
    void operator()(const cause::Operator &) const { out.kind = "operator"; }

    void operator()(const cause::MissedAdverts &one) const
    {
        out.kind = "missed_adverts";
        if (one.master)
            out.peer = one.master->toString();
        if (one.master && one.priority)
            out.peerPriority = one.priority->value;
        out.missedAdverts = one.missed;
        out.silenceMs = milliseconds(one.silence);
    }

    void operator()(const cause::PeerLeft &one) const
    {
        out.kind = "priority_zero";
        out.peer = one.peer.toString();
        out.peerPriority = 0;
    }

    template<typename Rival>
    void rival(const char *kind, const Rival &one) const
    {
        out.kind = kind;
        out.peer = one.peer.toString();
        out.peerPriority = one.theirs.value;
        out.ownPriority = one.ours.value;
    }
    void operator()(const cause::LowerPeer &one) const { rival("lower_peer", one); }
    void operator()(const cause::HigherPeer &one) const { rival("higher_peer", one); }

    void operator()(const cause::Script &one) const
    {
        out.kind = "script";
        out.script = one.name;
        out.result = one.result;
        out.exitCode = one.exitCode;
        out.output = one.output;
    }

    void operator()(const cause::Link &one) const
    {
        out.kind = "link";
        out.interface = one.interface;
        out.linkUp = one.exists && one.up;
    }

    void operator()(const cause::Configuration &one) const
    {
        out.kind = "configuration";
        out.revision = one.revision;
    }

    void operator()(const cause::Stall &one) const
    {
        out.kind = "stall";
        out.stallMs = milliseconds(one.length);
        if (one.master)
            out.peer = one.master->toString();
    }

    void operator()(const cause::GroupMember &one) const
    {
        out.kind = "sync_group";
        out.group = one.group;
        out.member = one.member;
    }
};

} // namespace

wire::CauseState reportCause(const vrrp::Reason &why)
{
    wire::CauseState out;
    out.word = why.cause;
    out.text = why.text;
    std::visit(Filler{out}, why.facts);
    return out;
}

} // namespace twinhelm::agent
