#include "agent/checker/health_event.h"

#include "common/health/names.h"

namespace twinhelm::agent
{

namespace
{

struct Rank {
    const char *kind;
    const char *severity;
};

Rank rankOf(const health::Publish &news)
{
    using health::ChangeKind;
    switch (news.kind) {
    case ChangeKind::ServerState: return {"health.server", news.up ? "notice" : "warning"};
    case ChangeKind::QuorumState: return {"health.quorum", news.up ? "notice" : "error"};
    case ChangeKind::WeightChanged: return {"health.weight", "notice"};
    case ChangeKind::Override: return {"operator.weight", "notice"};
    case ChangeKind::Suspended: return {"health.suspended", "info"};
    case ChangeKind::ProbeTrouble: return {"health.probe", news.up ? "notice" : "error"};
    }
    return {"health.server", "info"};
}

using Details = std::map<std::string, std::string>;

struct Facts {
    Details &out;

    void operator()(const health::cause::ProbeFailed &one) const
    {
        out["probe"] = one.probe;
        out["reason"] = health::reasonName(one.reason);
        out["tries"] = std::to_string(one.tries);
    }
    void operator()(const health::cause::ProbePassed &one) const { out["probe"] = one.probe; }
    void operator()(const health::cause::ProbeWeight &one) const { out["probe"] = one.probe; }
    void operator()(const health::cause::LiveWeight &one) const
    {
        out["live_weight"] = std::to_string(one.weight);
        out["needed"] = std::to_string(one.needed);
    }
    void operator()(const health::cause::Operator &one) const
    {
        out["by"] = one.by;
        if (!one.reason.empty())
            out["reason"] = one.reason;
    }
    void operator()(const health::cause::Emptied &one) const { out["connections"] = std::to_string(one.connections); }
    void operator()(const health::cause::AddressLocal &one) const { out["address"] = one.address; }
    template<typename Other>
    void operator()(const Other &) const
    {
    }
};

} // namespace

wire::Event reportHealthEvent(const health::Publish &news)
{
    const Rank rank = rankOf(news);
    wire::Event out;
    out.kind = rank.kind;
    out.severity = rank.severity;
    out.subject = news.service;
    out.cause = health::causeName(news.cause);
    out.text = news.text;
    if (!news.server.empty())
        out.details["server"] = news.server;
    if (news.kind == health::ChangeKind::ServerState || news.kind == health::ChangeKind::QuorumState)
        out.details["to"] = news.up ? "UP" : "DOWN";
    if (news.weight)
        out.details["weight"] = std::to_string(*news.weight);
    std::visit(Facts{out.details}, news.cause);
    return out;
}

} // namespace twinhelm::agent
