#include <algorithm>
#include <utility>

#include "common/health/balancer_impl.h"
#include "common/health/names.h"
#include "common/health/notices.h"
#include "common/health/weights.h"

/// What follows from a probe's answer: its verdict, its server's, its service's quorum. The order is keepalived's
/// (update_svr_checker_state, perform_svr_state, update_quorum_state): the table, notify script, pipe, quorum, mail.
namespace twinhelm::health
{

void Balancer::Impl::judge(std::size_t index, const Outcome &outcome)
{
    auto &slot = probes_[index];
    const auto &probe = probeOf(slot);
    const Place place{slot.service, slot.server};
    const bool passed = outcome.passed();
    ++slot.runs;
    slot.failed += passed ? 0 : 1;
    if (std::exchange(slot.troubled, false))
        publish({ChangeKind::ProbeTrouble,
                 ipvs_.services[slot.service].name,
                 serverOf(slot).name,
                 true,
                 {},
                 cause::ProbePassed{probeName(probe), outcome.took},
                 probeName(probe) + " can be run again"});
    const auto told = slot.verdict.judge(passed, probe.timing);
    const auto tries = std::max(slot.verdict.failures(), 1U);
    // What passes keeps its rhythm; what fails is left alone for the whole time, since it may have taken long.
    const auto next = passed ? std::max(slot.startedAt + told.wait, now_) : now_ + told.wait;
    schedule(index, next);
    if (passed) {
        const int configured = settings_.services[slot.service].servers[slot.server].weight;
        const int before = effectiveWeight(place);
        slot.contribution = contributionOf(probe, outcome, configured);
        weightChanged(place, before, cause::ProbeWeight{probeName(probe), dynamicWeight(place)});
    }
    using News = ProbeVerdict::News;
    if (told.news == News::None)
        return;
    auto &server = serverOf(slot);
    if (told.news == News::First) {
        if (!passed && !server.alive && !server.toldDown)
            tellServer(place);
        return;
    }
    const bool wasAlive = server.alive;
    Cause why = cause::ProbePassed{probeName(probe), outcome.took};
    if (!passed)
        why = cause::ProbeFailed{probeName(probe), outcome.reason, outcome.text, tries};
    settleServer(place, why);
    mailProbe(slot, passed, wasAlive, outcome);
}

/// It says nothing about the server, which stays what it is; asked again when the next run is due.
void Balancer::Impl::couldNotRun(std::size_t index, const Outcome &outcome)
{
    auto &slot = probes_[index];
    const auto &probe = probeOf(slot);
    schedule(index, now_ + probe.timing.delayLoop);
    if (outcome.reason == Reason::Cancelled || std::exchange(slot.troubled, true))
        return;
    publish({ChangeKind::ProbeTrouble,
             ipvs_.services[slot.service].name,
             serverOf(slot).name,
             false,
             {},
             cause::ProbeFailed{probeName(probe), outcome.reason, outcome.text, 1},
             probeName(probe) + " cannot be run, so the server stays as it is: " + outcome.text});
}

bool Balancer::Impl::allUp(const ServerSlot &server) const
{
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i) {
        if (!probes_[i].verdict.up())
            return false;
    }
    return true;
}

/// Up with the last of its failing probes that passes, down with the first that fails.
void Balancer::Impl::settleServer(const Place &place, const Cause &cause)
{
    auto &server = services_[place.service].servers[place.server];
    const bool up = allUp(server);
    if (up == server.alive)
        return;
    server.alive = up;
    server.since = now_;
    server.cause = cause;
    touch(place.service);
    publish({ChangeKind::ServerState, ipvs_.services[place.service].name, server.name, up,
             up ? effectiveWeight(place) : 0, cause, server.name + (up ? " is up: " : " is down: ") + sentence(cause)});
    tellServer(place);
    updateQuorum(place.service, false);
}

void Balancer::Impl::tellServer(const Place &place)
{
    auto &server = services_[place.service].servers[place.server];
    const auto &settings = settings_.services[place.service].servers[place.server];
    server.toldDown = !server.alive;
    if (const auto &command = server.alive ? settings.notifyUp : settings.notifyDown)
        later_.emplace_back(RunCommand{*command, server.name});
    later_.emplace_back(FifoLine{serverLine(server.name, ipvs_.services[place.service].name, server.alive)});
}

