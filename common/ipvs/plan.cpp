#include "common/ipvs/plan.h"

#include <iterator>

#include "common/base/overloaded.h"

namespace twinhelm::ipvs
{

namespace
{

class Planning
{
public:
    void addService(const ServiceKey &key, const TableService &service)
    {
        changes_.push_back(AddService{key, service.scheduling});
        for (const auto &[destination, value] : service.destinations)
            changes_.push_back(AddDestination{key, destination, value});
    }

    void alterService(const ServiceKey &key, const TableService &actual, const TableService &desired)
    {
        if (actual.scheduling != desired.scheduling)
            changes_.push_back(EditService{key, desired.scheduling});
        for (const auto &[destination, value] : desired.destinations) {
            const auto there = actual.destinations.find(destination);
            if (there == actual.destinations.end())
                changes_.push_back(AddDestination{key, destination, value});
            else if (there->second != value)
                changes_.push_back(EditDestination{key, destination, value});
        }
        for (const auto &[destination, value] : actual.destinations) {
            if (!desired.destinations.contains(destination))
                changes_.push_back(RemoveDestination{key, destination});
        }
    }

    void removeService(const ServiceKey &key) { leaving_.push_back(RemoveService{key}); }

    std::vector<Change> take()
    {
        changes_.insert(changes_.end(), std::make_move_iterator(leaving_.begin()),
                        std::make_move_iterator(leaving_.end()));
        return std::move(changes_);
    }

private:
    std::vector<Change> changes_;
    std::vector<Change> leaving_;
};

} // namespace

std::vector<Change> plan(const Table &actual, const Table &desired, const Ownership &owned)
{
    Planning planning;
    auto there = actual.begin();
    auto wanted = desired.begin();
    while (there != actual.end() || wanted != desired.end()) {
        if (there == actual.end() || (wanted != desired.end() && wanted->first < there->first)) {
            planning.addService(wanted->first, wanted->second);
            ++wanted;
        } else if (wanted == desired.end() || there->first < wanted->first) {
            if (owned.everything || owned.services.contains(there->first))
                planning.removeService(there->first);
            ++there;
        } else {
            planning.alterService(wanted->first, there->second, wanted->second);
            ++there;
            ++wanted;
        }
    }
    return planning.take();
}

void apply(Table &table, const Change &change)
{
    const auto service = table.find(serviceOf(change));
    const bool known = service != table.end();
    const auto at = [&](const DestinationKey &key) {
        return known && service->second.destinations.contains(key) ? &service->second.destinations.at(key) : nullptr;
    };
    std::visit(Overloaded{[&](const AddService &one) {
                              table.try_emplace(one.key, TableService{one.value, {}});
                          },
                          [&](const EditService &one) {
                              if (known)
                                  service->second.scheduling = one.value;
                          },
                          [&](const RemoveService &) {
                              if (known)
                                  table.erase(service);
                          },
                          [&](const AddDestination &one) {
                              if (known)
                                  service->second.destinations.try_emplace(one.key, one.value);
                          },
                          [&](const EditDestination &one) {
                              if (auto *value = at(one.key))
                                  *value = one.value;
                          },
                          [&](const RemoveDestination &one) {
                              if (known)
                                  service->second.destinations.erase(one.key);
                          }},
               change);
}

const ServiceKey &serviceOf(const Change &change)
{
    return std::visit(
        [](const auto &one) -> const ServiceKey & {
            if constexpr (requires { one.service; })
                return one.service;
            else
                return one.key;
        },
        change);
}

} // namespace twinhelm::ipvs
