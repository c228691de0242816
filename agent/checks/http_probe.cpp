#include <array>

#include "agent/checks/link.h"
#include "agent/checks/probe_resources.h"
#include "agent/checks/probes.h"
#include "common/health/http_judge.h"
#include "common/health/http_request.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

using health::Outcome;
using health::Reason;

std::string subjectOf(const health::HttpProbe &probe, const health::Url &url, const health::Endpoint &endpoint)
{
    return (probe.secure ? "HTTPS GET " : "GET ") + health::shown(url.path, 200) + " on " + health::toString(endpoint);
}

/// The answer to one request, judged while it comes. keepalived, too, gives every read its connect_timeout.
boost::asio::awaitable<Failure> judgeReply(Run &run, Link &link, health::HttpJudge &judge)
{
    std::array<char, 4096> buffer; // NOLINT: filled by read()
    bool headSaid = false;
    while (true) {
        run.phase("a whole answer", run.probe().timing.connectTimeout);
        std::size_t size = 0;
        const auto got = co_await link.read(buffer, size);
        if (got == Link::Got::Failed) {
            auto failure = link.failure();
            if (failure.reason == Reason::ReplyTimedOut && judge.reply().status() == 0)
                failure.text += ": no status line came";
            else if (failure.reason == Reason::ReplyTimedOut)
                failure.text += ": it stopped after " + std::to_string(judge.reply().received()) + " bytes of the page";
            co_return failure;
        }
        std::optional<health::HttpJudge::Verdict> verdict;
        if (got == Link::Got::End)
            verdict = judge.end();
        else
            verdict = judge.feed({buffer.data(), size});
        if (!headSaid && judge.reply().status() != 0) {
            headSaid = true;
            run.step([&] { return "received " + health::shown(judge.reply().statusLine()); });
        }
        if (verdict) {
            run.step([&] { return "read " + std::to_string(judge.reply().received()) + " bytes of the page"; });
            co_return Failure{verdict->reason, verdict->text};
        }
    }
}

boost::asio::awaitable<Failure> askUrl(Run &run, const health::HttpProbe &probe, const health::Url &url,
                                       std::optional<int> &certificateDays)
{
    const auto &endpoint = run.probe().endpoint;
    std::shared_ptr<const health::Pattern> pattern;
    if (url.regex) {
        auto compiled = run.resources().pattern(*url.regex);
        if (!compiled)
            co_return Failure{Reason::CannotRun, "cannot be judged: the regex is wrong at byte " +
                                                     std::to_string(compiled.error().offset) + ": " +
                                                     compiled.error().text};
        pattern = std::move(*compiled);
    }
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Tcp, endpoint))
        co_return link.failure();
    if (probe.secure) {
        TlsClient::Peer peer;
        peer.verifies = run.options().verifyPeer || run.resources().verifiesPeers();
        peer.name = health::serverName(probe, url);
        peer.address = endpoint.address.toString();
        peer.compliant = url.tlsCompliant;
        const auto &context = run.resources().tls(peer.verifies);
        if (!context)
            co_return Failure{Reason::CannotRun, "cannot be asked: " + context.error().what};
        const bool up = co_await link.startTls(*context, peer);
        certificateDays = link.tls()->certificateDays();
        if (!up)
            co_return link.failure();
    }
    const auto request = health::httpRequest(probe, url, endpoint);
    run.phase("room for the request", run.probe().timing.connectTimeout);
    if (!co_await link.write(request))
        co_return link.failure();
    run.step([&] { return "sent " + health::shown(request.substr(0, request.find('\r'))); });
    health::HttpJudge judge(url, std::move(pattern));
    co_return co_await judgeReply(run, link, judge);
}

} // namespace

ProbeResult probeHttp(Run &run, const health::HttpProbe &probe)
{
    std::optional<int> certificateDays;
    Outcome out = run.outcome("HTTP check of " + health::toString(run.probe().endpoint),
                              {Reason::Answered, "has no url to ask for"});
    for (const auto &url : probe.urls) {
        const auto failure = co_await askUrl(run, probe, url, certificateDays);
        out = run.outcome(subjectOf(probe, url, run.probe().endpoint), failure);
        out.certificateDays = certificateDays;
        if (!out.passed())
            break;
    }
    co_return out;
}

} // namespace twinhelm::checks
