#pragma once

#include <boost/asio/awaitable.hpp>

#include "agent/checks/run.h"

/// One coroutine for each kind of probe. Each ends by the run's deadline and says in one sentence what it asked and
/// what came; none throws for what a server does. What cancels them is seen as Reason::Cancelled, which nobody is told.
namespace twinhelm::checks
{

using ProbeResult = boost::asio::awaitable<health::Outcome>;

/// TCP_CHECK: passes when the connection is made.
[[nodiscard]] ProbeResult probeTcp(Run &run, const health::TcpProbe &probe);
/// HTTP_GET, SSL_GET: each url in turn, a connection each; the first that is not answered well ends it.
[[nodiscard]] ProbeResult probeHttp(Run &run, const health::HttpProbe &probe);
/// SMTP_CHECK: banner 220, HELO 250, QUIT; each host in turn.
[[nodiscard]] ProbeResult probeSmtp(Run &run, const health::SmtpProbe &probe);
[[nodiscard]] ProbeResult probeDns(Run &run, const health::DnsProbe &probe);
/// UDP_CHECK: without require_reply silence is fine, and only ICMP can say otherwise.
[[nodiscard]] ProbeResult probeUdp(Run &run, const health::UdpProbe &probe);
[[nodiscard]] ProbeResult probePing(Run &run, const health::PingProbe &probe);
/// MISC_CHECK: a script that exceeds its time is reported at once, gets SIGTERM, and SIGKILL 2 s later.
[[nodiscard]] ProbeResult probeMisc(Run &run, const health::MiscProbe &probe);
/// FILE_CHECK: what the tracked file says now.
[[nodiscard]] ProbeResult probeFile(Run &run, const health::FileProbe &probe);
[[nodiscard]] ProbeResult probeBfd(Run &run, const health::BfdProbe &probe);

} // namespace twinhelm::checks
