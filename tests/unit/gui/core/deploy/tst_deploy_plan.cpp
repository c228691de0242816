#include <QTest>

#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/deploy_plan.h"

using namespace twinhelm::desk;

namespace
{

DeployNode node(const char *name, int mastered, int priority)
{
    DeployNode made;
    made.name = QString::fromLatin1(name);
    made.text = "global_defs {}\n";
    made.mastered = mastered;
    made.priority = priority;
    return made;
}

QString order(const DeployPlan &plan)
{
    QStringList names;
    for (const auto &one : plan.nodes)
        names << one.name;
    return names.join(QLatin1Char(' '));
}

} // namespace

class TestDeployPlan : public QObject
{
    Q_OBJECT
private slots:
    void backupsComeFirst()
    {
        QCOMPARE(order(*planDeploy({node("a", 1, 100), node("b", 0, 150)})), QStringLiteral("b a"));
        // Nobody knows who is master: the lower priority is the likelier backup.
        QCOMPARE(order(*planDeploy({node("a", 0, 150), node("b", 0, 100)})), QStringLiteral("b a"));
        QCOMPARE(order(*planDeploy({node("a", 0, 100), node("b", 0, 100)})), QStringLiteral("a b"));
        QCOMPARE(order(*planDeploy({node("a", 2, 1), node("b", 1, 200), node("c", 0, 200)})), QStringLiteral("c b a"));
    }

    void stepsAreSaidBeforehand()
    {
        const auto plan = planDeploy({node("lb01", 0, 100)});
        QCOMPARE(plan->steps.size(), std::size(allDeploySteps));
        QStringList commands;
        for (const auto &step : plan->steps) {
            QVERIFY(!step.title.isEmpty());
            if (!step.command.isEmpty())
                commands << step.command;
        }
        QCOMPARE(commands.value(1), QStringLiteral("'twinhelmctl' check '/etc/keepalived/keepalived.conf.twinhelm-"
                                                   "staged' --config-id 'lb01'"));
        QCOMPARE(commands.value(4), QStringLiteral("'twinhelmctl' --socket '/run/twinhelm/api.sock' reload"));
    }

    void takesNodesFromTheSite()
    {
        SiteNode site;
        site.name = QStringLiteral("lb01");
        site.engine = Engine::Keepalived;
        site.configPath = QStringLiteral("/srv/k.conf");
        const auto made = deployNode(site, "x");
        QCOMPARE(made.name, site.name);
        QCOMPARE(made.configPath, site.configPath);
        QCOMPARE(made.engine, Engine::Keepalived);
        QCOMPARE(made.sha256(), QStringLiteral("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"));
    }

    void refusesWhatCannotEndWell_data()
    {
        QTest::addColumn<std::vector<DeployNode>>("nodes");
        auto empty = node("a", 0, 0);
        empty.text = " \n";
        auto relative = node("a", 0, 0);
        relative.configPath = QStringLiteral("keepalived.conf");
        QTest::newRow("nobody") << std::vector<DeployNode>{};
        QTest::newRow("twice") << std::vector{node("a", 0, 0), node("a", 0, 0)};
        QTest::newRow("empty text") << std::vector{empty};
        QTest::newRow("relative path") << std::vector{relative};
    }
    void refusesWhatCannotEndWell()
    {
        QFETCH(std::vector<DeployNode>, nodes);
        const auto plan = planDeploy(nodes);
        QVERIFY(!plan);
        QCOMPARE(QString::fromStdString(plan.error().code), QLatin1String(error::badPlan));
    }
};

QTEST_GUILESS_MAIN(TestDeployPlan)
#include "tst_deploy_plan.moc"
