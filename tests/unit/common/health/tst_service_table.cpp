#include "common/health/service_table.h"

#include <QtTest>

#include "common/ipvs/desired.h"
#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using twinhelm::test::BalancerBench;

class TestServiceTable : public QObject
{
    Q_OBJECT

    /// Weights of 10.0.0.11, .12 and of the sorry server 10.0.0.99; -1: not there.
    static QList<int> weights(const ipvs::Service &service, const health::ServiceContent &content)
    {
        ipvs::Table table;
        const auto keys = ipvs::keysOf(service);
        health::putService(table, service, keys, content);
        QList<int> out;
        for (const int last : {11, 12, 99}) {
            const auto &there = table.at(keys.front()).destinations;
            const auto found = there.find({BalancerBench::address(last), 80});
            out << (found == there.end() ? -1 : found->second.weight);
        }
        return out;
    }

private slots:
    void serversAndTheSorryServer()
    {
        BalancerBench bench;
        bench.sorry();
        auto &service = bench.service();
        QCOMPARE(weights(service, {{1, 5}, false}), (QList<int>{1, 5, -1}));
        QCOMPARE(weights(service, {{std::nullopt, 0}, false}), (QList<int>{-1, 0, -1}));
        QCOMPARE(weights(service, {{std::nullopt, 0}, true}), (QList<int>{-1, 0, 1}));
        service.sorryServerInhibits = true;
        QCOMPARE(weights(service, {{1, 1}, false}), (QList<int>{1, 1, 0}));
    }

    void aSorryServerThatIsARealServer()
    {
        BalancerBench bench;
        auto &service = bench.service();
        service.sorryServer = service.destinations.front();
        service.sorryServerInhibits = true;
        QCOMPARE(weights(service, {{3, 3}, false}), (QList<int>{3, 3, -1}));
        QCOMPARE(weights(service, {{std::nullopt, std::nullopt}, true}), (QList<int>{1, -1, -1}));
    }

    void aGroupHasAllItsListeners()
    {
        BalancerBench bench;
        auto listener = bench.service().listeners.front();
        listener.count = 3;
        bench.service().listeners = {listener};
        ipvs::Table table;
        health::putService(table, bench.service(), ipvs::keysOf(bench.service()), {{1, 1}, false});
        QCOMPARE(table.size(), 3U);
        for (const auto &[key, service] : table)
            QCOMPARE(service.destinations.size(), 2U);
    }
};

QTEST_GUILESS_MAIN(TestServiceTable)
#include "tst_service_table.moc"
