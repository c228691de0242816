#include "common/config/edit/secrets.h"

#include <algorithm>

#include <QtTest>

using twinhelm::config::edit::masked;

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void hides_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const char *text, const char *shown) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(shown);
        };
        row("a password", "vrrp_instance V {\n authentication {\n  auth_pass geheim # why\n }\n}\n",
            "vrrp_instance V {\n authentication {\n  auth_pass ******** # why\n }\n}\n");
        row("for one node", "vrrp_instance V {\n authentication {\n  @lb01 auth_pass \"ge heim\"\n }\n}\n",
            "vrrp_instance V {\n authentication {\n  @lb01 auth_pass ********\n }\n}\n");
        row("through a definition", "$A=geheim\n$B=$A\nvrrp_instance V {\n authentication {\n  auth_pass $B\n }\n}\n",
            "$A=********\n$B=********\nvrrp_instance V {\n authentication {\n  auth_pass ********\n }\n}\n");
        row("in a block that nobody knows", "vrrp_instanze V {\n auth_pass geheim\n}\n",
            "vrrp_instanze V {\n auth_pass ********\n}\n");
        row("behind a misspelt word", "vrrp_instance V {\n authentication {\n  autp_pass geheim\r\n }\n}\n",
            "vrrp_instance V {\n authentication {\n  autp_pass ********\r\n }\n}\n");
        row("in a definition that nothing uses yet", "$WEB_PASSWORD=geheim\n$N=1\n", "$WEB_PASSWORD=********\n$N=1\n");
        row("as many lines", "$A=x \\\ny\nvrrp_instance V {\n authentication {\n  auth_pass $A\n }\n}\n",
            "$A=********\n********\nvrrp_instance V {\n authentication {\n  auth_pass ********\n }\n}\n");
        row("nothing else", "vrrp_instance V {\n priority 100\n}\n", "vrrp_instance V {\n priority 100\n}\n");
    }
    void hides()
    {
        QFETCH(QByteArray, text);
        const auto shown = masked(text.toStdString());
        QTEST(QByteArray::fromStdString(shown), "shown");
        QCOMPARE(std::count(shown.begin(), shown.end(), '\n'), std::ptrdiff_t(text.count('\n')));
    }
};

QTEST_APPLESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
