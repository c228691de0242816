#include <QSignalSpy>
#include <QTest>

#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/deploy_runner.h"
#include "tests/unit/gui/core/deploy/fake_node.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

namespace
{

const QByteArray oldText = "vrrp_instance VI_1 { priority 100 }\n";
const QByteArray newText = "vrrp_instance VI_1 { priority 150 }\n";

/// A pair, and a deploy of newText to it. lb02 is the backup and so comes first.
struct Pair {
    std::shared_ptr<FakeNode> first = std::make_shared<FakeNode>();
    std::shared_ptr<FakeNode> second = std::make_shared<FakeNode>();
    std::vector<DeployProgress> progress;
    DeployNode master;
    DeployNode backup;
    std::function<bool()> stopWanted = [] { return false; };
    int pauses = 0;

    Pair()
    {
        master.name = QStringLiteral("lb01");
        master.mastered = 1;
        master.text = newText;
        backup.name = QStringLiteral("lb02");
        backup.text = newText;
        for (const auto &node : {first, second}) {
            node->configPath = master.configPath;
            node->files[master.configPath] = oldText;
            node->loaded = oldText;
        }
    }
    DeployReport deploy()
    {
        const auto plan = planDeploy({master, backup});
        DeployContext context;
        context.shellFor = [this](const QString &name) { return name == backup.name ? first : second; };
        context.progress = [this](const DeployProgress &one) { progress.push_back(one); };
        context.stopWanted = stopWanted;
        context.pause = [this](int) { ++pauses; };
        return runDeploy(*plan, context);
    }
    [[nodiscard]] static bool holds(const FakeNode &node, const QByteArray &text)
    {
        const auto file = node.files.find(node.configPath);
        return file != node.files.end() && file->second == text && node.loaded == text;
    }
    /// What the report says of the node is what is so.
    [[nodiscard]] static bool truthful(const NodeOutcome &outcome, const FakeNode &node)
    {
        switch (outcome.inForce) {
        case InForce::Untouched:
        case InForce::OldRestored: return holds(node, oldText);
        case InForce::New: return holds(node, newText);
        case InForce::Unknown: return true;
        }
        return false;
    }
    [[nodiscard]] bool leftNothingStaged() const
    {
        return first->files.count(master.stagedPath()) == 0 && second->files.count(master.stagedPath()) == 0;
    }
};

QString code(const DeployReport &report)
{
    return report.failure ? QString::fromStdString(report.failure->error.code) : QString();
}

} // namespace

class TestDeployRunner : public QObject
{
    Q_OBJECT
private slots:
    void bothNodesGetIt()
    {
        Pair pair;
        const auto report = pair.deploy();
        QVERIFY2(report.ok(), qPrintable(report.summary()));
        QVERIFY(Pair::holds(*pair.first, newText));
        QVERIFY(Pair::holds(*pair.second, newText));
        QVERIFY(report.summary().startsWith(QStringLiteral("The new configuration is in force on lb02, lb01.")));
        QVERIFY(pair.leftNothingStaged());
        QCOMPARE(pair.first->files[pair.master.previousPath()], oldText);
        QCOMPARE(report.nodes.size(), std::size_t(2));
        QCOMPARE(report.nodes[0].node, QStringLiteral("lb02"));
        // Every step says Running and Done, in order, on one node after the other.
        QCOMPARE(pair.progress.size(), 2 * 2 * std::size(allDeploySteps));
        for (std::size_t i = 0; i < pair.progress.size(); ++i) {
            QCOMPARE(pair.progress[i].node, i < 16 ? QStringLiteral("lb02") : QStringLiteral("lb01"));
            QCOMPARE(pair.progress[i].step, allDeploySteps[i / 2 % 8]);
            QCOMPARE(pair.progress[i].state, i % 2 == 0 ? StepState::Running : StepState::Done);
            if (pair.progress[i].step == DeployStep::Verify && i % 2 == 1)
                QCOMPARE(pair.progress[i].output, QStringLiteral("VI_1: BACKUP"));
        }
    }

