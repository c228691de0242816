#include "common/diagnostics/mask_secrets.h"

#include <QtTest>

#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

using namespace twinhelm;

class TestMaskSecrets : public QObject
{
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *line, const char *shown) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(shown);
        };
        row("        auth_pass 1111", "        auth_pass ********");
        row("auth_pass \"a } b\"", "auth_pass ********");
        row("auth_pass 1111 # was 2222", "auth_pass ********");
        row("autp_pass 1234", "autp_pass ********");
        row("Auth_Pass 1234", "Auth_Pass ********");
        row("@lb01 auth_pass 1111", "@lb01 auth_pass ********");
        row("authentication { auth_type PASS auth_pass 1111 } virtual_ipaddress {",
            "authentication { auth_type PASS auth_pass ******** } virtual_ipaddress {");
        row("key 1 hex:00112233", "key ********");
        row("key /etc/ssl/key.pem", "key /etc/ssl/key.pem");
        row("password geheim", "password ********");
        row("$VRRP_PASSWORD=geheim", "$VRRP_PASSWORD=********");
        row("$PRIORITY=100", "$PRIORITY=100");
        row("priority 100", "priority 100");
        row("auth_pass", "auth_pass");
        row("", "");
    }
    void lines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, shown);
        std::size_t begin = 0;
        std::size_t length = 0;
        QCOMPARE(QByteArray::fromStdString(maskSecrets(line.toStdString(), begin, length)), shown);
        QCOMPARE(begin, std::size_t{0});
        QCOMPARE(length, std::size_t{0});
    }

    void marksMoveAlong_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("newBegin");
        QTest::addColumn<int>("newLength");
        // "auth_pass 12 } x" becomes "auth_pass ******** } x"
        QTest::newRow("before") << 0 << 9 << 0 << 9;
        QTest::newRow("the secret") << 10 << 2 << 10 << 8;
        QTest::newRow("inside") << 11 << 1 << 10 << 8;
        QTest::newRow("over it") << 0 << 12 << 0 << 18;
        QTest::newRow("behind") << 15 << 1 << 21 << 1;
    }
    void marksMoveAlong()
    {
        QFETCH(int, begin);
        QFETCH(int, length);
        QFETCH(int, newBegin);
        QFETCH(int, newLength);
        auto at = std::size_t(begin);
        auto size = std::size_t(length);
        QCOMPARE(maskSecrets("auth_pass 12 } x", at, size), std::string("auth_pass ******** } x"));
        QCOMPARE(int(at), newBegin);
        QCOMPARE(int(size), newLength);
    }

    /// Whatever is wrong near a secret, no finding prints it.
    void findingsPrintNoSecret_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto instance = [](const char *inside) {
            return QByteArray("vrrp_instance A {\n    interface eth0\n    virtual_router_id 5\n    version 3\n    "
                              "virtual_ipaddress {\n        10.0.0.3\n    }\n") +
                   inside + "}\n";
        };
        QTest::newRow("too long, unused in v3")
            << instance("    authentication {\n        auth_type PASS\n        auth_pass s3cr3t-and-more\n    }\n");
        QTest::newRow("misspelt") << instance("    authentication {\n        autp_pass s3cr3t\n    }\n");
        QTest::newRow("outside its block") << instance("    auth_pass s3cr3t\n");
        QTest::newRow("on one line") << instance("    authentication { auth_type WHAT auth_pass s3cr3t }\n");
        QTest::newRow("full width") << instance("    authentication {\n        auth_pass s3cr3t\xef\xbc\x81\n    }\n");
        QTest::newRow("quote not closed") << instance("    authentication {\n        auth_pass \"s3cr3t\n    }\n");
        QTest::newRow("brace missing") << instance("    authentication\n        auth_pass s3cr3t\n    }\n");
        QTest::newRow("key") << instance(
            "    auth_hmac {\n        key 1 s3cr3t\n        key 999 s3cr3t\n        active_key 7\n    }\n");
        QTest::newRow("line too long") << instance("") + "SSL {\n    password s3cr3t" + QByteArray(1100, 'x') + "\n}\n";
        QTest::newRow("definition") << "$PASS=s3cr3t}{\n" +
                                           instance("    authentication {\n        auth_pass $PASS\n    }\n");
    }
    void findingsPrintNoSecret()
    {
        QFETCH(QByteArray, text);
        const auto loaded = config::loadText(text.toStdString(), "lb01");
        const auto findings = loaded.findings();
        QVERIFY(!findings.empty());
        const auto printed = QByteArray::fromStdString(renderText(findings, loaded.sources));
        QVERIFY2(!printed.contains("s3cr3t"), printed.constData());
    }
};

QTEST_APPLESS_MAIN(TestMaskSecrets)
#include "tst_mask_secrets.moc"
