#include "common/config/validate/check_engine_support.h"

#include <QtTest>

#include "common/config/load.h"
#include "common/config/schema/engine_gaps.h"
#include "common/config/schema/schema.h"

using namespace twinhelm;

namespace
{

QStringList codesOf(const std::string &text)
{
    QStringList out;
    for (const auto &one : config::loadText(text, "lb01").engineGaps) {
        out << QString::fromStdString(one.code) +
                   (one.severity == Severity::Error ? QStringLiteral(" error") : QStringLiteral(" warning"));
    }
    return out;
}

std::string instance(const std::string &more)
{
    return "vrrp_instance A {\n interface eth0\n virtual_router_id 5\n virtual_ipaddress {\n 10.0.0.3\n }\n" + more +
           "}\n";
}

} // namespace

class TestCheckEngineSupport : public QObject
{
    Q_OBJECT

private slots:
    void plainPairHasNoGap()
    {
        QCOMPARE(codesOf(instance(" priority 100\n authentication {\n auth_type PASS\n auth_pass 1\n }\n")), {});
    }

    void eachPartIsNamedOnce()
    {
        const std::string session = "bfd_instance B {\n neighbor_ip 10.0.0.9\n}\n";
        QCOMPARE(codesOf(instance(" vrf red\n") + session + session),
                 (QStringList{QStringLiteral("K0301 warning"), QStringLiteral("K0301 warning")}));
    }

    void balancingIsDone()
    {
        QCOMPARE(codesOf("global_defs {\n lvs_notify_fifo /run/f\n smtp_alert_checker\n}\n" + instance("") +
                         "virtual_server 10.0.0.3 80 {\n lb_algo rr\n lb_kind DR\n protocol TCP\n"
                         " real_server 10.0.0.7 80 {\n TCP_CHECK {\n }\n }\n}\n"),
                 {});
    }

    void authenticationHeaderIsFine()
    {
        QCOMPARE(codesOf(instance(" authentication {\n auth_type AH\n auth_pass 1\n }\n")), {});
    }

    void whatWouldDoHarmIsRefused()
    {
        const QStringList refused{QStringLiteral("K0302 warning")};
        QCOMPARE(codesOf(instance(" auth_hmac {\n key 1 abc\n active_key 1\n }\n")), refused);
        QCOMPARE(codesOf(instance(" linkbeat_use_polling\n")), refused);
        QCOMPARE(codesOf("linkbeat_use_polling\n" + instance("")), refused);
        QCOMPARE(codesOf("linkbeat_interfaces {\n eth0\n}\n" + instance("")),
                 (QStringList{QStringLiteral("K0301 warning"), QStringLiteral("K0302 warning")}));
    }

    /// A gap whose keyword nobody could write would never be reported.
    void gapsNameRealKeywords()
    {
        for (const auto &gap : config::schema::engineGaps()) {
            for (const auto &keyword : gap.keywords) {
                const auto *block = config::schema::findBlock(keyword.path);
                QVERIFY2(block, std::string(keyword.path).c_str());
                QVERIFY2(config::schema::find(*block, keyword.name), std::string(keyword.name).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCheckEngineSupport)
#include "tst_check_engine_support.moc"
