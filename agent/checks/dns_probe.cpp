#include <array>

#include "agent/checks/link.h"
#include "agent/checks/probe_resources.h"
#include "agent/checks/probes.h"
#include "common/health/dns_message.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

using health::DnsReading;
using health::Reason;

Failure judged(const DnsReading &reading)
{
    if (reading.code != 0)
        return {Reason::BadStatus, "answered " + health::dnsCodeName(reading.code) + ", wanted NOERROR"};
    return {Reason::Answered, "answered with " + std::to_string(reading.answers) + " records"};
}

/// Datagrams that are no answer to the question are passed over, as long as there is time (keepalived).
boost::asio::awaitable<Failure> awaitAnswer(Run &run, Link &link, const health::DnsQuestion &question)
{
    std::array<char, 4096> buffer; // NOLINT: filled by read()
    std::string lie;
    while (true) {
        std::size_t size = 0;
        const auto got = co_await link.read(buffer, size);
        if (got != Link::Got::Bytes) {
            auto failure = link.failure();
            if (!lie.empty())
                failure.text += ", only a datagram " + lie;
            co_return failure;
        }
        const auto reading = health::readDnsReply({buffer.data(), size}, question);
        run.step([&] {
            return "received " + std::to_string(size) + " bytes, " + std::string(toString(reading.kind)) +
                   (reading.kind == DnsReading::Kind::Answer ? ": " + health::dnsCodeName(reading.code) : "");
        });
        if (reading.kind == DnsReading::Kind::Answer)
            co_return judged(reading);
        lie = toString(reading.kind);
    }
}

boost::asio::awaitable<Failure> ask(Run &run, const health::DnsProbe &probe)
{
    const auto type = health::dnsType(probe.type);
    if (!type)
        co_return Failure{Reason::CannotRun, "cannot be asked: there is no record type " + probe.type};
    const health::DnsQuestion question{run.resources().randomId(), probe.name, *type};
    const auto query = health::encodeDnsQuery(question);
    if (!query)
        co_return Failure{Reason::CannotRun, "cannot be asked: " + probe.name + " is no domain name"};
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Udp, run.probe().endpoint))
        co_return link.failure();
    run.phase("an answer", run.probe().timing.connectTimeout);
    if (!co_await link.write(*query))
        co_return link.failure();
    run.step([&] { return "sent the query, " + std::to_string(query->size()) + " bytes"; });
    co_return co_await awaitAnswer(run, link, question);
}

} // namespace

ProbeResult probeDns(Run &run, const health::DnsProbe &probe)
{
    const auto subject =
        "DNS query " + probe.type + ' ' + health::shown(probe.name) + " to " + health::toString(run.probe().endpoint);
    const auto failure = co_await ask(run, probe);
    co_return run.outcome(subject, failure);
}

} // namespace twinhelm::checks
