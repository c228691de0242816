#include <QSignalSpy>

#include "gui/core/deploy/config_fetcher.h"
#include "gui/core/deploy/deploy_runner.h"
#include "tests/support/stand_in_node.h"
#include "tests/unit/gui/core/ssh/ssh_test.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

namespace
{

const QByteArray oldText = "vrrp_instance VI_1 {\n    priority 100\n}\n";
const QByteArray newText = "vrrp_instance VI_1 {\n    priority 150 # it's \"new\"\n}\n";

} // namespace

/// The whole way: two sshds, two connections, files that really move.
class TestDeployOverSsh : public QObject
{
    Q_OBJECT
private:
    struct Node {
        StandInNode host{oldText};
        std::unique_ptr<SshSession> session;
    };
    std::unique_ptr<Desk> desk_;
    std::map<QString, Node> nodes_;

    DeployReport deploy(const QByteArray &text)
    {
        std::vector<DeployNode> wanted;
        for (const auto &[name, node] : nodes_) {
            DeployNode one;
            one.name = name;
            one.text = text;
            one.configPath = node.host.configPath();
            one.runtimeDir = node.host.runtimeDir();
            one.ctl = node.host.ctl();
            wanted.push_back(one);
        }
        DeployRunner runner(*planDeploy(wanted), [this](const QString &name) { return nodes_[name].session->shell(); });
        QSignalSpy finished(&runner, &DeployRunner::finished);
        runner.start();
        if (!finished.wait(30'000))
            return {};
        return finished[0][0].value<DeployReport>();
    }

private slots:
    void init()
    {
        desk_ = std::make_unique<Desk>();
        for (const char *name : {"lb01", "lb02"}) {
            auto &node = nodes_[QLatin1String(name)];
            REQUIRE_SSHD(node.host.sshd);
            desk_->know(node.host.sshd);
            if (!QFile::exists(desk_->file("id_ed25519")))
                makeKey(desk_->file("id_ed25519"));
            node.host.sshd.authorize(desk_->file("id_ed25519.pub"));
            node.session = std::make_unique<SshSession>(desk_->target(node.host.sshd), &desk_->person);
        }
    }
    void cleanup() { nodes_.clear(); }

    void bothNodesRunTheNewFile()
    {
        const auto report = deploy(newText);
        QVERIFY2(report.ok(), qPrintable(report.summary()));
        for (auto &[name, node] : nodes_) {
            QCOMPARE(node.host.config(), newText);
            QCOMPARE(node.host.loaded(), newText);
            QCOMPARE(node.host.read("keepalived.conf.twinhelm-previous"), oldText);
            QCOMPARE(node.host.files(), (QStringList{QStringLiteral("keepalived.conf"),
                                                     QStringLiteral("keepalived.conf.twinhelm-previous")}));
            QCOMPARE(QFile::permissions(node.host.configPath()) & (QFile::ReadGroup | QFile::ReadOther),
                     QFile::Permissions());
        }
        QVERIFY(desk_->person.asked.isEmpty());

        const auto again = deploy(newText);
        QVERIFY(again.ok());
        for (auto &[name, node] : nodes_)
            QCOMPARE(node.host.read("calls").count("reload"), 1);
    }

    void linkStaysALink()
    {
        auto &node = nodes_[QStringLiteral("lb01")];
        const QString real = node.host.sshd.folder() + QStringLiteral("/real.conf");
        QVERIFY(QFile::rename(node.host.configPath(), real));
        QVERIFY(QFile::link(real, node.host.configPath()));
        QVERIFY(deploy(newText).ok());
        QVERIFY(QFileInfo(node.host.configPath()).isSymLink());
        QCOMPARE(node.host.read("real.conf"), newText);
    }

    void refusedFileChangesNothing()
    {
        const auto report = deploy("REFUSED");
        QVERIFY(!report.ok());
        QCOMPARE(report.failure->step, DeployStep::Validate);
        QVERIFY(report.failure->output.contains(QStringLiteral("REFUSED is refused")));
        for (auto &[name, node] : nodes_) {
            QCOMPARE(node.host.config(), oldText);
            QCOMPARE(node.host.loaded(), oldText);
            QCOMPARE(node.host.files(), QStringList{QStringLiteral("keepalived.conf")});
        }
        QCOMPARE(nodes_[QStringLiteral("lb02")].host.read("calls"), QByteArray());
    }

    void refusedReloadIsUndone()
    {
        const auto report = deploy("UNLOADABLE");
        QVERIFY(!report.ok());
        QCOMPARE(report.failure->step, DeployStep::Reload);
        QCOMPARE(report.nodes[0].inForce, InForce::OldRestored);
        auto &first = nodes_[QStringLiteral("lb01")].host;
        QCOMPARE(first.config(), oldText);
        QCOMPARE(first.loaded(), oldText);
        QCOMPARE(nodes_[QStringLiteral("lb02")].host.read("calls"), QByteArray());
    }

    void nodeThatIsDownStopsIt()
    {
        auto &first = nodes_[QStringLiteral("lb01")];
        auto target = desk_->target(first.host.sshd);
        target.port = 1;
        first.session = std::make_unique<SshSession>(target, &desk_->person);
        const auto report = deploy(newText);
        QVERIFY(!report.ok());
        QCOMPARE(report.failure->step, DeployStep::Connect);
        QCOMPARE(nodes_[QStringLiteral("lb02")].host.config(), oldText);
    }

    void fetchesForImport()
    {
        auto &node = nodes_[QStringLiteral("lb01")];
        std::optional<Result<FetchedConfig>> fetched;
        const std::unique_ptr<QThread> worker(QThread::create([&, shell = node.session->shell()] {
            fetched = fetchConfig(*shell, QStringLiteral("lb01"), node.host.configPath());
        }));
        worker->start();
        QTRY_VERIFY(worker->isFinished());
        QVERIFY(fetched && *fetched);
        QCOMPARE((*fetched)->text, oldText);
    }
};

QTEST_GUILESS_MAIN(TestDeployOverSsh)
#include "tst_deploy_over_ssh.moc"