    void secondTimeOnlyVerifies()
    {
        Pair pair;
        QVERIFY(pair.deploy().ok());
        pair.first->calls.clear();
        pair.second->calls.clear();
        const auto report = pair.deploy();
        QVERIFY(report.ok());
        for (const auto &node : {pair.first, pair.second}) {
            QCOMPARE(node->count(QStringLiteral("write")), 0);
            QCOMPARE(node->count(QStringLiteral("mv")), 0);
            QCOMPARE(node->count(QStringLiteral("reload")), 0);
            QCOMPARE(node->count(QStringLiteral("status")), 2);
        }
    }

    void fileInPlaceThatWasNeverLoadedIsLoaded()
    {
        Pair pair;
        pair.first->files[pair.master.configPath] = newText; // an earlier deploy was cut off here
        QVERIFY(pair.deploy().ok());
        QCOMPARE(pair.first->count(QStringLiteral("write")), 0);
        QCOMPARE(pair.first->count(QStringLiteral("reload")), 1);
        QVERIFY(Pair::holds(*pair.first, newText));
    }

    void refusedFileNeverReachesItsPlace()
    {
        Pair pair;
        pair.first->refusesCheck = true;
        const auto report = pair.deploy();
        QCOMPARE(code(report), QLatin1String(error::notValid));
        QCOMPARE(report.failure->step, DeployStep::Validate);
        QVERIFY(report.failure->output.contains(QStringLiteral("K0201")));
        QCOMPARE(report.nodes[0].inForce, InForce::Untouched);
        QCOMPARE(pair.first->count(QStringLiteral("mv")), 0);
        QVERIFY(Pair::holds(*pair.first, oldText));
        QVERIFY(pair.leftNothingStaged());
        QVERIFY(pair.second->calls.empty());
    }

    void refusedReloadPutsTheOldFileBack()
    {
        Pair pair;
        pair.first->refusesReload = true;
        const auto report = pair.deploy();
        QCOMPARE(code(report), QLatin1String(error::reloadRefused));
        QCOMPARE(report.nodes[0].inForce, InForce::OldRestored);
        QVERIFY(Pair::holds(*pair.first, oldText));
        QVERIFY(pair.second->calls.empty());
        QCOMPARE(report.nodes[1].inForce, InForce::Untouched);
        QCOMPARE(pair.progress.back().state, StepState::Undoing);
    }

    void newFaultIsUndone()
    {
        Pair pair;
        pair.first->stateAfterNew = "FAULT";
        const auto report = pair.deploy();
        QCOMPARE(code(report), QLatin1String(error::instanceFaulty));
        QVERIFY(QString::fromStdString(report.failure->error.what).contains(QStringLiteral("VI_1")));
        QCOMPARE(report.nodes[0].inForce, InForce::OldRestored);
        QVERIFY(Pair::holds(*pair.first, oldText));
        QVERIFY(pair.second->calls.empty());
    }

    void faultFromBeforeIsNoReasonToUndo()
    {
        Pair pair;
        pair.first->stateBefore = "FAULT";
        pair.first->stateAfterNew = "FAULT";
        QVERIFY(pair.deploy().ok());
    }

    void waitsForInstancesToChooseAState()
    {
        Pair pair;
        pair.first->settlingLooks = 5;
        QVERIFY(pair.deploy().ok());
        QCOMPARE(pair.pauses, 5);
    }

    void instanceThatNeverSettlesIsUndone()
    {
        Pair pair;
        pair.first->settlingLooks = 10'000;
        const auto report = pair.deploy();
        QCOMPARE(report.failure->step, DeployStep::Verify);
        QCOMPARE(report.nodes[0].inForce, InForce::OldRestored);
        QVERIFY(Pair::holds(*pair.first, oldText));
    }

