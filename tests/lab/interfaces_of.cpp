#include "tests/lab/interfaces_of.h"

namespace twinhelm::lab
{

namespace
{

using namespace config::model;

class Collector
{
public:
    std::set<std::string> names;

    void add(const Value<std::string> &name)
    {
        if (name.given && *name != "lo" && name->size() < 16)
            names.insert(*name);
    }

    template<typename T>
    void addDevices(const std::vector<T> &entries)
    {
        for (const auto &entry : entries)
            add(entry.device);
    }

    void add(const std::vector<Route> &routes)
    {
        addDevices(routes);
        for (const auto &route : routes)
            addDevices(route.nextHops);
    }

    void add(const std::vector<RoutingRule> &rules)
    {
        for (const auto &rule : rules) {
            add(rule.inputInterface);
            add(rule.outputInterface);
        }
    }

    void add(const std::vector<TrackEntry> &entries)
    {
        for (const auto &entry : entries)
            add(entry.name);
    }

    void add(const VrrpInstance &instance)
    {
        add(instance.interface);
        add(instance.trackInterfaces);
        addDevices(instance.addresses);
        addDevices(instance.excludedAddresses);
        add(instance.routes);
        add(instance.rules);
        add(instance.lvsSyncDaemonInterface);
    }

    void add(const VirtualServer &server)
    {
        for (const auto &real : server.realServers) {
            for (const auto &check : real.checks)
                add(check.connection->bindInterface);
        }
    }
};

} // namespace

std::set<std::string> interfacesOf(const NodeConfig &config)
{
    Collector out;
    for (const auto &instance : config.instances)
        out.add(instance);
    for (const auto &group : config.syncGroups)
        out.add(group.trackInterfaces);
    for (const auto &server : config.virtualServers)
        out.add(server);
    out.addDevices(config.staticAddresses);
    out.add(config.staticRoutes);
    out.add(config.staticRules);
    out.add(config.global.defaultInterface);
    if (config.global.ipvs.syncDaemon.given)
        out.add(config.global.ipvs.syncDaemon->interface);
    for (const auto &group : config.garpGroups) {
        for (const auto &name : group.interfaces)
            out.add(name);
    }
    return out.names;
}

} // namespace twinhelm::lab
