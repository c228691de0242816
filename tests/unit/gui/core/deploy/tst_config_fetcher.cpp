#include <QTest>

#include "gui/core/deploy/config_fetcher.h"
#include "gui/core/deploy/deploy_error.h"
#include "tests/unit/gui/core/deploy/fake_node.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using namespace twinhelm::tests;

class TestConfigFetcher : public QObject
{
    Q_OBJECT
private slots:
    void bringsTheBytes()
    {
        FakeNode node;
        const QString path = QStringLiteral("/etc/keepalived/keepalived.conf");
        const QByteArray bytes("a\r\n\xff\0b", 6);
        node.files[path] = bytes;
        const auto fetched = fetchConfig(node, QStringLiteral("lb01"), path);
        QVERIFY(fetched);
        QCOMPARE(fetched->text, bytes);
        QCOMPARE(fetched->path, path);
        QCOMPARE(fetched->sha256, sha256Of(bytes));
    }

    void missingFileSaysWhereToLook()
    {
        FakeNode node;
        const auto fetched = fetchConfig(node, QStringLiteral("lb01"), QStringLiteral("/etc/k.conf"));
        QVERIFY(!fetched);
        QCOMPARE(QString::fromStdString(fetched.error().code), QLatin1String(error::nothingToFetch));
        QVERIFY(fetched.error().mend.find("systemctl cat") != std::string::npos);
    }

    void lostConnectionIsNotAMissingFile()
    {
        for (int call = 0; call < 3; ++call) {
            FakeNode node;
            node.failAt = call;
            const auto fetched = fetchConfig(node, QStringLiteral("lb01"), QStringLiteral("/etc/k.conf"));
            QVERIFY(!fetched);
            QCOMPARE(QString::fromStdString(fetched.error().code), QLatin1String(error::connectionLost));
        }
    }
};

QTEST_GUILESS_MAIN(TestConfigFetcher)
#include "tst_config_fetcher.moc"