    void failureOnTheSecondNodeLeavesTheFirstAsItIs()
    {
        Pair pair;
        pair.second->refusesReload = true;
        const auto report = pair.deploy();
        QCOMPARE(report.failure->node, QStringLiteral("lb01"));
        QCOMPARE(report.nodes[0].inForce, InForce::New);
        QCOMPARE(report.nodes[1].inForce, InForce::OldRestored);
        QVERIFY(Pair::holds(*pair.first, newText));
        QVERIFY(Pair::holds(*pair.second, oldText));
        const QString told = report.summary();
        QVERIFY(told.contains(QStringLiteral("lb01")) && told.contains(QStringLiteral("lb02")));
        QVERIFY(told.contains(QStringLiteral("refused"))); // the node's own words
    }

    void engineThatDoesNotRunIsStarted()
    {
        Pair pair;
        pair.first->engineRuns = false;
        QVERIFY(pair.deploy().ok());
        QCOMPARE(pair.first->count(QStringLiteral("systemctl start twinhelmd")), 1);
    }

    void firstFileOfANode()
    {
        Pair pair;
        pair.first->files.clear();
        QVERIFY(pair.deploy().ok());
        QVERIFY(Pair::holds(*pair.first, newText));
        QCOMPARE(pair.first->files.count(pair.master.previousPath()), std::size_t(0));
    }

    void firstFileOfANodeIsTakenAwayWhenRefused()
    {
        Pair pair;
        pair.first->files.clear();
        pair.first->refusesReload = true;
        const auto report = pair.deploy();
        QVERIFY(!report.ok());
        QCOMPARE(pair.first->files.count(pair.master.configPath), std::size_t(0));
    }

    void stockKeepalived()
    {
        Pair pair;
        pair.backup.engine = Engine::Keepalived;
        pair.first->keepalived = true;
        QVERIFY(pair.deploy().ok());
        QCOMPARE(pair.first->count(QStringLiteral("keepalived -t -f '/etc/keepalived/keepalived.conf.twinhelm-staged' "
                                                  "-i 'lb02'")),
                 1);
        QCOMPARE(pair.first->count(QStringLiteral("systemctl reload keepalived")), 1);
        QVERIFY(Pair::holds(*pair.first, newText));
    }

    void stopBetweenNodesIsSafe()
    {
        Pair pair;
        pair.stopWanted = [&] { return !pair.first->files[pair.master.configPath].contains("100"); };
        const auto report = pair.deploy();
        QVERIFY(report.cancelled);
        QVERIFY(!report.failure);
        QVERIFY(Pair::holds(*pair.first, newText)); // what was begun is finished
        QVERIFY(pair.second->calls.empty());
    }

    void stopBeforeTheSwapLeavesNothing()
    {
        Pair pair;
        pair.stopWanted = [&] { return pair.first->files.count(pair.master.stagedPath()) > 0; };
        const auto report = pair.deploy();
        QVERIFY(report.cancelled);
        QVERIFY(Pair::holds(*pair.first, oldText));
        QVERIFY(pair.leftNothingStaged());
        QVERIFY(pair.second->calls.empty());
    }

