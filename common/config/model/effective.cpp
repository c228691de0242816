#include "common/config/model/effective.h"

namespace twinhelm::config::model
{

namespace
{

template<typename T>
Value<T> firstGiven(const Value<T> &only)
{
    return only;
}

template<typename T, typename... Rest>
Value<T> firstGiven(const Value<T> &first, const Rest &...rest)
{
    return first.given ? first : firstGiven(rest...);
}

Value<unsigned> usualRetry(Check::Kind kind)
{
    switch (kind) {
    case Check::Kind::Dns: return Value<unsigned>(3U);
    case Check::Kind::Misc: return Value<unsigned>(0U);
    default: return Value<unsigned>(1U);
    }
}

Value<Duration> usualDelayBeforeRetry(Check::Kind kind, const Value<Duration> &delayLoop)
{
    switch (kind) {
    case Check::Kind::Http:
    case Check::Kind::Ssl: return Value<Duration>(std::chrono::seconds(3));
    case Check::Kind::Dns: return Value<Duration>(*delayLoop);
    default: return Value<Duration>(std::chrono::seconds(1));
    }
}

} // namespace

EffectiveServer effective(const VirtualServer &service, const RealServer &server)
{
    const auto &options = *server.options;
    EffectiveServer out;
    out.port = firstGiven(server.port, service.port);
    out.weight = firstGiven(server.weight, service.weight);
    out.forwarding = firstGiven(options.forwarding, service.forwarding);
    out.inhibitOnFailure = firstGiven(options.inhibitOnFailure, service.inhibitOnFailure);
    out.alpha = firstGiven(options.alpha, service.alpha);
    out.smtpAlert = firstGiven(options.smtpAlert, service.smtpAlert);
    out.virtualHost = firstGiven(options.virtualHost, service.virtualHost);
    return out;
}

EffectiveCheck effective(const VirtualServer &service, const RealServer &server, const Check &check)
{
    const auto &own = check.options->timing;
    const auto &theirs = server.options->timing;
    const auto above = effective(service, server);
    EffectiveCheck out;
    out.delayLoop = firstGiven(own.delayLoop, theirs.delayLoop, service.timing.delayLoop);
    out.warmup = firstGiven(own.warmup, theirs.warmup, service.timing.warmup, Value<Duration>(*out.delayLoop));
    out.retry = firstGiven(own.retry, theirs.retry, service.timing.retry, usualRetry(check.kind));
    out.delayBeforeRetry = firstGiven(own.delayBeforeRetry, theirs.delayBeforeRetry, service.timing.delayBeforeRetry,
                                      usualDelayBeforeRetry(check.kind, out.delayLoop));
    out.connectTimeout = firstGiven(check.connectTimeout, server.options->connectTimeout, service.connectTimeout);
    out.alpha = firstGiven(check.options->alpha, above.alpha);
    out.address = firstGiven(check.connection->address, server.address);
    out.port = firstGiven(check.connection->port, above.port);
    const auto *http = check.as<HttpCheck>();
    out.virtualHost = http ? firstGiven(http->virtualHost, above.virtualHost) : above.virtualHost;
    return out;
}

} // namespace twinhelm::config::model
