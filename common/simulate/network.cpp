#include "common/simulate/network.h"

#include <algorithm>
#include <utility>

#include "common/vrrp/ipv4_datagram.h"

namespace twinhelm::simulate
{

namespace
{

/// A node whose deadline does not move on, however often it is told, must not stop time.
constexpr unsigned mostIdleSteps = 1000;
constexpr Duration idlePause = std::chrono::milliseconds(1);

} // namespace

Network::Network(NetworkOptions options) : options_(options), links_(options.seed, options.delay) {}

void Network::add(HostSetup setup)
{
    Host host;
    host.id = std::move(setup.id);
    host.settings = std::move(setup.settings);
    host.segments = std::move(setup.segments);
    for (auto &facts : setup.interfaces)
        host.interfaces[facts.name] = std::move(facts);
    know(host.settings);
    hosts_.push_back(std::move(host));
}

void Network::know(const vrrp::NodeSettings &settings)
{
    for (const auto &instance : settings.instances) {
        for (const auto *list : {&instance.addresses, &instance.excludedAddresses}) {
            for (const auto &one : *list)
                recorder_.know(one.prefix.address);
        }
    }
}

Host *Network::find(const std::string &node)
{
    const auto found = std::ranges::find(hosts_, node, &Host::id);
    return found == hosts_.end() ? nullptr : &*found;
}

const Host *Network::host(const std::string &node) const
{
    const auto found = std::ranges::find(hosts_, node, &Host::id);
    return found == hosts_.end() ? nullptr : &*found;
}

// ---- verbs -------------------------------------------------------------------------------------

void Network::start(const std::string &node)
{
    auto *host = find(node);
    if (!host || host->engine)
        return;
    host->engine = std::make_unique<vrrp::Node>(host->settings);
    ++host->life;
    for (const auto &[name, facts] : host->interfaces)
        step(*host, vrrp::InterfaceChanged{facts});
    step(*host, vrrp::Startup{});
}

void Network::startAll()
{
    for (auto &host : hosts_)
        start(host.id);
}

void Network::stop(const std::string &node)
{
    auto *host = find(node);
    if (!host || !host->engine)
        return;
    step(*host, vrrp::Shutdown{});
    end(*host);
}

void Network::crash(const std::string &node)
{
    if (auto *host = find(node); host && host->engine)
        end(*host);
}

void Network::end(Host &host)
{
    host.engine.reset();
    ++host.life;
    host.deadline.reset();
    for (const auto &[instance, address] : std::exchange(host.held, {}))
        recorder_.release(now_, host.id, address);
}

void Network::setScript(const std::string &node, const std::string &script, vrrp::ScriptResult result)
{
    if (auto *host = find(node))
        host->scripts[script] = {script, result, result == vrrp::ScriptResult::Ok ? 0 : 1};
}

void Network::setLink(const std::string &node, const std::string &interface, bool up)
{
    auto *host = find(node);
    if (!host || !host->interfaces.contains(interface))
        return;
    auto &facts = host->interfaces.at(interface);
    facts.up = up;
    if (host->engine)
        step(*host, vrrp::InterfaceChanged{facts});
}

void Network::reload(const std::string &node, vrrp::NodeSettings settings)
{
    auto *host = find(node);
    if (!host)
        return;
    know(settings);
    host->settings = std::move(settings);
    if (host->engine)
        step(*host, vrrp::Reconfigure{host->settings});
}

void Network::handOver(const std::string &node, const std::string &instance)
{
    if (auto *host = find(node); host && host->engine)
        step(*host, vrrp::Handover{instance});
}

void Network::release(const std::string &node, const std::string &instance)
{
    if (auto *host = find(node); host && host->engine)
        step(*host, vrrp::Release{instance});
}

void Network::say(const std::string &node, const std::string &cause, const std::string &text)
{
    Moment moment{now_, node, true, {}};
    moment.publish.cause = cause;
    moment.publish.text = text;
    recorder_.add(std::move(moment));
}

// ---- time --------------------------------------------------------------------------------------

void Network::advance(Duration by)
{
    const TimePoint end = now_ + by;
    while (steps_ < options_.mostSteps) {
        Host *due = nullptr;
        for (auto &host : hosts_) {
            if (host.deadline && *host.deadline <= end && (!due || *host.deadline < *due->deadline))
                due = &host;
        }
        const bool packet =
            !pending_.empty() && pending_.top().at <= end && (!due || pending_.top().at <= *due->deadline);
        if (packet) {
            auto next = pending_.top();
            pending_.pop();
            now_ = std::max(now_, next.at);
            if (auto &host = hosts_[next.host]; host.engine && host.life == next.life)
                step(host, next.event);
        } else if (due) {
            now_ = std::max(now_, *due->deadline);
            runDeadline(*due);
        } else {
            break;
        }
    }
    now_ = end;
}

void Network::runDeadline(Host &host)
{
    step(host, vrrp::DeadlineReached{});
    if (!host.deadline || *host.deadline > now_) {
        host.idleSteps = 0;
    } else if (++host.idleSteps > mostIdleSteps) {
        host.deadline = now_ + idlePause;
    }
}

void Network::step(Host &host, const vrrp::NodeEvent &event)
{
    ++steps_;
    for (const auto &action : host.engine->step(now_, event))
        std::visit([&](const auto &one) { carryOut(host, one); }, action);
    host.deadline = host.engine->nextDeadline();
}

void Network::post(const Host &host, Duration in, vrrp::NodeEvent event)
{
    pending_.push({now_ + in, order_++, static_cast<std::size_t>(&host - hosts_.data()), host.life, std::move(event)});
}

// ---- what a node does --------------------------------------------------------------------------

void Network::carryOut(Host &host, const vrrp::SendPacket &packet)
{
    constexpr std::size_t priorityAt = 2;
    if (options_.recordAdverts)
        recorder_.add(SentAdvert{now_, host.id, packet.instance, vrrp::receivedFrom(packet).bytes.at(priorityAt)});
    const auto own = host.interfaces.find(packet.interface);
    if (own == host.interfaces.end() || !own->second.up)
        return;
    const bool multicast = packet.destination.isMulticast();
    for (const auto &other : hosts_) {
        if (other.id == host.id || !other.engine)
            continue;
        for (const auto &[name, facts] : other.interfaces) {
            const bool reached = multicast
                                     ? other.segmentOf(name) == host.segmentOf(packet.interface)
                                     : std::ranges::find(facts.addresses, packet.destination) != facts.addresses.end();
            if (reached && facts.up)
                deliver(host, other, name, packet);
        }
    }
}

void Network::deliver(const Host &from, const Host &to, const std::string &interface, const vrrp::SendPacket &packet)
{
    if (const auto delay = links_.send(from.id, to.id)) {
        auto received = vrrp::receivedFrom(packet);
        received.interface = interface;
        post(to, *delay, std::move(received));
    }
}

void Network::carryOut(Host &host, const vrrp::AddAddresses &add)
{
    for (const auto &one : add.addresses) {
        if (host.held.emplace(add.instance, one.prefix.address).second)
            recorder_.take(now_, host.id, one.prefix.address);
    }
    post(host, Duration::zero(), vrrp::AddressesApplied{add.instance, true, {}});
}

void Network::carryOut(Host &host, const vrrp::RemoveAddresses &remove)
{
    for (const auto &one : remove.addresses) {
        if (host.held.erase({remove.instance, one.prefix.address}) > 0)
            recorder_.release(now_, host.id, one.prefix.address);
    }
    post(host, Duration::zero(), vrrp::AddressesApplied{remove.instance, false, {}});
}

void Network::carryOut(Host &host, const vrrp::RunScript &run)
{
    const auto known = host.scripts.find(run.script);
    const auto result =
        known == host.scripts.end() ? vrrp::ScriptFinished{run.script, vrrp::ScriptResult::Ok, 0} : known->second;
    const bool hangs = result.result == vrrp::ScriptResult::TimedOut;
    post(host, hangs ? run.timeout : std::min(options_.scriptTime, run.timeout), result);
}

void Network::carryOut(Host &host, const vrrp::Publish &publish)
{
    recorder_.add(Moment{now_, host.id, false, publish});
}

Timeline Network::timeline() const
{
    auto out = recorder_.timeline(now_);
    out.cutShort = steps_ >= options_.mostSteps;
    return out;
}

} // namespace twinhelm::simulate
