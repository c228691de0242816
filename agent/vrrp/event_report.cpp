#include "agent/vrrp/event_report.h"

#include "agent/vrrp/cause_report.h"

namespace twinhelm::agent
{

namespace
{

struct Rank {
    const char *kind;
    const char *severity;
};

Rank rankOf(const vrrp::Publish &news)
{
    using vrrp::ChangeKind;
    switch (news.kind) {
    case ChangeKind::StateChanged: return {"vrrp.state", news.to == vrrp::State::Fault ? "error" : "notice"};
    case ChangeKind::PriorityChanged: return {"vrrp.priority", "notice"};
    case ChangeKind::TrackerChanged: return {"vrrp.tracker", "notice"};
    case ChangeKind::Trouble: return {"vrrp.trouble", "warning"};
    case ChangeKind::PacketRejected: return {"vrrp.packet", "warning"};
    case ChangeKind::AddressTrouble: return {"vrrp.address", "error"};
    case ChangeKind::SendTrouble: return {"vrrp.send", news.cause == "send_failed" ? "error" : "notice"};
    case ChangeKind::PeerChanged: return {"vrrp.peer", "info"};
    case ChangeKind::Conflict: return {"vrrp.conflict", "error"};
    case ChangeKind::HoldChanged: return {"operator.handover", "notice"};
    case ChangeKind::Stalled: return {"vrrp.stall", "warning"};
    case ChangeKind::ConfigApplied: return {"config.applied", "notice"};
    }
    return {"vrrp.state", "info"};
}

} // namespace

wire::Event reportEvent(const vrrp::Publish &news)
{
    const Rank rank = rankOf(news);
    wire::Event out;
    out.kind = rank.kind;
    out.severity = rank.severity;
    out.subject = news.subject;
    out.cause = news.cause;
    out.text = news.text;
    if (news.kind == vrrp::ChangeKind::StateChanged || news.kind == vrrp::ChangeKind::Stalled)
        out.why = reportCause({news.cause, news.text, news.facts});
    if (news.group)
        out.details["group"] = "true";
    if (news.from)
        out.details["from"] = vrrp::stateName(*news.from);
    if (news.to)
        out.details["to"] = vrrp::stateName(*news.to);
    if (news.priority)
        out.details["priority"] = std::to_string(*news.priority);
    return out;
}

} // namespace twinhelm::agent
