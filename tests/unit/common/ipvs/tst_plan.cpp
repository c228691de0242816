#include <algorithm>
#include <random>

#include <QtTest>

#include "common/ipvs/describe.h"
#include "common/ipvs/plan.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

namespace
{

ServiceKey web(std::uint16_t port = 80)
{
    ServiceKey key;
    key.address = IpAddress::v4({10, 0, 0, 3});
    key.port = port;
    return key;
}

DestinationKey real(std::uint8_t last)
{
    return {IpAddress::v4({10, 0, 0, last}), 80};
}

DestinationValue weighing(int weight)
{
    DestinationValue out;
    out.weight = weight;
    return out;
}

TableService service(std::initializer_list<std::uint8_t> destinations, std::string scheduler = "rr")
{
    TableService out;
    out.scheduling.scheduler = std::move(scheduler);
    for (const auto last : destinations)
        out.destinations[real(last)] = weighing(1);
    return out;
}

QStringList texts(const std::vector<Change> &changes)
{
    QStringList out;
    for (const auto &one : changes)
        out << QString::fromStdString(text(one));
    return out;
}

/// Tables over few keys and values, so that two of them have much in common.
class RandomTables
{
public:
    explicit RandomTables(unsigned seed) : random_(seed) {}

    Table table()
    {
        Table out;
        for (std::uint16_t port = 80; port < 86; ++port) {
            if (below(3) != 0)
                out[web(port)] = randomService();
        }
        ServiceKey mark;
        mark.byMark = true;
        mark.mark = 5;
        mark.family = below(2) == 0 ? Family::IPv4 : Family::IPv6;
        out[mark] = randomService();
        return out;
    }