void Balancer::Impl::mailProbe(const ProbeSlot &slot, bool passed, bool wasAlive, const Outcome &outcome)
{
    const auto &server = serverOf(slot);
    const auto &settings = settings_.services[slot.service].servers[slot.server];
    if (!settings.smtpAlert || (settings_.noCheckerMails && wasAlive == server.alive))
        return;
    auto mail =
        probeMail(server.name, ipvs_.services[slot.service].name, probeOf(slot), passed, server.alive, outcome.text);
    later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
}

void Balancer::Impl::updateQuorum(std::size_t service, bool atStart)
{
    auto &slot = services_[service];
    const auto &settings = settings_.services[service];
    const bool hasSorry = ipvs_.services[service].sorryServer.has_value();
    const auto change = slot.quorum.update(liveWeight(service), {settings.quorum, settings.hysteresis}, atStart,
                                           hasSorry && !slot.sorryServes);
    if (change == Quorum::Change::None)
        return;
    if (change != Quorum::Change::Missing)
        slot.since = now_;
    slot.sorryServes = hasSorry && change != Quorum::Change::Gained;
    touch(service);
    tellQuorum(service, atStart);
}

void Balancer::Impl::tellQuorum(std::size_t service, bool atStart)
{
    const auto &slot = services_[service];
    const auto &settings = settings_.services[service];
    const auto &name = ipvs_.services[service].name;
    const bool up = slot.quorum.up();
    const auto live = liveWeight(service);
    const cause::LiveWeight why{live, up ? settings.quorum + settings.hysteresis
                                         : settings.quorum - std::min(settings.hysteresis, settings.quorum)};
    std::string text = up ? "the quorum is there: " : "the quorum is lost: ";
    if (atStart)
        text = up ? "starts with its quorum: " : "starts without its quorum: ";
    text += sentence(why);
    if (slot.sorryServes)
        text += "; the sorry server serves";
    publish({ChangeKind::QuorumState, name, {}, up, {}, why, text});
    if (const auto &command = up ? settings.quorumUp : settings.quorumDown)
        later_.emplace_back(RunCommand{*command, name});
    later_.emplace_back(FifoLine{serviceLine(name, up)});
    if (settings.smtpAlert) {
        auto mail = quorumMail(name, {up, atStart, false, settings.quorum, settings.hysteresis, live});
        later_.emplace_back(SmtpAlert{std::move(mail.subject), std::move(mail.body)});
    }
}

/// Call after whatever may have changed it; `before`: effectiveWeight() until then.
void Balancer::Impl::weightChanged(const Place &place, int before, const Cause &cause)
{
    const int after = effectiveWeight(place);
    if (after == before)
        return;
    const auto &server = services_[place.service].servers[place.server];
    touch(place.service);
    publish({ChangeKind::WeightChanged, ipvs_.services[place.service].name, server.name, server.alive, after, cause,
             server.name + " has weight " + std::to_string(after) + " instead of " + std::to_string(before) + ": " +
                 sentence(cause)});
    updateQuorum(place.service, false);
}

int Balancer::Impl::dynamicWeight(const Place &place) const
{
    const auto &server = services_[place.service].servers[place.server];
    std::int64_t sum = settings_.services[place.service].servers[place.server].weight;
    for (std::size_t i = server.firstProbe; i < server.firstProbe + server.probes; ++i)
        sum += probes_[i].contribution;
    return clampWeight(sum);
}

int Balancer::Impl::effectiveWeight(const Place &place) const
{
    const auto &overridden = services_[place.service].servers[place.server].overridden;
    if (!overridden)
        return dynamicWeight(place);
    return overridden->kind == Override::Kind::Drain ? 0 : clampWeight(overridden->weight);
}

std::uint64_t Balancer::Impl::liveWeight(std::size_t service) const
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < services_[service].servers.size(); ++i) {
        if (services_[service].servers[i].alive)
            sum += static_cast<std::uint64_t>(effectiveWeight({service, i}));
    }
    return sum;
}

} // namespace twinhelm::health
