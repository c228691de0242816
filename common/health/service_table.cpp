#include "common/health/service_table.h"

#include "common/ipvs/desired.h"

namespace twinhelm::health
{

namespace
{

void putDestination(ipvs::TableService &service, const ipvs::ServiceKey &key, const ipvs::Destination &destination,
                    int weight)
{
    if (ipvs::canServe(key, destination))
        service.destinations.insert_or_assign(ipvs::keyOf(destination, key), ipvs::valueOf(destination, weight));
}

} // namespace

void putService(ipvs::Table &table, const ipvs::Service &service, const std::vector<ipvs::ServiceKey> &keys,
                const ServiceContent &content)
{
    for (const auto &key : keys) {
        auto &entry = table[key];
        entry.scheduling = ipvs::schedulingOf(service, key);
        if (service.sorryServer && !content.sorryServes && service.sorryServerInhibits)
            putDestination(entry, key, *service.sorryServer, 0);
        for (std::size_t i = 0; i < service.destinations.size() && i < content.weights.size(); ++i) {
            if (content.weights[i])
                putDestination(entry, key, service.destinations[i], *content.weights[i]);
        }
        if (service.sorryServer && content.sorryServes)
            putDestination(entry, key, *service.sorryServer, service.sorryServer->weight);
    }
}

} // namespace twinhelm::health