    void connectionLostAtAnyCall_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<bool>("effect");
        QTest::addColumn<bool>("staysDown");
        QTest::addColumn<bool>("onSecond");
        for (int call = 0; call < 12; ++call) {
            for (int kind = 0; kind < 8; ++kind) {
                const bool effect = (kind & 1) != 0;
                const bool down = (kind & 2) != 0;
                const bool second = (kind & 4) != 0;
                QTest::addRow("call %d%s%s%s", call, effect ? ", answer lost" : "", down ? ", stays down" : "",
                              second ? ", second node" : "")
                    << call << effect << down << second;
            }
        }
    }
    void connectionLostAtAnyCall()
    {
        QFETCH(int, call);
        QFETCH(bool, effect);
        QFETCH(bool, staysDown);
        QFETCH(bool, onSecond);
        Pair pair;
        auto &broken = onSecond ? *pair.second : *pair.first;
        broken.failAt = call;
        broken.effectBeforeFailure = effect;
        broken.staysDown = staysDown;
        const auto report = pair.deploy();
        if (static_cast<int>(broken.calls.size()) <= call) {
            QVERIFY(report.ok()); // there are not so many calls
            QVERIFY(call >= 10);
            return;
        }
        QVERIFY(!report.ok());
        QCOMPARE(report.failure->node, onSecond ? QStringLiteral("lb01") : QStringLiteral("lb02"));
        QVERIFY(Pair::truthful(report.nodes[0], *pair.first));
        QVERIFY(Pair::truthful(report.nodes[1], *pair.second));
        const auto &outcome = report.nodes[onSecond ? 1 : 0];
        if (onSecond)
            QCOMPARE(report.nodes[0].inForce, InForce::New);
        else
            QVERIFY(pair.second->calls.empty());
        // Only a node that cannot be asked any more may be left in doubt.
        if (!staysDown)
            QVERIFY(outcome.inForce != InForce::Unknown);
        QVERIFY(!outcome.text.isEmpty());

        // And when the node is there again, the same deploy succeeds.
        Pair again;
        again.first = pair.first;
        again.second = pair.second;
        for (const auto &node : {again.first, again.second}) {
            node->failAt = -1;
            node->comeBack();
        }
        const auto retry = again.deploy();
        QVERIFY2(retry.ok(), qPrintable(retry.summary()));
        QVERIFY(Pair::holds(*pair.first, newText));
        QVERIFY(Pair::holds(*pair.second, newText));
    }

    void runsOnAThreadOfItsOwn()
    {
        Pair pair;
        DeployRunner runner(*planDeploy({pair.master, pair.backup}),
                            [&](const QString &name) { return name == pair.backup.name ? pair.first : pair.second; });
        QSignalSpy progress(&runner, &DeployRunner::progress);
        QSignalSpy finished(&runner, &DeployRunner::finished);
        QThread *seen = nullptr;
        connect(&runner, &DeployRunner::progress, this, [&] { seen = QThread::currentThread(); });
        runner.start();
        QVERIFY(finished.wait());
        QVERIFY(finished[0][0].value<DeployReport>().ok());
        QCOMPARE(progress.size(), 32);
        QCOMPARE(seen, QThread::currentThread());
    }

    void stopEndsAConnectThatHangs()
    {
        Pair pair;
        pair.first->hangsInOpen = true;
        DeployRunner runner(*planDeploy({pair.master, pair.backup}),
                            [&](const QString &name) { return name == pair.backup.name ? pair.first : pair.second; });
        QSignalSpy finished(&runner, &DeployRunner::finished);
        QSignalSpy progress(&runner, &DeployRunner::progress);
        runner.start();
        QVERIFY(progress.wait());
        runner.stop();
        QVERIFY(finished.count() > 0 || finished.wait());
        const auto report = finished[0][0].value<DeployReport>();
        QVERIFY(report.cancelled);
        QVERIFY(!report.failure);
        QVERIFY(Pair::holds(*pair.first, oldText));
        QVERIFY(pair.second->calls.empty());
    }

    void goesAwayWhileAConnectHangs()
    {
        Pair pair;
        pair.first->hangsInOpen = true;
        auto runner =
            std::make_unique<DeployRunner>(*planDeploy({pair.backup}), [&](const QString &) { return pair.first; });
        QSignalSpy progress(runner.get(), &DeployRunner::progress);
        runner->start();
        QVERIFY(progress.wait());
        QElapsedTimer clock;
        clock.start();
        runner.reset();
        QVERIFY(clock.elapsed() < 5'000);
    }

    void nodeWithoutAShellIsNamed()
    {
        Pair pair;
        DeployContext context;
        context.shellFor = [](const QString &) { return nullptr; };
        context.stopWanted = [] { return false; };
        const auto report = runDeploy(*planDeploy({pair.master}), context);
        QVERIFY(!report.ok());
        QVERIFY(report.summary().contains(QStringLiteral("lb01")));
    }
};

QTEST_GUILESS_MAIN(TestDeployRunner)
#include "tst_deploy_runner.moc"