    Ownership ownership()
    {
        Ownership out;
        for (std::uint16_t port = 80; port < 86; ++port) {
            if (below(2) == 0)
                out.services.insert(web(port));
        }
        out.everything = below(8) == 0;
        return out;
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    TableService randomService()
    {
        TableService out;
        out.scheduling.scheduler = below(3) == 0 ? "wlc" : "rr";
        out.scheduling.persistenceSeconds = below(4) == 0 ? 300 : 0;
        for (std::uint8_t last = 1; last < 6; ++last) {
            if (below(2) == 0)
                continue;
            auto value = weighing(static_cast<int>(below(3)));
            value.forwarding.method = below(4) == 0 ? Method::Tunnel : Method::Nat;
            out.destinations[real(last)] = value;
        }
        return out;
    }

    std::mt19937 random_;
};

const TableService *find(const Table &table, const ServiceKey &key)
{
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
}

const DestinationValue *find(const TableService *service, const DestinationKey &key)
{
    if (service == nullptr)
        return nullptr;
    const auto found = service->destinations.find(key);
    return found == service->destinations.end() ? nullptr : &found->second;
}

/// Whether the kernel would take it, and it changes something there.
bool takes(const Table &table, const Change &change)
{
    const auto *service = find(table, serviceOf(change));
    return std::visit(
        [&](const auto &one) {
            using Kind = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Kind, AddService>)
                return service == nullptr;
            else if constexpr (std::is_same_v<Kind, EditService>)
                return service != nullptr && service->scheduling != one.value;
            else if constexpr (std::is_same_v<Kind, RemoveService>)
                return service != nullptr;
            else if constexpr (std::is_same_v<Kind, AddDestination>)
                return service != nullptr && find(service, one.key) == nullptr;
            else if constexpr (std::is_same_v<Kind, EditDestination>)
                return find(service, one.key) != nullptr && *find(service, one.key) != one.value;
            else
                return find(service, one.key) != nullptr;
        },
        change);
}

/// What is to be there in the end: the desired services, and those that are somebody else's.
Table outcome(const Table &actual, const Table &desired, const Ownership &owned)
{
    auto out = desired;
    for (const auto &[key, service] : actual) {
        if (!owned.everything && !owned.services.contains(key))
            out.try_emplace(key, service);
    }
    return out;
}

/// How many entries differ: no plan may have fewer steps, and one with more touches what is equal.
std::size_t differences(const Table &from, const Table &to)
{
    std::size_t out = 0;
    for (const auto &[key, service] : from)
        out += find(to, key) == nullptr ? 1 : 0;
    for (const auto &[key, service] : to) {
        const auto *before = find(from, key);
        out += before == nullptr || before->scheduling != service.scheduling ? 1 : 0;
        for (const auto &[destination, value] : service.destinations) {
            const auto *was = find(before, destination);
            out += was == nullptr || *was != value ? 1 : 0;
        }
        if (before == nullptr)
            continue;
        for (const auto &[destination, value] : before->destinations)
            out += service.destinations.contains(destination) ? 0 : 1;
    }
    return out;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void serviceComesWithItsDestinations()
    {
        QCOMPARE(texts(plan({}, {{web(), service({7, 8}, "wlc")}}, {})),
                 QStringList({"add service TCP 10.0.0.3:80 (wlc)",
                              "add destination 10.0.0.7:80 (weight 1, NAT) to TCP 10.0.0.3:80",
                              "add destination 10.0.0.8:80 (weight 1, NAT) to TCP 10.0.0.3:80"}));
    }

    void onlyWhatChangedIsTouched()
    {
        auto before = service({7, 8, 9});
        auto after = before;
        after.destinations[real(8)].weight = 0;
        QCOMPARE(texts(plan({{web(), before}}, {{web(), after}}, {})),
                 QStringList({"change destination 10.0.0.8:80 (weight 0, NAT) of TCP 10.0.0.3:80"}));
        QVERIFY(plan({{web(), after}}, {{web(), after}}, {}).empty());
    }

    void anotherSchedulerIsAnEdit()
    {
        QCOMPARE(texts(plan({{web(), service({7}, "rr")}}, {{web(), service({7}, "mh")}}, {})),
                 QStringList({"change service TCP 10.0.0.3:80 (mh)"}));
    }

    void anotherForwardingMethodIsAnEdit()
    {
        auto after = service({7});
        after.destinations[real(7)].forwarding.method = Method::Direct;
        QCOMPARE(texts(plan({{web(), service({7})}}, {{web(), after}}, {})),
                 QStringList({"change destination 10.0.0.7:80 (weight 1, DR) of TCP 10.0.0.3:80"}));
    }

    void newDestinationsComeBeforeOldOnesLeave()
    {
        QCOMPARE(texts(plan({{web(), service({7})}}, {{web(), service({8})}}, {})),
                 QStringList({"add destination 10.0.0.8:80 (weight 1, NAT) to TCP 10.0.0.3:80",
                              "remove destination 10.0.0.7:80 from TCP 10.0.0.3:80"}));
    }

    void foreignServicesStay()
    {
        const Table actual{{web(), service({7})}, {web(81), service({7})}};
        QVERIFY(plan(actual, {{web(), service({7})}}, {}).empty());
        const QStringList gone{"remove service TCP 10.0.0.3:81"};
        QCOMPARE(texts(plan(actual, {{web(), service({7})}}, {{web(81)}, false})), gone);
        QCOMPARE(texts(plan(actual, {{web(), service({7})}}, {{}, true})), gone);
    }

    void servicesThatLeaveComeLast()
    {
        QCOMPARE(texts(plan({{web(80), service({7})}}, {{web(81), service({7})}}, {{web(80)}, false})),
                 QStringList({"add service TCP 10.0.0.3:81 (rr)",
                              "add destination 10.0.0.7:80 (weight 1, NAT) to TCP 10.0.0.3:81",
                              "remove service TCP 10.0.0.3:80"}));
    }

    void everyPlanLeadsToWhatIsDesiredOnTheShortestWay()
    {
        for (unsigned seed = 0; seed < 2000; ++seed) {
            RandomTables random(seed);
            const auto actual = random.table();
            const auto desired = random.table();
            const auto owned = random.ownership();
            const auto changes = plan(actual, desired, owned);
            const auto wanted = outcome(actual, desired, owned);
            QCOMPARE(changes.size(), differences(actual, wanted));
            auto table = actual;
            for (const auto &change : changes) {
                QVERIFY2(takes(table, change), text(change).c_str());
                apply(table, change);
                checkNoneIsBereft(actual, desired, table);
            }
            QVERIFY2(table == wanted, qPrintable(QString::number(seed)));
            QVERIFY(plan(table, desired, owned).empty());
        }
    }

    void changesTheKernelRefusesChangeNothing()
    {
        const Table table{{web(), service({7})}};
        const std::vector<Change> refused{AddService{web(), {}},
                                          EditService{web(81), {}},
                                          RemoveService{web(81)},
                                          AddDestination{web(), real(7), weighing(5)},
                                          AddDestination{web(81), real(7), {}},
                                          EditDestination{web(), real(8), {}},
                                          RemoveDestination{web(), real(8)},
                                          RemoveDestination{web(81), real(7)}};
        for (const auto &change : refused) {
            auto after = table;
            apply(after, change);
            QVERIFY2(after == table, text(change).c_str());
        }
    }

private:
    /// A service that has destinations before and after has some all the time.
    static void checkNoneIsBereft(const Table &actual, const Table &desired, const Table &now)
    {
        for (const auto &[key, service] : now) {
            const auto *before = find(actual, key);
            const auto *after = find(desired, key);
            if (before != nullptr && after != nullptr && !before->destinations.empty() && !after->destinations.empty())
                QVERIFY2(!service.destinations.empty(), text(key).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
