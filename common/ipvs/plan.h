#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "common/ipvs/table.h"

/// What turns the kernel's table into the desired one.
namespace twinhelm::ipvs
{

struct AddService {
    ServiceKey key;
    Scheduling value;
    friend bool operator==(const AddService &, const AddService &) = default;
};
/// Another scheduler, too: destinations and connections stay.
struct EditService {
    ServiceKey key;
    Scheduling value;
    friend bool operator==(const EditService &, const EditService &) = default;
};
/// Its destinations go with it.
struct RemoveService {
    ServiceKey key;
    friend bool operator==(const RemoveService &, const RemoveService &) = default;
};
struct AddDestination {
    ServiceKey service;
    DestinationKey key;
    DestinationValue value;
    friend bool operator==(const AddDestination &, const AddDestination &) = default;
};
/// Another forwarding method, too: the kernel uses it for new connections, those that stand keep theirs.
struct EditDestination {
    ServiceKey service;
    DestinationKey key;
    DestinationValue value;
    friend bool operator==(const EditDestination &, const EditDestination &) = default;
};
struct RemoveDestination {
    ServiceKey service;
    DestinationKey key;
    friend bool operator==(const RemoveDestination &, const RemoveDestination &) = default;
};

using Change = std::variant<AddService, EditService, RemoveService, AddDestination, EditDestination, RemoveDestination>;

/// Whose services are whose. A desired service is ours with all its destinations, also when somebody else made it.
struct Ownership {
    std::set<ServiceKey> services; ///< ours from before: removed when no longer desired
    bool everything = false;       ///< nobody else has services here: all that is not desired is removed
};

/// The changes, in the order in which they are to be made. Nothing that is equal already is touched, services that
/// are neither desired nor ours are left alone, and a service is never removed and added again.
/// Order: service by service, each with its new and changed destinations before those that leave, so that none stands
/// without a destination meanwhile; services that leave come last.
/// Both tables canonical (see desired.h). Cost: linear in both; nothing is copied but what changes.
[[nodiscard]] std::vector<Change> plan(const Table &actual, const Table &desired, const Ownership &owned);

/// What the kernel makes of one change; what it would refuse changes nothing.
void apply(Table &table, const Change &change);

[[nodiscard]] const ServiceKey &serviceOf(const Change &change);

} // namespace twinhelm::ipvs
